-- candidate_pair: every open line with every voter it may belong to: two strong fields are shared.
WITH open_name AS (
  SELECT r.line_id, r.surname, r.given, l.house, l.street
  FROM name_reading AS r JOIN open_line AS l ON l.line_id = r.line_id WHERE r.likely
)
SELECT l.line_id, v.record_id FROM open_line AS l JOIN roll_near AS v ON v.house = l.house AND v.street = l.street
UNION
SELECT l.line_id, v.record_id FROM open_name AS l JOIN roll_near AS v ON v.surname = l.surname AND v.house = l.house
UNION
SELECT l.line_id, v.record_id FROM open_name AS l JOIN roll_near AS v ON v.surname = l.surname AND v.street = l.street
UNION
SELECT l.line_id, v.record_id FROM open_line AS l JOIN roll_near AS v ON v.given = l.given AND v.house = l.house AND left(v.surname, 1) = l.surname_initial
UNION
SELECT l.line_id, v.record_id
FROM open_name AS l
JOIN namesake AS n ON n.surname = l.surname AND n.given = l.given
JOIN roll_near AS v ON v.surname = l.surname AND v.given = l.given
