-- history_stranger: former addresses of voters who are not on the roll.
SELECT
  $file AS file, CAST(NULL AS BIGINT) AS row, 'voter_id' AS "column", h.voter_id AS found,
  'No voter of the roll has this number' AS reason
FROM roll_history AS h
WHERE h.voter_id NOT IN (SELECT voter_id FROM roll)
ORDER BY found
