-- tally: lines by proposed disposition, ground and public category.
SELECT disposition, ground, category, count(*) AS lines
FROM disposition
GROUP BY disposition, ground, category
ORDER BY disposition, lines DESC, ground
