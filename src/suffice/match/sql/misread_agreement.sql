-- misread_agreement: how each candidate agrees with a line that a machine has read, field by field, and how strongly each
-- field speaks for the candidate: the binary logarithm of how much likelier the reading is if the candidate wrote it than if
-- somebody else did (one bit doubles the odds; below nought it speaks against the candidate).
--   given_bits    against other given names, so that a relative with another one is told apart; a middle name adds to it
--   surname_bits  against other surnames
--   address_bits  house, street, postal code and city together, less what the number of voters of that name calls for
WITH pair AS (
  SELECT
    p.line_id, p.record_id, l.surname, l.given, l.suffix, l.birth_date, l.zip5, l.city_key,
    coalesce(regexp_extract(upper(w.residence_address), '^[^ ]+'), '') AS house_written,
    v.surname AS voter_surname, trim(regexp_replace(plain(split_part(v.registered_name, ',', 1)), '[^A-Z]+', ' ', 'g')) AS voter_surnames, v.given AS voter_given, v.middle AS voter_middle, v.suffix AS voter_suffix,
    coalesce(CAST(v.house AS VARCHAR), '') AS voter_house, v.street AS voter_street, v.zip5 AS voter_zip5, v.city_key AS voter_city_key,
    v.birth_date AS voter_birth_date, v.status IS NOT DISTINCT FROM 'canceled' AS canceled
  FROM candidate_pair AS p
  JOIN line_standard AS l ON l.line_id = p.line_id
  JOIN line_raw AS w ON w.line_id = p.line_id
  JOIN roll_record AS v ON v.record_id = p.record_id
),
nickname_read AS (
  SELECT n.word, k.other, min(n.cost) + 3 AS cost
  FROM near_word AS n JOIN nickname AS k ON k.given = n.near
  WHERE n.field = 'given'
  GROUP BY n.word, k.other
),
named AS (
  SELECT p.line_id, p.record_id, r.reading, r.surname, r.given, r.middle, p.voter_surname, p.voter_surnames, p.voter_given, p.voter_middle
  FROM pair AS p JOIN name_reading AS r ON r.line_id = p.line_id
  WHERE NOT (r.reading = 'turned round' AND length(r.given) = 1 AND length(r.middle) > 1)
  UNION ALL
  -- A comma that was not read: "GARCIA MARIA L".
  SELECT p.line_id, p.record_id, 'surname first', r.given, r.middle, left(r.surname, 1), p.voter_surname, p.voter_surnames, p.voter_given, p.voter_middle
  FROM pair AS p JOIN name_reading AS r ON r.line_id = p.line_id AND r.reading = 'straight' AND length(r.middle) > 1
  UNION ALL
  SELECT line_id, record_id, 'run together', substr(surname, length(voter_given) + 1), left(surname, length(voter_given)), '', voter_surname, voter_surnames, voter_given, voter_middle
  FROM pair
  WHERE given = '' AND length(surname) > length(voter_given) + 1
),
apart AS (
  SELECT
    n.*,
    levenshtein(n.surname, n.voter_surname) AS surname_apart,
    -- One of two surnames, the name as a whole left away.
    CASE
      WHEN contains(n.voter_surnames, ' ') AND length(n.surname) > 2
      THEN least(levenshtein(n.surname, split_part(n.voter_surnames, ' ', 1)), levenshtein(n.surname, split_part(n.voter_surnames, ' ', -1)))
      ELSE 99
    END AS part_apart,
    levenshtein(n.given, n.voter_given) AS first_apart,
    CASE WHEN length(n.voter_middle) > 2 THEN levenshtein(n.given, n.voter_middle) ELSE 99 END AS second_apart,
    CASE WHEN length(n.given) = 1 AND n.given = left(n.voter_given, 1) THEN 1 ELSE 99 END AS initial_cost,
    coalesce(k.cost, 99) AS nickname_cost
  FROM named AS n LEFT JOIN nickname_read AS k ON k.word = n.given AND k.other = n.voter_given
),
placed AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY line_id, record_id
      ORDER BY 5 * least(surname_apart, part_apart) + least(5 * first_apart, 5 * second_apart, initial_cost, nickname_cost), reading
    ) AS place
  FROM apart
),
name_cost AS (
  SELECT
    line_id, record_id, reading, surname, given, middle, initial_cost, nickname_cost,
    misread_cost(surname, voter_surname) AS whole_cost,
    CASE
      WHEN part_apart < surname_apart
      THEN 1 + least(misread_cost(surname, split_part(voter_surnames, ' ', 1)), misread_cost(surname, split_part(voter_surnames, ' ', -1)))
      ELSE 99
    END AS part_cost,
    misread_cost(given, voter_given) AS first_cost,
    CASE WHEN second_apart < first_apart THEN 3 + misread_cost(given, voter_middle) ELSE 99 END AS second_cost
  FROM placed
  WHERE place = 1
),
best_name AS (
  SELECT *, least(whole_cost, part_cost) AS surname_cost, least(first_cost, second_cost, initial_cost, nickname_cost) AS given_cost
  FROM name_cost
),
street AS (
  SELECT
    p.line_id, p.record_id, w.word AS street, p.voter_street,
    row_number() OVER (
      PARTITION BY p.line_id, p.record_id ORDER BY levenshtein(w.word, p.voter_street), length(w.word) DESC, w.word
    ) AS place
  FROM pair AS p JOIN misread_word AS w ON w.line_id = p.line_id AND w.field = 'street'
),
best_street AS (
  SELECT line_id, record_id, street, voter_street FROM street WHERE place = 1
),
total AS (SELECT sum(voters) AS voters FROM roll_word WHERE field = 'surname'),
weighed AS (
  SELECT
    p.*, n.reading, n.middle AS middle_written, n.given AS given_written, n.surname_cost, n.part_cost, n.given_cost, n.first_cost, n.second_cost, n.initial_cost, n.nickname_cost,
    coalesce(s.street, '') AS street_written, coalesce(misread_cost(s.street, s.voter_street), 99) AS street_cost,
    reading_bits(n.surname_cost, cs.chance, vs.voters / t.voters, length(n.surname)) AS surname_bits,
    -- An initial or two letters prove little, for or against.
    greatest(
      CASE WHEN length(n.given) <= 2 THEN -10 ELSE -99 END,
      reading_bits(n.given_cost, cg.chance, vg.voters / t.voters, length(n.given))) AS first_bits,
    CASE
      WHEN n.middle = '' OR p.voter_middle = '' OR n.second_cost = n.given_cost THEN 0
      WHEN n.middle = p.voter_middle AND length(n.middle) > 1 THEN 8
      WHEN left(n.middle, 1) = left(p.voter_middle, 1) THEN 4
      ELSE -3
    END AS middle_bits,
    CASE
      WHEN p.house_written = '' OR p.voter_house = '' THEN 0
      ELSE greatest(-10, 3.3 * length(p.voter_house) - least(
        misread_cost(p.house_written, p.voter_house), 3 + misread_cost(left(p.house_written, length(p.voter_house)), p.voter_house)))
    END AS house_bits,
    CASE WHEN s.street IS NULL THEN 0 ELSE greatest(-10, reading_bits(misread_cost(s.street, s.voter_street), ct.chance, 0, length(s.street))) END AS street_bits,
    CASE WHEN p.zip5 IS NULL OR p.voter_zip5 IS NULL THEN 0 ELSE greatest(-10, reading_bits(misread_cost(p.zip5, p.voter_zip5), cz.chance, 0, 4)) END AS zip_bits,
    CASE
      WHEN coalesce(p.city_key, '') = '' OR coalesce(p.voter_city_key, '') = '' THEN 0
      WHEN levenshtein(p.city_key, p.voter_city_key) * 2 <= length(p.voter_city_key) THEN 2
      ELSE -3
    END AS city_bits,
    greatest(0, log2(coalesce(vs.voters, 1) * coalesce(vg.voters, 1) / t.voters)) AS namesake_bits
  FROM pair AS p
  JOIN best_name AS n ON n.line_id = p.line_id AND n.record_id = p.record_id
  LEFT JOIN best_street AS s ON s.line_id = p.line_id AND s.record_id = p.record_id
  CROSS JOIN total AS t
  LEFT JOIN word_chance AS cs ON cs.field = 'surname' AND cs.word = n.surname
  LEFT JOIN word_chance AS cg ON cg.field = 'given' AND cg.word = n.given
  LEFT JOIN word_chance AS ct ON ct.field = 'street' AND ct.word = s.street
  LEFT JOIN word_chance AS cz ON cz.field = 'zip' AND cz.word = p.zip5
  LEFT JOIN roll_word AS vs ON vs.field = 'surname' AND vs.word = p.voter_surname
  LEFT JOIN roll_word AS vg ON vg.field = 'given' AND vg.word = p.voter_given
)
SELECT
  line_id, record_id, reading, canceled, false AS settled,
  CASE
    WHEN surname_cost = 0 THEN 'same'
    WHEN surname_bits >= $misread_surname AND part_cost = surname_cost THEN 'part'
    WHEN surname_bits >= $misread_surname THEN CASE WHEN surname_cost <= 7 THEN 'slip' ELSE 'slips' END
    WHEN surname_bits >= 0 THEN 'weak'
    ELSE 'other'
  END AS surname_agreement,
  CASE
    WHEN given_written = '' OR voter_given = '' THEN 'missing'
    WHEN first_cost = 0 THEN 'same'
    WHEN initial_cost = given_cost THEN 'initial'
    WHEN first_bits < 0 THEN 'other'
    WHEN first_bits < $misread_given THEN 'weak'
    WHEN nickname_cost = given_cost THEN 'nickname'
    WHEN second_cost = given_cost THEN 'middle'
    WHEN given_cost <= 7 THEN 'slip'
    ELSE 'slips'
  END AS given_agreement,
  CASE WHEN middle_bits > 0 THEN 'same' WHEN middle_bits < 0 THEN 'other' ELSE 'missing' END AS middle_agreement,
  suffix_agreement(suffix, voter_suffix) AS suffix_agreement,
  birth_agreement(birth_date, voter_birth_date) AS birth_agreement,
  CASE
    WHEN house_written = '' OR voter_house = '' THEN 'missing'
    WHEN house_written = voter_house THEN 'same'
    WHEN house_bits > 0 THEN 'slip'
    ELSE 'other'
  END AS house_agreement,
  CASE
    WHEN street_written = '' THEN 'missing'
    WHEN street_cost = 0 THEN 'same'
    WHEN street_bits >= 3 THEN CASE WHEN street_cost <= 7 THEN 'slip' ELSE 'slips' END
    WHEN street_bits >= 0 THEN 'weak'
    ELSE 'other'
  END AS street_agreement,
  CASE
    WHEN zip5 IS NULL OR voter_zip5 IS NULL THEN 'missing'
    WHEN zip5 = voter_zip5 THEN 'same'
    WHEN zip_bits > 0 THEN 'slip'
    ELSE 'other'
  END AS zip_agreement,
  CASE WHEN city_bits = 0 THEN 'missing' WHEN city_key = voter_city_key THEN 'same' WHEN city_bits > 0 THEN 'slip' ELSE 'other' END AS city_agreement,
  round(surname_bits, 1) AS surname_bits,
  round(first_bits + middle_bits, 1) AS given_bits,
  round(house_bits + street_bits + zip_bits + city_bits - namesake_bits, 1) AS address_bits
FROM weighed
UNION ALL
SELECT
  p.line_id, p.record_id, 'straight', false, true,
  'same', 'same', middle_agreement(l.middle, l.given, v.middle, v.given), suffix_agreement(l.suffix, v.suffix),
  birth_agreement(l.birth_date, v.birth_date), 'same', 'same', zip_agreement(l.zip5, v.zip5), city_agreement(l.city_key, v.city_key),
  CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)
FROM settled_pair AS p
JOIN line_standard AS l ON l.line_id = p.line_id
JOIN roll_record AS v ON v.record_id = p.record_id
