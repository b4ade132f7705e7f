-- namesake: how many voters bear the full name of an open line, for names rare enough to point at somebody.
SELECT surname, given, count(DISTINCT voter_id) AS voters
FROM roll_near
WHERE (surname, given) IN (
    SELECT (r.surname, r.given) FROM name_reading AS r JOIN open_line AS l ON l.line_id = r.line_id WHERE r.likely AND length(r.given) > 1
  )
  AND pair_key(surname, given) IN (SELECT key FROM line_key WHERE kind = 'name')
GROUP BY surname, given
HAVING count(DISTINCT voter_id) <= $common_name_voters
