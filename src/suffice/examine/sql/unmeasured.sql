-- unmeasured: the first of the proposed lines of which the truth says nothing, and how many there are.
SELECT d.section, d.line, count(*) OVER () AS lines
FROM proposed AS d LEFT JOIN truth AS t ON t.section = d.section AND t.line = d.line
WHERE t.section IS NULL
ORDER BY d.section, d.line
LIMIT 1
