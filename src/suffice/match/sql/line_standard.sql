-- line_standard: every line with its name and address written alike.
-- A printed name is read as GIVEN MIDDLE SURNAME SUFFIX, or SURNAME, GIVEN MIDDLE where it has a comma.
WITH written AS (
  SELECT
    *,
    coalesce(
      nullif(name_words(printed_name), ''),
      trim(concat_ws(' ', name_words(first_name), name_words(middle_name), letters(name_words(last_name))))
    ) AS said
  FROM line_raw
),
unsuffixed AS (
  SELECT
    *,
    name_suffix(coalesce(name_suffix, regexp_extract(said, '^[A-Z]+[ ,]+[A-Z].*[ ,](JR|SR|JUNIOR|SENIOR|II|III|IV|V)$', 1), '')) AS suffix,
    regexp_replace(said, '^([A-Z]+[ ,]+[A-Z].*)[ ,](JR|SR|JUNIOR|SENIOR|II|III|IV|V)$', '\1') AS name_said
  FROM written
),
turned AS (
  SELECT
    *,
    trim(regexp_replace(
      CASE
        WHEN contains(name_said, ',')
        THEN concat(regexp_replace(name_said, '^[^,]*,', ''), ' ', letters(regexp_extract(name_said, '^[^,]*')))
        ELSE name_said
      END, '[ ,]+', ' ', 'g')) AS words
  FROM unsuffixed
)
SELECT
  line_id,
  words,
  suffix,
  regexp_extract(words, '^([A-Z]+) ', 1) AS given,
  regexp_extract(words, '^[A-Z]+ ([A-Z]+) ', 1) AS middle,
  regexp_extract(words, '([A-Z]+)$', 1) AS surname,
  house_number(residence_address) AS house,
  street_of_address(residence_address) AS street,
  zip_key(coalesce(nullif(zip, ''), regexp_extract(residence_address, '[A-Za-z].*[ ,]([0-9]{5})(-[0-9]{4})?[ ]*$', 1))) AS zip5,
  letters(coalesce(city, '')) AS city_key,
  birth_date
FROM turned
