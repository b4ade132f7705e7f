-- roll_place: the postal codes and cities in which voters of the roll live. Read only when some line needs it.
SELECT DISTINCT zip5, city_key FROM $roll AS r
