-- sign_line: the lines in their order on each section, with what is compared: the whole name, the surname, the address.
SELECT
  circulator, section,
  try_cast(line AS BIGINT) AS place,
  upper(coalesce(nullif(printed_name, ''), concat_ws(' ', first_name, middle_name, last_name))) AS name,
  upper(coalesce(nullif(last_name, ''), regexp_extract(trim(printed_name), '([^ ]+)$', 1))) AS surname,
  upper(regexp_replace(trim(residence_address), '\s+', ' ', 'g')) AS address,
  signed_on
FROM line_read
WHERE circulator IS NOT NULL AND try_cast(line AS BIGINT) IS NOT NULL
