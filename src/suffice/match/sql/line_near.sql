-- line_near: for each field of a misread line the four words of the roll that it is likeliest to hold. Of two that cost
-- alike the longer one says more.
WITH held AS (
  SELECT w.line_id, w.field, n.near AS word, min(n.cost) AS cost
  FROM misread_word AS w JOIN near_word AS n ON n.field = w.field AND n.word = w.word AND n.place <= 4
  GROUP BY w.line_id, w.field, n.near
),
placed AS (
  SELECT line_id, field, word, row_number() OVER (PARTITION BY line_id, field ORDER BY 10 * cost - length(word), word) AS place
  FROM held
)
SELECT * FROM placed WHERE place <= 4
