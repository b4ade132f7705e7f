-- signer: under a law that looks at no roll, the roll is made of the lines themselves: one row for each signer, who is known
-- by name, house number and street, under the section and line where he or she stands first.
SELECT
  concat(w.section, '/', w.line) AS record_id, concat(w.section, '/', w.line) AS voter_id,
  l.surname AS last_name, l.given AS first_name, l.middle AS middle_name, l.suffix AS name_suffix,
  w.residence_address AS address, CAST(NULL AS VARCHAR) AS house_number, CAST(NULL AS VARCHAR) AS house_fraction,
  CAST(NULL AS VARCHAR) AS pre_direction, CAST(NULL AS VARCHAR) AS street_name, CAST(NULL AS VARCHAR) AS street_type,
  CAST(NULL AS VARCHAR) AS post_direction, w.city, w.zip,
  CAST(NULL AS VARCHAR) AS status, CAST(NULL AS DATE) AS status_on, CAST(NULL AS DATE) AS registered_on,
  CAST(NULL AS DATE) AS received_on, CAST(NULL AS DATE) AS birth_date, CAST(NULL AS VARCHAR) AS jurisdiction,
  l.surname, l.given, l.middle, l.suffix, l.house, l.street, l.zip5, l.city_key
FROM line_standard AS l JOIN line_raw AS w ON w.line_id = l.line_id
WHERE l.surname <> ''
QUALIFY row_number() OVER (PARTITION BY l.surname, l.given, coalesce(l.suffix, ''), l.house, l.street ORDER BY l.line_id) = 1
