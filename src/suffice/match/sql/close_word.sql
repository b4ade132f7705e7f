-- close_word: for each word of misread lines the words of the roll that are equal to it, or equal but for one letter, once
-- letters that look alike are written alike; with what the misreading costs (see misread_cost).
-- Two words that differ by one letter are equal once the right letter is taken out of each.
WITH read_key AS (
  SELECT id, pair_key(field, fold) AS key FROM read_word
  UNION ALL
  SELECT id, pair_key(field, concat(left(fold, cut), substr(fold, cut + 2)))
  FROM (SELECT id, field, fold, unnest(range(length(fold))) AS cut FROM read_word WHERE length(fold) > 2)
),
known_key AS (
  SELECT id, pair_key(field, fold) AS key FROM known_word
  UNION ALL
  SELECT id, pair_key(field, concat(left(fold, cut), substr(fold, cut + 2)))
  FROM (SELECT id, field, fold, unnest(range(length(fold))) AS cut FROM known_word WHERE length(fold) > 2)
),
met AS (
  SELECT DISTINCT r.id AS read_id, k.id AS known_id
  FROM read_key AS r JOIN known_key AS k ON k.key = r.key
),
weighed AS (
  SELECT m.read_id, m.known_id, length(r.word) AS letters_read, 5 * levenshtein(r.word, k.word) + 2 * levenshtein(r.fold, k.fold) AS cost
  FROM met AS m JOIN read_word AS r ON r.id = m.read_id JOIN known_word AS k ON k.id = m.known_id
)
SELECT read_id, known_id, cost FROM weighed WHERE cost <= 3 * letters_read
