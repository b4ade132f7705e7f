-- roll_standard: every row of the voter roll with its names and address written alike.
-- The source is a SELECT or table with the roll's own columns.
SELECT
  *,
  letters(last_name) AS surname,
  first_word(first_name) AS given,
  middle_word(first_name, middle_name) AS middle,
  name_suffix(name_suffix) AS suffix,
  coalesce(house_number(house_number), house_number(address)) AS house,
  CASE WHEN street_name IS NOT NULL THEN street_of_name(street_name) ELSE street_of_address(address) END AS street,
  zip_key(zip) AS zip5,
  letters(city) AS city_key
FROM $source
