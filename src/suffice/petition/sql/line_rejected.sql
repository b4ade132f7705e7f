-- line_rejected: rows of the lines file that could not be used, by their row in the file (the header is row 1).
SELECT $file AS file, CAST(row_id + 2 AS BIGINT) AS row, wrong.col AS "column", wrong.found AS found, wrong.reason AS reason
FROM line_checked WHERE wrong IS NOT NULL
UNION ALL
SELECT $file, CAST(line AS BIGINT), column_name, left(csv_line, 120), error_message FROM $misfit
