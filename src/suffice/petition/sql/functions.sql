-- truth: yes and no as people write them; NULL for anything else.
CREATE OR REPLACE MACRO truth(said) AS
  CASE
    WHEN regexp_full_match(said, 'true|t|yes|y|1|x', 'i') THEN true
    WHEN regexp_full_match(said, 'false|f|no|n|0', 'i') THEN false
  END;

-- swallowed: how many further lines of the file stand in one cell since a quotation mark was not closed: the cell then
-- holds line ends and at least as many delimiters as a row.
CREATE OR REPLACE MACRO swallowed(cell, delimiter, columns) AS
  CASE
    WHEN contains(cell, chr(10)) AND length(cell) - length(replace(cell, delimiter, '')) >= columns - 1
    THEN length(cell) - length(replace(cell, chr(10), ''))
    ELSE 0
  END;

-- line_ends: how many line ends a cell holds.
CREATE OR REPLACE MACRO line_ends(cell) AS
  CASE WHEN contains(cell, chr(10)) THEN length(cell) - length(replace(cell, chr(10), '')) ELSE 0 END
