-- relatives: unregistered signers who wrote the surname (one slip forgiven) and the address (two slips forgiven in the street) of
-- somebody registered: how many there are, and how many of them were proposed valid. What was written is not corrected first,
-- so a few with more slips are not told apart.
WITH unregistered AS (
  SELECT l.*, p.disposition
  FROM truth AS t
  JOIN proposed AS p ON p.section = t.section AND CAST(p.line AS VARCHAR) = t.line
  JOIN lines AS l ON l.unique_id = t.section || '/' || t.line
  WHERE t.ground = 'not_registered'
)
SELECT count(*), count(*) FILTER (WHERE u.disposition = 'valid')
FROM unregistered AS u
WHERE EXISTS (
  FROM roll AS r
  WHERE r.house_number = u.house_number
    AND levenshtein(r.street, u.street) <= 2
    AND levenshtein(r.surname, u.surname) <= 1
);
