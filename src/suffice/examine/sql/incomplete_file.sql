-- incomplete_file: rows of the roll that name no voter, among the rows that could not be used.
SELECT
  $file AS file,
  CAST(NULL AS BIGINT) AS row,
  CASE WHEN record_id = '' THEN 'voter_id' ELSE 'last_name' END AS "column",
  concat_ws(' ', nullif(record_id, ''), nullif(surname, ''), nullif(given, ''), CAST(house AS VARCHAR), street) AS found,
  'A voter needs a number and a last name' AS reason
FROM incomplete_voter
ORDER BY found
