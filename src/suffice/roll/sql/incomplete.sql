-- incomplete: rows of a roll that name no voter, with what is missing.
SELECT
  CAST(NULL AS BIGINT) AS row,
  CASE WHEN coalesce(voter_id, '') = '' THEN 'voter_id' ELSE 'last_name' END AS "column",
  coalesce(voter_id, '') AS found,
  'A voter needs a number and a last name' AS reason
FROM roll
WHERE coalesce(voter_id, '') = '' OR coalesce(surname, '') = ''
ORDER BY found
