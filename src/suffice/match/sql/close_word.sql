-- close_word: for each word of misread lines the roll's words that are equal to it, or equal but for one letter, once
-- letters that look alike are written alike; with what the misreading costs (see misread_cost).
WITH folded AS (
  SELECT true AS on_roll, field, word, CASE field WHEN 'zip' THEN word ELSE alike(word) END AS fold, voters
  FROM roll_word
  UNION ALL
  SELECT false, field, word, CASE field WHEN 'zip' THEN word ELSE alike(word) END, 0
  FROM (SELECT DISTINCT field, word FROM misread_word)
),
-- Two words that differ by one letter are equal once the right letter is taken out of each.
keyed AS (
  SELECT *, fold AS key FROM folded
  UNION
  SELECT * EXCLUDE (cut), concat(left(fold, cut), substr(fold, cut + 2))
  FROM (SELECT *, unnest(range(length(fold))) AS cut FROM folded WHERE length(fold) > 2)
),
met AS (
  SELECT DISTINCT w.field, w.word, w.fold, r.word AS near, r.fold AS near_fold, r.voters
  FROM (SELECT * FROM keyed WHERE NOT on_roll) AS w
  JOIN (SELECT * FROM keyed WHERE on_roll) AS r ON r.field = w.field AND r.key = w.key
)
SELECT field, word, near, voters, 5 * levenshtein(word, near) + 2 * levenshtein(fold, near_fold) AS cost
FROM met
WHERE cost <= 5 * length(word)
