-- truth: yes and no as people write them; NULL for anything else.
CREATE OR REPLACE MACRO truth(said) AS
  CASE
    WHEN lower(said) IN ('true', 't', 'yes', 'y', '1', 'x') THEN true
    WHEN lower(said) IN ('false', 'f', 'no', 'n', '0') THEN false
  END
