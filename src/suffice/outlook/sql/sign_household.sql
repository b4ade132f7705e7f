-- sign_household: many signers of one address with one circulator.
SELECT circulator, min(section) AS section, min(place) AS first, max(place) AS last, count(*) AS lines, address
FROM sign_line WHERE address <> '' GROUP BY circulator, address HAVING count(*) >= $household
ORDER BY circulator, lines DESC, address
