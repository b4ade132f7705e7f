-- wide_word: the same as close_word, with more letters taken for alike, for words to which no word of the roll is close.
WITH folded AS (
  SELECT true AS on_roll, field, word, alike(word) AS fold, alike_wide(word) AS wide, voters
  FROM roll_word
  WHERE length(word) > 1 AND field <> 'zip'
  UNION ALL
  SELECT false, field, word, alike(word), alike_wide(word), 0
  FROM (SELECT DISTINCT field, word FROM misread_word WHERE length(word) > 3 AND field <> 'zip') AS w
  WHERE NOT EXISTS (SELECT 1 FROM close_word AS c WHERE c.field = w.field AND c.word = w.word AND c.cost <= 10)
),
keyed AS (
  SELECT *, wide AS key FROM folded
  UNION
  SELECT * EXCLUDE (cut), concat(left(wide, cut), substr(wide, cut + 2))
  FROM (SELECT *, unnest(range(length(wide))) AS cut FROM folded WHERE length(wide) > 2)
),
met AS (
  SELECT DISTINCT w.field, w.word, w.fold, r.word AS near, r.fold AS near_fold, r.voters
  FROM (SELECT * FROM keyed WHERE NOT on_roll) AS w
  JOIN (SELECT * FROM keyed WHERE on_roll) AS r ON r.field = w.field AND r.key = w.key
)
SELECT field, word, near, voters, 5 * levenshtein(word, near) + 2 * levenshtein(fold, near_fold) AS cost
FROM met
WHERE cost <= 5 * length(word)
