-- known_word: the words that a misread word may be, numbered like read_word, with their number of voters: those of the roll
-- and, because an unregistered relative may bear a name that nobody on the roll bears, the given names of the census, with as
-- many voters as would bear them by their share of the people.
WITH voters AS (SELECT sum(voters) AS of_roll FROM roll_word WHERE field = 'given'),
people AS (SELECT sum(bearers) AS of_census FROM given_name),
word AS (
  SELECT field, word, CAST(voters AS DOUBLE) AS voters FROM roll_word
  UNION ALL
  SELECT 'given', name, bearers * of_roll / of_census FROM given_name, voters, people WHERE length(name) > 1
)
SELECT
  row_number() OVER (ORDER BY field, word) AS id, field, word, max(voters) AS voters,
  CASE field WHEN 'zip' THEN word ELSE alike(word) END AS fold,
  CASE field WHEN 'zip' THEN word ELSE alike_wide(word) END AS wide
FROM word
GROUP BY field, word
