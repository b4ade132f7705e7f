-- open_line: the lines that an exact pair has not settled; only these go through the wider look-up.
-- Settled is a line with one voter to the letter who is not canceled, in the postal code written if one is written.
SELECT line_id, surname, given, house, street, zip5
FROM line_standard
WHERE line_id NOT IN (
  SELECT p.line_id
  FROM exact_pair AS p
  JOIN line_standard AS l ON l.line_id = p.line_id
  GROUP BY p.line_id
  HAVING count(*) = 1 AND min(p.status) <> 'canceled' AND min(coalesce(l.zip5, p.voter_zip5)) = min(p.voter_zip5)
)
