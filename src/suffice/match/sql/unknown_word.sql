-- unknown_word: words on lines that stand nowhere on the roll.
SELECT DISTINCT w.field, w.word
FROM (
  SELECT 'surname' AS field, surname AS word FROM line_standard
  UNION ALL
  SELECT 'given', given FROM line_standard
  UNION ALL
  SELECT 'street', street FROM line_standard
  UNION ALL
  SELECT 'street', street_meant FROM line_standard
  UNION ALL
  SELECT 'zip', zip5 FROM line_standard
) AS w
LEFT JOIN roll_word AS r ON r.field = w.field AND r.word = w.word
WHERE length(w.word) > 2 AND r.word IS NULL
ORDER BY w.field, w.word
