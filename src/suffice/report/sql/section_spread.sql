-- How many sections have which share of valid lines, in tenths; the last tenth includes 100 %.
SELECT least(9, (10 * valid) // greatest(raw, 1)) AS tenth,
       count(*) AS sections,
       sum(raw)::BIGINT AS lines
FROM section
WHERE raw > 0
GROUP BY tenth
ORDER BY tenth
