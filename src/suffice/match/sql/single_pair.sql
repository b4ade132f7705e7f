-- single_pair: lines that share too little with anybody to be paired so far, with the voters who share a single field with them,
-- to the letter, and some part of the address. Only a field of which a value points at few voters of this roll is looked up
-- alone: on the roll of a small town that may be the postal code or the surname; on a county's it is none.
-- A line that is paired with a voter of its whole name, or of its house and street, has found whom there is to find.
WITH useful AS (
  SELECT
    surname_bits + log2($single_voters) >= roll_bits AS by_surname,
    given_bits + log2($single_voters) >= roll_bits AS by_given,
    house_bits + log2($single_voters) >= roll_bits AS by_house,
    street_bits + log2($single_voters) >= roll_bits AS by_street,
    zip_bits + log2($single_voters) >= roll_bits AS by_zip,
    city_bits + log2($single_voters) >= roll_bits AS by_city
  FROM roll_chance
),
line AS (
  SELECT l.line_id, l.surname, l.given, l.house, l.street, l.zip5, l.city_key, u.*
  FROM open_line AS l CROSS JOIN useful AS u
  WHERE u.by_surname OR u.by_given OR u.by_house OR u.by_street OR u.by_zip OR u.by_city
),
paired AS (
  SELECT line_id FROM line WHERE line_id IN (SELECT line_id FROM strong_pair)
),
near AS (
  SELECT l.line_id FROM line AS l JOIN voter AS v ON v.house = l.house AND v.street = l.street
  UNION ALL
  SELECT l.line_id FROM line AS l JOIN voter AS v ON v.surname = l.surname AND v.given = l.given
),
lone AS (
  SELECT * FROM line WHERE line_id NOT IN (SELECT p.line_id FROM paired AS p JOIN near AS n ON n.line_id = p.line_id)
),
met AS (
  SELECT l.*, v.record_id, v.surname AS voter_surname, v.given AS voter_given, v.house AS voter_house, v.street AS voter_street, v.zip5 AS voter_zip5, v.city AS voter_city
  FROM lone AS l JOIN voter AS v ON v.surname = l.surname WHERE l.by_surname
  UNION ALL
  SELECT l.*, v.record_id, v.surname, v.given, v.house, v.street, v.zip5, v.city FROM lone AS l JOIN voter AS v ON v.given = l.given WHERE l.by_given
  UNION ALL
  SELECT l.*, v.record_id, v.surname, v.given, v.house, v.street, v.zip5, v.city FROM lone AS l JOIN voter AS v ON v.house = l.house WHERE l.by_house
  UNION ALL
  SELECT l.*, v.record_id, v.surname, v.given, v.house, v.street, v.zip5, v.city FROM lone AS l JOIN voter AS v ON v.street = l.street WHERE l.by_street
  UNION ALL
  SELECT l.*, v.record_id, v.surname, v.given, v.house, v.street, v.zip5, v.city FROM lone AS l JOIN voter AS v ON v.zip5 = l.zip5 WHERE l.by_zip
  UNION ALL
  SELECT l.*, v.record_id, v.surname, v.given, v.house, v.street, v.zip5, v.city FROM lone AS l JOIN voter AS v ON letters(v.city) = l.city_key WHERE l.by_city
)
SELECT line_id, record_id
FROM met
WHERE house = voter_house OR zip5 = voter_zip5 OR city_key = letters(voter_city) OR jaro_winkler_similarity(street, voter_street) >= 0.7999999
EXCEPT
SELECT line_id, record_id FROM strong_pair
