-- name_reading: the ways in which the words of an open line can be a surname and a given name:
-- straight; with a surname of two or of three words; with the last word left away (the second of two surnames);
-- turned round; a single word as the given name.
-- given_known says whether the given name is one that many people bear, so that JOAN is not taken for a slip of JOHN.
-- Turned round is likely, and worth a look-up of its own, where the last word is the commoner given name of the two.
WITH reading AS (
  SELECT line_id, 'straight' AS reading, surname, given, middle FROM open_line WHERE surname <> '' OR given <> ''
  UNION ALL
  SELECT line_id, 'two words', letters(regexp_extract(words, '[A-Z]+ [A-Z]+$')), given, ''
  FROM open_line WHERE regexp_matches(words, '^[A-Z]+ [A-Z]+ [A-Z]+')
  UNION ALL
  SELECT line_id, 'three words', letters(regexp_extract(words, '[A-Z]+ [A-Z]+ [A-Z]+$')), given, ''
  FROM open_line WHERE regexp_matches(words, '^[A-Z]+ [A-Z]+ [A-Z]+ [A-Z]+')
  UNION ALL
  SELECT line_id, 'first of two', regexp_extract(words, '([A-Z]+) [A-Z]+$', 1), given, ''
  FROM open_line WHERE regexp_matches(words, '^[A-Z]+ [A-Z][A-Z][A-Z]+ [A-Z]+')
  UNION ALL
  SELECT line_id, 'turned round', given, surname, middle FROM open_line WHERE length(given) > 1 AND surname <> ''
  UNION ALL
  SELECT line_id, 'one word', '', surname, '' FROM open_line WHERE given = '' AND length(surname) > 1
)
SELECT
  r.*,
  coalesce(k.bearers, 0) >= $given_name_bearers AS given_known,
  r.surname <> '' AND (r.reading <> 'turned round' OR k.bearers > coalesce(s.bearers, 0)) AS likely
FROM reading AS r
LEFT JOIN given_name AS k ON k.name = r.given
LEFT JOIN given_name AS s ON s.name = r.surname
