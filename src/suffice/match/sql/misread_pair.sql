-- misread_pair: every open line that a machine has read with every voter it may belong to. Any field may be wrong, so each
-- part of this query lets go of some of them and holds on to the others, each read as the roll's words nearest to it.
WITH line AS (
  SELECT line_id, letters(words) AS name_letters, surname, given, street FROM open_line
),
-- The house number as it stands, and with letters read as the digits they look like: "1Q31" is 1031.
house AS (
  SELECT line_id, house AS number FROM open_line WHERE house IS NOT NULL
  UNION
  SELECT line_id, try_cast(translate(written, 'OQDUCILJTZEAHSGB', '0000011112344568') AS INTEGER)
  FROM (SELECT line_id, regexp_extract(upper(residence_address), '^[^ ]+') AS written FROM line_raw WHERE line_id IN (SELECT line_id FROM open_line))
  WHERE regexp_full_match(written, '[0-9A-Z]{1,9}') AND regexp_matches(written, '[0-9]') AND regexp_matches(written, '[A-Z]')
),
surname AS (SELECT line_id, word, place FROM line_near WHERE field = 'surname'),
given AS (SELECT line_id, word, place FROM line_near WHERE field = 'given'),
street AS (SELECT line_id, word, place FROM line_near WHERE field = 'street'),
zip AS (SELECT line_id, word, place FROM line_near WHERE field = 'zip')
-- House and street; the name somewhat alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.house = h.number AND v.street = s.word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.5999999
  OR jaro_winkler_similarity(l.name_letters, concat(v.given, v.surname)) >= 0.6999999
  OR jaro_winkler_similarity(l.given, v.surname) >= 0.7499999
  OR jaro_winkler_similarity(l.surname, right(v.surname, length(l.surname))) >= 0.7499999
UNION
-- House and postal code; the name alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN zip AS z ON z.line_id = l.line_id
JOIN voter AS v ON v.house = h.number AND v.zip5 = z.word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.7499999
  OR jaro_winkler_similarity(l.name_letters, concat(v.given, v.surname)) >= 0.7499999
  OR jaro_winkler_similarity(l.given, v.surname) >= 0.7999999
UNION
-- Street and postal code; the name alike and at most one digit of the house number wrong.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN street AS s ON s.line_id = l.line_id AND s.place <= 2
JOIN zip AS z ON z.line_id = l.line_id AND z.place <= 2
JOIN voter AS v ON v.street = s.word AND v.zip5 = z.word
WHERE (jaro_winkler_similarity(l.surname, v.surname) >= 0.7499999
    OR jaro_winkler_similarity(l.name_letters, concat(v.given, v.surname)) >= 0.7499999
    OR jaro_winkler_similarity(l.given, v.surname) >= 0.7999999)
  AND levenshtein(CAST(h.number AS VARCHAR), CAST(v.house AS VARCHAR)) <= 1
UNION
-- Both names and the postal code, wherever house and street were misread.
SELECT s.line_id, v.record_id
FROM surname AS s
JOIN given AS g ON g.line_id = s.line_id
JOIN zip AS z ON z.line_id = s.line_id
JOIN voter AS v ON v.surname = s.word AND v.given = g.word AND v.zip5 = z.word
UNION
-- Both names, and a street or a house number alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN surname AS s ON s.line_id = l.line_id AND s.place <= 2
JOIN given AS g ON g.line_id = l.line_id AND g.place <= 2
JOIN voter AS v ON v.surname = s.word AND v.given = g.word
WHERE jaro_winkler_similarity(l.street, v.street) >= 0.7999999
  OR levenshtein(CAST(h.number AS VARCHAR), CAST(v.house AS VARCHAR)) <= 1
UNION
-- Surname and postal code; the house number at most one digit wrong.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN surname AS s ON s.line_id = l.line_id AND s.place <= 2
JOIN zip AS z ON z.line_id = l.line_id AND z.place <= 2
JOIN voter AS v ON v.surname = s.word AND v.zip5 = z.word
WHERE levenshtein(CAST(h.number AS VARCHAR), CAST(v.house AS VARCHAR)) <= 1
UNION
-- Given name and house number; the surname alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN given AS g ON g.line_id = l.line_id AND g.place <= 2
JOIN voter AS v ON v.given = g.word AND v.house = h.number
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.7499999
UNION
-- Surname and street; the given name somewhat alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN surname AS n ON n.line_id = l.line_id
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.surname = n.word AND v.street = s.word
WHERE jaro_winkler_similarity(l.given, v.given) >= 0.5999999 OR left(l.given, 1) = left(v.given, 1)
  OR levenshtein(CAST(h.number AS VARCHAR), CAST(v.house AS VARCHAR)) <= 1
UNION
-- Given name and street; the surname somewhat alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN given AS n ON n.line_id = l.line_id
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.given = n.word AND v.street = s.word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.5999999
UNION
-- Surname and house number; the given name somewhat alike.
SELECT l.line_id, v.record_id
FROM line AS l
JOIN house AS h ON h.line_id = l.line_id
JOIN surname AS n ON n.line_id = l.line_id
JOIN voter AS v ON v.surname = n.word AND v.house = h.number
WHERE jaro_winkler_similarity(l.given, v.given) >= 0.5999999 OR left(l.given, 1) = left(v.given, 1)
UNION
-- A full name, read to the letter, that few voters bear.
SELECT n.line_id, v.record_id
FROM name_reading AS n
JOIN namesake AS s ON s.surname = n.surname AND s.given = n.given
JOIN voter AS v ON v.surname = n.surname AND v.given = n.given
WHERE n.likely
