-- line_rejected: rows of the lines file that could not be used, by their row in the file (the header is row 1). A row that
-- has swallowed others, since a quotation mark was not closed, stands here once a line, so that the raw count adds up.
SELECT
  $file AS file, p.row + m.more AS row, c.wrong.col AS "column", c.wrong.found AS found, c.wrong.reason AS reason
FROM line_checked AS c
JOIN line_place AS p ON p.row_id = c.row_id
CROSS JOIN LATERAL (SELECT unnest(range(c.swallowed + 1)) AS more) AS m
WHERE c.wrong IS NOT NULL
UNION ALL
SELECT
  $file, p.row + m.more, f.column_name, left(split_part(f.csv_line, chr(10), m.more + 1), 120), f.reason
FROM $misfit AS f
JOIN misfit_place AS p ON p.place = f.place
CROSS JOIN LATERAL (
  SELECT unnest(range(1 + length(rtrim(f.csv_line, chr(10) || chr(13))) - length(replace(rtrim(f.csv_line, chr(10) || chr(13)), chr(10), '')))) AS more
) AS m
