-- near_word: for each word of misread lines the eight words of the roll that it is likeliest to be.
WITH placed AS (
  SELECT c.read_id, c.known_id, c.cost, row_number() OVER (PARTITION BY c.read_id ORDER BY c.cost, k.voters DESC, c.known_id) AS place
  FROM (SELECT * FROM close_word UNION SELECT * FROM wide_word) AS c JOIN known_word AS k ON k.id = c.known_id
)
SELECT r.field, r.word, k.word AS near, k.voters, p.cost, p.place
FROM placed AS p JOIN read_word AS r ON r.id = p.read_id JOIN known_word AS k ON k.id = p.known_id
WHERE p.place <= 8
