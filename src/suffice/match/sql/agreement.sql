-- agreement: how each candidate agrees with its line, field by field. The unit is never compared. Settled lines stand here
-- with their one voter, whose name, house and street are theirs to the letter.
WITH pair AS (
  SELECT p.line_id, p.record_id, r.reading, r.surname, r.given, r.middle, r.given_known
  FROM candidate_pair AS p JOIN name_reading AS r ON r.line_id = p.line_id
),
beside AS (
  SELECT
    p.*,
    l.suffix, l.house, l.house_cut, l.street, l.street_meant, l.zip5, l.city_key, l.birth_date,
    v.surname AS voter_surname, v.given AS voter_given, v.middle AS voter_middle, v.suffix AS voter_suffix, v.house AS voter_house,
    v.street AS voter_street, v.zip5 AS voter_zip5, v.city_key AS voter_city_key, v.birth_date AS voter_birth_date, v.registered_name,
    v.status IS NOT DISTINCT FROM 'canceled' AS canceled,
    n.given IS NOT NULL AS is_nickname,
    m.given IS NOT NULL AS near_nickname,
    concat(CAST(v.house AS VARCHAR), v.street) IN (l.street, concat(CAST(l.house AS VARCHAR), l.street)) AS blank_misplaced,
    slips(p.surname, v.surname) AS surname_apart,
    slips(p.given, v.given) AS given_apart,
    slips(l.street, v.street) AS street_apart,
    CASE WHEN l.street_meant = '' OR l.street = v.street THEN 9 ELSE slips(l.street_meant, v.street) END AS street_meant_apart
  FROM pair AS p
  JOIN line_standard AS l ON l.line_id = p.line_id
  JOIN roll_record AS v ON v.record_id = p.record_id
  LEFT JOIN nickname AS n ON n.given = p.given AND n.other = v.given
  LEFT JOIN near_nickname AS m ON m.given = p.given AND m.other = v.given
  -- Another reading than the straight one is worth comparing only where its surname is alike, or a given name stands in the surname's place.
  WHERE p.reading = 'straight' OR jaro_winkler_similarity(p.surname, v.surname) >= 0.7499999 OR contains(v.surname, p.surname)
    OR p.reading = 'turned round' AND p.given = v.given
)
SELECT
  line_id, record_id, reading, canceled, false AS settled,
  surname_agreement(surname, voter_surname, registered_name, surname_apart) AS surname_agreement,
  given_agreement(given, middle, given_known, is_nickname, near_nickname, voter_given, voter_middle, registered_name, given_apart) AS given_agreement,
  middle_agreement(middle, given, voter_middle, voter_given) AS middle_agreement,
  suffix_agreement(suffix, voter_suffix) AS suffix_agreement,
  birth_agreement(birth_date, voter_birth_date) AS birth_agreement,
  -- House and street run together, or parted at the wrong place, are one slip of the pen: "2264175TH ST", "226 4175TH ST".
  CASE
    WHEN house <> voter_house AND blank_misplaced THEN 'slip'
    WHEN house_cut <> '' AND house <> voter_house AND substr(CAST(voter_house AS VARCHAR), 2) = house_cut THEN 'slip'
    ELSE house_agreement(house, voter_house)
  END AS house_agreement,
  CASE
    WHEN house <> voter_house AND blank_misplaced THEN 'same'
    WHEN street_meant_apart = 0 THEN 'part'
    WHEN street_meant_apart < street_apart THEN street_agreement(street_meant, voter_street, street_meant_apart)
    ELSE street_agreement(street, voter_street, street_apart)
  END AS street_agreement,
  zip_agreement(zip5, voter_zip5) AS zip_agreement,
  city_agreement(city_key, voter_city_key) AS city_agreement,
  CAST(NULL AS DOUBLE) AS surname_bits, CAST(NULL AS DOUBLE) AS given_bits, CAST(NULL AS DOUBLE) AS address_bits
FROM beside
UNION ALL
SELECT
  p.line_id, p.record_id, 'straight', false, true,
  'same', 'same', middle_agreement(l.middle, l.given, v.middle, v.given), suffix_agreement(l.suffix, v.suffix),
  birth_agreement(l.birth_date, v.birth_date), 'same', 'same', zip_agreement(l.zip5, v.zip5), city_agreement(l.city_key, v.city_key),
  NULL, NULL, NULL
FROM settled_pair AS p
JOIN line_standard AS l ON l.line_id = p.line_id
JOIN roll_record AS v ON v.record_id = p.record_id
