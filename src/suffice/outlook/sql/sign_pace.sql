-- sign_pace: more lines of one circulator on one day than a person can collect.
SELECT circulator, min(section) AS section, signed_on, count(*) AS lines
FROM sign_line WHERE signed_on IS NOT NULL GROUP BY circulator, signed_on HAVING count(*) > $lines_a_day
ORDER BY circulator, lines DESC, signed_on
