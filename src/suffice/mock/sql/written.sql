-- written: what stands on each line, put together from its parts; one row a line, in the order of section and line.
SELECT
  place,
  CASE WHEN blank_name THEN illegible
    WHEN turned = 1 THEN concat_ws(' ', last_name || ',', first_name, middle_name)
    WHEN turned = 2 THEN concat_ws(' ', last_name, first_name)
    ELSE concat_ws(' ', first_name, middle_name, last_name, name_suffix)
  END AS printed_name,
  CASE WHEN NOT blank_address
    THEN concat_ws(' ', house_number, house_fraction, pre_direction, street_name, street_type, post_direction, unit)
  END AS residence_address,
  city,
  zip
FROM part
ORDER BY place
