-- misread_word: for each field of an open line the words a machine may have read there, as written: the names in every
-- reading; a name run together, parted at every place; each run of the words after the house number, because a direction,
-- a type or a unit that is misread is not known for one; and the number of a numbered street.
WITH address AS (
  SELECT line_id, string_split(trim(regexp_replace(plain(split_part(residence_address, ',', 1)), '[^A-Z0-9]+', ' ', 'g')), ' ') AS words
  FROM line_raw
  WHERE residence_address IS NOT NULL AND line_id IN (SELECT line_id FROM open_line)
),
street_words AS (
  SELECT line_id, array_to_string(list_slice(words, first_kept, array_length(words) - dropped), '') AS word
  FROM address, (VALUES (2), (3)) AS f (first_kept), (VALUES (0), (1), (2), (3)) AS d (dropped)
  WHERE first_kept <= array_length(words) - dropped
),
run_together AS (
  SELECT line_id, surname, unnest(range(3, length(surname) - 1)) AS cut
  FROM open_line
  WHERE given = '' AND length(surname) > 7
)
SELECT line_id, 'surname' AS field, surname AS word FROM name_reading WHERE length(surname) > 1
UNION
SELECT line_id, 'surname', substr(surname, cut + 1) FROM run_together
UNION
SELECT line_id, 'given', given FROM name_reading WHERE length(given) > 1
UNION
SELECT line_id, 'given', middle FROM name_reading WHERE reading = 'straight' AND length(middle) > 1
UNION
SELECT line_id, 'given', left(surname, cut) FROM run_together
UNION
SELECT line_id, 'street', word FROM street_words WHERE length(word) > 1
UNION
SELECT line_id, 'street', street FROM open_line WHERE street <> ''
UNION
-- A type without the space before it: "MORRISONRD".
SELECT line_id, 'street', regexp_replace(word, '(ST|AVE|AV|RD|DR|LN|CT|BLVD|WAY|PL|CIR|TER)$', '') FROM street_words WHERE regexp_matches(word, '^.{4,}(ST|AVE|AV|RD|DR|LN|CT|BLVD|WAY|PL|CIR|TER)$')
UNION
-- "50YH" is 50TH, and the roll's key of that street is 50.
SELECT line_id, 'street', translate(left(word, length(word) - 2), 'OQDILSBZGATE', '000115826473')
FROM street_words
WHERE regexp_full_match(word, '[0-9OQDILSBZGATE]{1,3}[A-Z0-9]{2}') AND regexp_matches(word, '[0-9]')
UNION
SELECT line_id, 'zip', zip5 FROM open_line WHERE zip5 IS NOT NULL
