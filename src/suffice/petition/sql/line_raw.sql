-- line_raw: the usable lines, numbered in the order of sections and lines, whatever the order of the file.
SELECT
  row_number() OVER (ORDER BY try_cast(section AS BIGINT) NULLS LAST, section, try_cast(line AS BIGINT) NULLS LAST, line) - 1 AS line_id,
  section, line, printed_name, last_name, first_name, middle_name, name_suffix, residence_address, city, zip,
  signed_on, signature, struck, withdrawn, circulator, birth_date
FROM line_checked WHERE wrong IS NULL
