-- line_word: for each field of an open line the words it may be looked up as.
SELECT line_id, 'surname' AS field, surname AS word FROM name_reading WHERE likely
UNION
SELECT line_id, 'given', given FROM open_line WHERE length(given) > 1
UNION
SELECT line_id, 'street', street FROM open_line WHERE street <> ''
UNION
SELECT line_id, 'street', street_meant FROM open_line WHERE street_meant <> ''
