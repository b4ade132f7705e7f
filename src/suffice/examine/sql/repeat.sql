-- repeat: lines of a voter who stands on another line too, each naming the line that counts.
-- The first valid line of a voter counts, in the order of sections and lines; a line that is invalid for another reason
-- neither counts nor makes a later one a duplicate. A doubtful line cannot add to the count of a voter who has a clear
-- line, whoever wrote it: it is that voter again, or it is nobody on the roll. So a clear line settles it, and the first
-- of the two counts. Where the doubt is about the name itself (another given name or surname), or about which of two voters it
-- is (D. Lee, of David and Dana Lee), the line is left to people.
WITH between_two AS (
  SELECT c.line_id
  FROM line_match AS m
  JOIN candidate AS c ON c.line_id = m.line_id AND c.name_verdict <> 'differs' AND c.address_verdict <> 'differs'
  JOIN roll_record AS v ON v.record_id = c.record_id AND v.voter_id <> m.voter_id
  WHERE m.match_verdict = 'doubtful' AND c.name_score + c.address_score > m.name_score + m.address_score - $namesake_gap
),
standing AS (
  SELECT line_id, voter_id, match_verdict <> 'doubtful' AS clear
  FROM line_match
  WHERE (
      match_verdict = 'matched'
      OR match_verdict = 'elsewhere' AND NOT $address_must_match
      OR match_verdict = 'doubtful' AND surname_agreement <> 'other' AND given_agreement IN ('same', 'initial', 'nickname', 'middle', 'slip', 'slips')
    )
    AND line_id NOT IN (SELECT line_id FROM line_ground)
    AND line_id NOT IN (SELECT line_id FROM between_two)
),
counted AS (
  SELECT voter_id, min(line_id) AS counted_line_id
  FROM standing
  GROUP BY voter_id
  HAVING count(*) > 1 AND bool_or(clear)
)
SELECT
  s.line_id,
  s.line_id = c.counted_line_id AND NOT $void_all AS counts,
  c.counted_line_id, w.section AS counted_section, w.line AS counted_line
FROM standing AS s
JOIN counted AS c ON c.voter_id = s.voter_id
JOIN line_raw AS w ON w.line_id = c.counted_line_id
