-- word: the words of the names of a snapshot, one a row, so that a voter is found by a few letters.
-- A given name has its number (its place among the given names, from 0). A surname has its bearers as they stand in the
-- snapshot, one after the other: the number of the given name and the house of each; -1 where there is none. A former
-- record bears no given name and no house here: a clerk looks for where voters are registered now.
WITH record AS (
  SELECT surname, CASE WHEN $former THEN NULL ELSE given END AS given, CASE WHEN $former THEN NULL ELSE house END AS house, file_row_number AS place
  FROM $snapshot
),
given_word AS (
  SELECT given AS word, CAST(row_number() OVER (ORDER BY given) - 1 AS INTEGER) AS number, count(*) AS voters
  FROM record WHERE given IS NOT NULL GROUP BY given
)
SELECT 'given' AS part, word, voters, CAST(NULL AS INTEGER[]) AS givens, CAST(NULL AS INTEGER[]) AS houses
FROM given_word
UNION ALL
SELECT
  'surname', r.surname, count(*), list(coalesce(g.number, -1) ORDER BY r.place), list(coalesce(r.house, -1) ORDER BY r.place)
FROM record AS r LEFT JOIN given_word AS g ON g.word = r.given
GROUP BY r.surname
ORDER BY part, word
