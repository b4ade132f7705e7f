-- line_word: for each field of an open line the words it may be: as written, and the nearest words of the roll.
WITH written AS (
  SELECT line_id, 'surname' AS field, surname AS word FROM name_reading WHERE likely
  UNION
  SELECT line_id, 'given', given FROM open_line WHERE length(given) > 1
  UNION
  SELECT line_id, 'street', street FROM open_line WHERE street <> ''
)
SELECT line_id, field, word FROM written
UNION
SELECT w.line_id, w.field, n.near FROM written AS w JOIN near_word AS n ON n.field = w.field AND n.word = w.word
