-- candidate_pair: every open line with every voter it may belong to: two strong fields are shared, and the rest of the
-- name or the address is at least alike, or a street of namesakes and a house of two hundred would be compared in vain.
WITH open_name AS (
  SELECT r.line_id, r.surname, r.given, r.likely, l.house, l.street
  FROM name_reading AS r JOIN open_line AS l ON l.line_id = r.line_id
),
surname AS (
  SELECT l.*, w.word AS surname_word FROM open_line AS l JOIN line_word AS w ON w.line_id = l.line_id AND w.field = 'surname'
),
given AS (
  SELECT l.*, w.word AS given_word FROM open_line AS l JOIN line_word AS w ON w.line_id = l.line_id AND w.field = 'given'
),
street AS (
  SELECT line_id, word AS street_word FROM line_word WHERE field = 'street'
)
SELECT l.line_id, v.record_id
FROM open_name AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN roll_near AS v ON v.house = l.house AND v.street = s.street_word
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.75
  OR length(l.given) > 1 AND v.given = l.given
  OR length(l.surname) > 2 AND ends_with(v.surname, l.surname)
UNION
SELECT l.line_id, v.record_id
FROM surname AS l JOIN roll_near AS v ON v.surname = l.surname_word AND v.house = l.house
WHERE jaro_winkler_similarity(l.given, v.given) >= 0.6 OR left(v.given, 1) = left(l.given, 1) OR jaro_winkler_similarity(l.street, v.street) >= 0.85
UNION
SELECT l.line_id, v.record_id
FROM surname AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN roll_near AS v ON v.surname = l.surname_word AND v.street = s.street_word
WHERE left(v.given, 1) = left(l.given, 1) OR jaro_winkler_similarity(l.given, v.given) >= 0.6
UNION
SELECT l.line_id, v.record_id
FROM given AS l JOIN roll_near AS v ON v.given = l.given_word AND v.house = l.house AND left(v.surname, 1) = l.surname_initial
WHERE jaro_winkler_similarity(l.street, v.street) >= 0.7
UNION
SELECT l.line_id, v.record_id
FROM given AS l
JOIN street AS s ON s.line_id = l.line_id
JOIN roll_near AS v ON v.given = l.given_word AND v.street = s.street_word AND left(v.surname, 1) = l.surname_initial
WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.75
UNION
SELECT l.line_id, v.record_id
FROM open_name AS l
JOIN namesake AS n ON n.surname = l.surname AND n.given = l.given
JOIN roll_near AS v ON v.surname = l.surname AND v.given = l.given
WHERE l.likely
