-- namesake: how many voters bear the full name of an open line, for names rare enough to point at somebody: borne by
-- few voters and written on few lines.
WITH written AS (
  SELECT surname, given
  FROM name_reading
  WHERE length(given) > 1 AND likely
  GROUP BY surname, given
  HAVING count(*) <= $common_name_lines
)
SELECT v.surname, v.given, count(*) AS voters
FROM voter AS v JOIN written AS w ON w.surname = v.surname AND w.given = v.given
WHERE NOT v.former
GROUP BY v.surname, v.given
HAVING count(*) <= $common_name_voters
