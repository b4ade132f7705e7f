-- near_nickname: words that stand for a given name on open lines, and are none, with the names of which they are a misspelt
-- nickname: DAEV for DAVE, so DAVID. Two words that differ by one letter, or by two next to each other exchanged, are equal
-- once the right letter is taken out of each. Also the initials of nicknames: B. for Bob, so ROBERT.
WITH written AS (
  SELECT DISTINCT given AS word FROM name_reading WHERE NOT given_known AND length(given) > 2
),
written_key AS (
  SELECT word, word AS key FROM written
  UNION
  SELECT word, concat(left(word, cut), substr(word, cut + 2)) FROM (SELECT word, unnest(range(length(word))) AS cut FROM written)
),
form AS (
  SELECT DISTINCT given AS word FROM nickname WHERE length(given) > 2
),
form_key AS (
  SELECT word, word AS key FROM form
  UNION
  SELECT word, concat(left(word, cut), substr(word, cut + 2)) FROM (SELECT word, unnest(range(length(word))) AS cut FROM form)
),
met AS (
  SELECT DISTINCT w.word, f.word AS form FROM written_key AS w JOIN form_key AS f ON f.key = w.key
)
SELECT m.word AS given, n.other
FROM met AS m JOIN nickname AS n ON n.given = m.form
WHERE damerau_levenshtein(m.word, m.form) = 1
UNION
SELECT left(given, 1), other FROM nickname
