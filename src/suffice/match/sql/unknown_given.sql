-- unknown_given: how many given names of the lines, letters of at least three, are no given names at all.
SELECT count(*) AS words, count(*) FILTER (WHERE g.name IS NULL) AS unknown
FROM line_standard AS l LEFT JOIN given_name AS g ON g.name = l.given
WHERE length(l.given) > 2
