-- voter: every voter of the roll, written alike, with just what is looked up. The roll is read once for it.
-- A voter with a former address on record has one row an address; record_id tells them apart.
SELECT record_id, surname, given, house, street, zip5, city, status IS NOT DISTINCT FROM 'canceled' AS canceled, $former AS former
FROM $roll AS r
