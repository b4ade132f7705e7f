-- roll_record: what the roll says of every voter that a line is compared with. The roll is read a second time for it,
-- so that the rest of it is never held. A record is former where the voter was registered there once: from when to when.
SELECT
  record_id,
  voter_id,
  concat_ws(' ', concat(last_name, ','), first_name, middle_name, name_suffix) AS registered_name,
  coalesce(address, concat_ws(' ', house_number, house_fraction, pre_direction, street_name, street_type, post_direction)) AS registered_address,
  city AS registered_city,
  surname, given, middle, suffix, house, street, zip5, city_key,
  status, status_on, registered_on, received_on, birth_date,
  jurisdiction IS NULL OR upper(jurisdiction) = upper('$jurisdiction') AS in_jurisdiction,
  $former AS former, $former_from AS former_from, $former_to AS former_to
FROM $wanted AS r
