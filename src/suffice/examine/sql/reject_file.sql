-- reject_file: rows of the lines and of the roll that could not be used, with the reason.
SELECT file, row, "column", found, reason FROM line_rejected
UNION ALL
SELECT file, row, "column", found, reason FROM roll_rejected
ORDER BY file, row
