-- line_checked: every row of the lines file (row_id counts from 0) with its dates and yes/no columns understood, and what is
-- wrong with it, if anything.
WITH parsed AS (
  SELECT
    rowid AS row_id, section, line, swallowed,
    $line_ends AS line_ends,
    signed_on AS signed_said, birth_date AS birth_said, signature AS signature_said, struck AS struck_said, withdrawn AS withdrawn_said,
    day_said(signed_on, 50) AS signed_on,
    day_said(birth_date, NULL) AS birth_date,
    truth(signature) AS signature, truth(struck) AS struck, truth(withdrawn) AS withdrawn
  FROM line_file
),
repeated AS (
  SELECT section, line, count(*) AS copies FROM line_file GROUP BY section, line HAVING count(*) > 1
),
numbered AS (
  SELECT p.*, coalesce(r.copies, 1) AS copies
  FROM parsed AS p LEFT JOIN repeated AS r ON r.section = p.section AND r.line = p.line
)
SELECT
  row_id, section, line, signed_on, birth_date, signature, struck, withdrawn, swallowed, line_ends,
  CASE
    WHEN swallowed > 0 THEN struct_pack(col := '', found := concat_ws('/', section, line), reason := concat('A quotation mark is not closed: this row has swallowed others'))
    WHEN section IS NULL THEN struct_pack(col := 'section', found := '', reason := 'The section is missing')
    WHEN line IS NULL THEN struct_pack(col := 'line', found := '', reason := 'The line number is missing')
    WHEN copies > 1 THEN struct_pack(col := 'line', found := concat(section, '/', line), reason := concat('Section and line stand ', CAST(copies AS VARCHAR), ' times; nobody can say which is meant'))
    WHEN signed_said IS NOT NULL AND signed_on IS NULL THEN struct_pack(col := 'signed_on', found := signed_said, reason := 'This is no day of the calendar; expected YYYY-MM-DD or MM/DD/YYYY')
    WHEN birth_said IS NOT NULL AND birth_date IS NULL THEN struct_pack(col := 'birth_date', found := birth_said, reason := 'This is no day of the calendar; expected YYYY-MM-DD or MM/DD/YYYY')
    WHEN signature_said IS NOT NULL AND signature IS NULL THEN struct_pack(col := 'signature', found := signature_said, reason := 'Expected yes or no')
    WHEN struck_said IS NOT NULL AND struck IS NULL THEN struct_pack(col := 'struck', found := struck_said, reason := 'Expected yes or no')
    WHEN withdrawn_said IS NOT NULL AND withdrawn IS NULL THEN struct_pack(col := 'withdrawn', found := withdrawn_said, reason := 'Expected yes or no')
  END AS wrong
FROM numbered
