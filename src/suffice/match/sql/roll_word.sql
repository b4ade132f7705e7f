-- roll_word: the words of the roll, so that a misread word can be read as the nearest of them, with their number of voters.
SELECT 'surname' AS field, surname AS word, count(*) AS voters FROM voter WHERE surname <> '' GROUP BY surname
UNION ALL
SELECT 'given', given, count(*) FROM voter WHERE length(given) > 1 GROUP BY given
UNION ALL
SELECT 'street', street, count(*) FROM voter WHERE street <> '' GROUP BY street
UNION ALL
SELECT 'zip', zip5, count(*) FROM voter WHERE zip5 IS NOT NULL GROUP BY zip5
