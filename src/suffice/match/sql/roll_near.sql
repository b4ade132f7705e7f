-- roll_near: the voters that share two strong fields with some line; nobody else can be a candidate.
-- The roll is read once, row by row, and only these rows are kept, with what the later steps need of them.
SELECT
  -- A voter with a former address on record has one row an address; record_id tells them apart.
  record_id,
  voter_id,
  concat_ws(' ', concat(last_name, ','), first_name, middle_name, name_suffix) AS registered_name,
  coalesce(address, concat_ws(' ', house_number, house_fraction, pre_direction, street_name, street_type, post_direction)) AS registered_address,
  surname, given, middle, suffix, house, street, zip5, city_key,
  status, status_on, registered_on, received_on, birth_date,
  jurisdiction IS NULL OR upper(jurisdiction) = upper('$jurisdiction') AS in_jurisdiction
FROM $roll AS r
WHERE pair_key(house, street) IN (SELECT key FROM line_key WHERE kind = 'house street')
  OR pair_key(surname, house) IN (SELECT key FROM line_key WHERE kind = 'surname house')
  OR pair_key(surname, street) IN (SELECT key FROM line_key WHERE kind = 'surname street')
  OR pair_key(pair_key(given, house), left(surname, 1)) IN (SELECT key FROM line_key WHERE kind = 'given house initial')
  OR pair_key(pair_key(given, street), left(surname, 1)) IN (SELECT key FROM line_key WHERE kind = 'given street initial')
  OR pair_key(surname, given) IN (SELECT key FROM line_key WHERE kind = 'name')
