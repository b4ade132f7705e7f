"""How a name or an address is written alike: tables, and the SQL functions that use them."""
