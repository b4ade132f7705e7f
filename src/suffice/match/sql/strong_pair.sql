-- strong_pair: every open line with the voters who share two strong fields with it, to the letter, and are at least alike in
-- the rest of the name or the address, or a street of namesakes and a house of two hundred would be compared in vain.
WITH surname AS (
  SELECT l.*, w.word AS surname_word FROM open_line AS l JOIN line_word AS w ON w.line_id = l.line_id AND w.field = 'surname'
),
given AS (
  SELECT l.*, w.word AS given_word FROM open_line AS l JOIN line_word AS w ON w.line_id = l.line_id AND w.field = 'given'
),
street AS (
  SELECT line_id, word AS street_word FROM line_word WHERE field = 'street'
)
SELECT l.line_id, v.record_id
FROM open_line AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.house = l.house AND v.street = s.street_word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.7499999
  OR length(l.given) > 1 AND v.given = l.given
  OR v.given = l.surname OR v.surname = l.given
  OR length(l.surname) > 2 AND ends_with(v.surname, l.surname)
UNION
SELECT l.line_id, v.record_id
FROM surname AS l JOIN voter AS v ON v.surname = l.surname_word AND v.house = l.house
WHERE jaro_winkler_similarity(l.given, v.given) >= 0.5999999 OR left(v.given, 1) = left(l.given, 1) OR jaro_winkler_similarity(l.street, v.street) >= 0.8499999
UNION
SELECT l.line_id, v.record_id
FROM surname AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.surname = l.surname_word AND v.street = s.street_word
WHERE left(v.given, 1) = left(l.given, 1) OR jaro_winkler_similarity(l.given, v.given) >= 0.5999999
  OR levenshtein(CAST(l.house AS VARCHAR), CAST(v.house AS VARCHAR)) <= 1
UNION
SELECT l.line_id, v.record_id
FROM given AS l JOIN voter AS v ON v.given = l.given_word AND v.house = l.house
WHERE (l.surname = '' OR jaro_winkler_similarity(l.surname, v.surname) >= 0.5999999) AND jaro_winkler_similarity(l.street, v.street) >= 0.6999999
UNION
SELECT l.line_id, v.record_id
FROM given AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN voter AS v ON v.given = l.given_word AND v.street = s.street_word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.7499999
UNION
SELECT n.line_id, v.record_id
FROM name_reading AS n
JOIN namesake AS s ON s.surname = n.surname AND s.given = n.given
JOIN voter AS v ON v.surname = n.surname AND v.given = n.given
WHERE n.likely
