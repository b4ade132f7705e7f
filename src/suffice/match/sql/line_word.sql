-- line_word: for each field of an open line the words it may be: as written, and the nearest words of the roll.
-- The postal code is looked up only where a machine has read the lines.
WITH written AS (
  SELECT line_id, 'surname' AS field, surname AS word FROM name_reading WHERE likely
  UNION
  SELECT line_id, 'given', given FROM open_line WHERE length(given) > 1
  UNION
  SELECT line_id, 'street', street FROM open_line WHERE street <> ''
  UNION
  SELECT line_id, 'street', street_meant FROM open_line WHERE street_meant <> ''
  UNION
  SELECT line_id, 'zip', zip5 FROM open_line WHERE zip5 IS NOT NULL AND (SELECT misread FROM line_source)
)
SELECT line_id, field, word FROM written
UNION
SELECT w.line_id, w.field, n.near FROM written AS w JOIN near_word AS n ON n.field = w.field AND n.word = w.word
