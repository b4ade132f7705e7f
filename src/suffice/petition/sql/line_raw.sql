-- line_raw: the usable lines, numbered in the order of sections and lines, whatever the order of the file.
WITH numbered AS (
  SELECT
    row_id, signed_on, signature, struck, withdrawn, birth_date,
    row_number() OVER (ORDER BY try_cast(section AS BIGINT) NULLS LAST, section, try_cast(line AS BIGINT) NULLS LAST, line) - 1 AS line_id
  FROM line_checked WHERE wrong IS NULL
)
SELECT
  n.line_id,
  f.section, f.line, f.printed_name, f.last_name, f.first_name, f.middle_name, f.name_suffix, f.residence_address, f.city, f.zip,
  n.signed_on, n.signature, n.struck, n.withdrawn, f.circulator, n.birth_date
FROM numbered AS n JOIN line_file AS f ON f.rowid = n.row_id
