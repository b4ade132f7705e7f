-- truth: yes and no as people write them; NULL for anything else.
CREATE OR REPLACE MACRO truth(said) AS
  CASE
    WHEN regexp_full_match(said, 'true|t|yes|y|1|x', 'i') THEN true
    WHEN regexp_full_match(said, 'false|f|no|n|0', 'i') THEN false
  END
