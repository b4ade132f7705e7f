-- known_word: the same of the roll's words, with their number of voters.
SELECT
  row_number() OVER (ORDER BY field, word) AS id, field, word, voters,
  CASE field WHEN 'zip' THEN word ELSE alike(word) END AS fold,
  CASE field WHEN 'zip' THEN word ELSE alike_wide(word) END AS wide
FROM roll_word
