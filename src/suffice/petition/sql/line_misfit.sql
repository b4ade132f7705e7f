-- line_misfit: rows of the lines file that could not be parted into columns, once each, by their first byte, with the reason.
SELECT
  line_byte_position AS place,
  CASE WHEN bool_or(error_type = 'UNQUOTED VALUE') THEN max(column_name) ELSE '' END AS column_name,
  min(csv_line) AS csv_line,
  CASE
    WHEN bool_or(error_type = 'UNQUOTED VALUE') THEN 'A quotation mark stands within a cell, or is not closed'
    WHEN bool_or(error_type = 'MISSING COLUMNS') THEN 'The row has fewer columns than the header'
    WHEN bool_or(error_type = 'TOO MANY COLUMNS') THEN 'The row has more columns than the header'
    ELSE min(error_message)
  END AS reason
FROM $seen
GROUP BY line_byte_position
