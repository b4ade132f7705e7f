-- misfit: rows of a roll that could not be parted into columns, once each, with the reason.
SELECT
  $file AS file,
  CAST(line AS BIGINT) AS row,
  CASE WHEN bool_or(error_type = 'UNQUOTED VALUE') THEN max(column_name) ELSE '' END AS "column",
  left(min(csv_line), 120) AS found,
  CASE
    WHEN bool_or(error_type = 'UNQUOTED VALUE') THEN 'A quotation mark stands within a cell, or is not closed'
    WHEN bool_or(error_type = 'MISSING COLUMNS') THEN 'The row has fewer columns than the header'
    WHEN bool_or(error_type = 'TOO MANY COLUMNS') THEN 'The row has more columns than the header'
    ELSE min(error_message)
  END AS reason
FROM $misfit
GROUP BY line
ORDER BY line
