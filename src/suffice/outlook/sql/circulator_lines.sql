-- circulator_lines: of each circulator the lines looked up, those valid with every copy counted, and the later copies.
SELECT
  l.circulator,
  count(*) AS checked,
  count(*) FILTER (WHERE d.disposition = 'valid' OR d.ground = 'duplicate') AS valid_lines,
  count(*) FILTER (WHERE d.ground = 'duplicate') AS duplicates
FROM disposition_read AS d JOIN line_read AS l USING (section, line)
WHERE l.circulator IS NOT NULL AND d.disposition <> 'needs_review'
GROUP BY l.circulator ORDER BY l.circulator
