-- repeat: lines of a voter who stands on another line too, each naming the line that counts.
-- The first valid line of a voter counts, in the order of sections and lines; a line that is invalid for another reason
-- neither counts nor makes a later one a duplicate. A doubtful line of a voter who has a clear line cannot add to the
-- count whoever wrote it: either it is that voter again, or it is nobody on the roll.
WITH standing AS (
  SELECT m.line_id, m.voter_id, m.match_verdict
  FROM line_match AS m
  WHERE (m.match_verdict IN ('matched', 'doubtful') OR m.match_verdict = 'elsewhere' AND NOT $address_must_match)
    AND m.line_id NOT IN (SELECT line_id FROM line_ground)
),
counted AS (
  SELECT voter_id, min(line_id) AS counted_line_id, count(*) AS clear_lines
  FROM standing WHERE match_verdict <> 'doubtful'
  GROUP BY voter_id
)
SELECT s.line_id, c.counted_line_id, w.section AS counted_section, w.line AS counted_line
FROM standing AS s
JOIN counted AS c ON c.voter_id = s.voter_id
JOIN line_raw AS w ON w.line_id = c.counted_line_id
WHERE s.line_id <> c.counted_line_id
  OR $void_all AND c.clear_lines > 1
