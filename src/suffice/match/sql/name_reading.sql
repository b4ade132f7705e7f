-- name_reading: the ways in which the words of a line can be a surname and a given name:
-- straight; with a surname of two or of three words; with the last word left away (the second of two surnames);
-- turned round, where the last word is the commoner given name of the two.
-- given_known says whether the given name is one that people bear, so that JOAN is not taken for a slip of JOHN.
WITH reading AS (
  SELECT line_id, 'straight' AS reading, surname, given, middle FROM line_standard WHERE surname <> ''
  UNION ALL
  SELECT line_id, 'two words', letters(regexp_extract(words, '[A-Z]+ [A-Z]+$')), given, ''
  FROM line_standard WHERE regexp_matches(words, '^[A-Z]+ [A-Z]+ [A-Z]+')
  UNION ALL
  SELECT line_id, 'three words', letters(regexp_extract(words, '[A-Z]+ [A-Z]+ [A-Z]+$')), given, ''
  FROM line_standard WHERE regexp_matches(words, '^[A-Z]+ [A-Z]+ [A-Z]+ [A-Z]+')
  UNION ALL
  SELECT line_id, 'first of two', regexp_extract(words, '([A-Z]+) [A-Z]+$', 1), given, ''
  FROM line_standard WHERE regexp_matches(words, '^[A-Z]+ [A-Z][A-Z][A-Z]+ [A-Z]+')
  UNION ALL
  SELECT l.line_id, 'turned round', l.given, l.surname, l.middle
  FROM line_standard AS l
  JOIN given_name AS last_word ON last_word.name = l.surname
  LEFT JOIN given_name AS first_word ON first_word.name = l.given
  WHERE length(l.given) > 1 AND last_word.bearers > coalesce(first_word.bearers, 0)
)
SELECT r.*, k.name IS NOT NULL AS given_known
FROM reading AS r LEFT JOIN given_name AS k ON k.name = r.given
