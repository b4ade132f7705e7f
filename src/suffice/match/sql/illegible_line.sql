-- illegible_line: the lines of which a machine has read a name or a street that stands nowhere on the roll, so that it must
-- have misread it, or not enough to tell. That nobody agrees with such a line proves nothing.
WITH read_well AS (
  SELECT DISTINCT n.line_id
  FROM name_reading AS n
  JOIN roll_word AS s ON s.field = 'surname' AND s.word = n.surname
  JOIN roll_word AS g ON g.field = 'given' AND g.word = n.given
  JOIN misread_word AS w ON w.line_id = n.line_id AND w.field = 'street'
  JOIN roll_word AS r ON r.field = 'street' AND r.word = w.word
  WHERE n.reading = 'straight' AND length(n.surname) > 2 AND length(n.given) > 2
)
SELECT line_id FROM line_standard WHERE line_id NOT IN (SELECT line_id FROM read_well)
