-- line_twice_addressed: lines on which two addresses stand; only the first of them was looked up.
SELECT line_id FROM line_raw WHERE contains(residence_address, ' ') AND two_addresses(residence_address)
