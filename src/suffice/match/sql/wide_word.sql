-- wide_word: the same as close_word, with more letters taken for alike, for words to which no word of the roll is close.
WITH unread AS (
  SELECT id, field, wide FROM read_word
  WHERE length(word) > 3 AND field <> 'zip' AND id NOT IN (SELECT read_id FROM close_word WHERE cost <= 10)
),
read_key AS (
  SELECT id, pair_key(field, wide) AS key FROM unread
  UNION ALL
  SELECT id, pair_key(field, concat(left(wide, cut), substr(wide, cut + 2)))
  FROM (SELECT id, field, wide, unnest(range(length(wide))) AS cut FROM unread)
),
known_key AS (
  SELECT id, pair_key(field, wide) AS key FROM known_word WHERE length(word) > 2 AND field <> 'zip'
  UNION ALL
  SELECT id, pair_key(field, concat(left(wide, cut), substr(wide, cut + 2)))
  FROM (SELECT id, field, wide, unnest(range(length(wide))) AS cut FROM known_word WHERE length(word) > 2 AND field <> 'zip')
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
