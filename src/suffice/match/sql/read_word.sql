-- read_word: the different words that misread lines hold, by field, numbered; with letters that look alike written alike, in
-- two ways.
SELECT
  row_number() OVER (ORDER BY field, word) AS id, field, word,
  CASE field WHEN 'zip' THEN word ELSE alike(word) END AS fold,
  CASE field WHEN 'zip' THEN word ELSE alike_wide(word) END AS wide
FROM (SELECT DISTINCT field, word FROM misread_word)
