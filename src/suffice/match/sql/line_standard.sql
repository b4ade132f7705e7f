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
    name_suffix(coalesce(name_suffix, CASE WHEN ends_in_suffix(said) THEN regexp_extract(said, '[A-Z]+$') END, '')) AS suffix,
    CASE WHEN ends_in_suffix(said) THEN regexp_replace(said, '[ ,][A-Z]+$', '') ELSE said END AS name_said
  FROM written
),
turned AS (
  SELECT
    *,
    CASE
      WHEN contains(name_said, ',')
      THEN trim(regexp_replace(
        concat(regexp_replace(name_said, '^[^,]*,', ''), ' ', letters(regexp_extract(name_said, '^[^,]*'))), '[ ,]+', ' ', 'g'))
      ELSE name_said
    END AS words,
    -- In columns of its own, the surname is known to be missing; of a single printed word nobody knows what it is.
    printed_name IS NULL AND coalesce(last_name, '') = '' AS nameless,
    street_words_core(street_words(residence_address)) AS street_core
  FROM unsuffixed
)
SELECT
  line_id,
  words,
  suffix,
  CASE WHEN contains(words, ' ') OR nameless THEN split_part(words, ' ', 1) ELSE '' END AS given,
  CASE WHEN split_part(words, ' ', 3) <> '' THEN split_part(words, ' ', 2) ELSE '' END AS middle,
  CASE WHEN nameless THEN '' ELSE split_part(words, ' ', -1) END AS surname,
  house_number(residence_address) AS house,
  -- No house number begins with 0: "0905" has lost its first digit.
  CASE WHEN starts_with(residence_address, '0') THEN regexp_extract(residence_address, '^[0-9]+') ELSE '' END AS house_cut,
  street_key(street_core) AS street,
  -- The same as it may have been meant: "CONKLIN AVENUF", "ROSE HILL ST ARI 43", "N4IN".
  CASE WHEN regexp_full_match(street_core, '[A-Z0-9]?|[A-Z]+|[0-9]+[A-Z]+') THEN '' ELSE street_key(street_meant(street_core)) END AS street_meant,
  zip_key(coalesce(nullif(zip, ''), regexp_extract(residence_address, '[A-Za-z].*[ ,]([0-9]{5})(-[0-9]{4})?[ ]*$', 1))) AS zip5,
  letters(coalesce(city, '')) AS city_key,
  birth_date
FROM turned
