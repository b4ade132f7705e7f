-- measured: the proposals beside the truth, counted by what was true and what was proposed.
SELECT
  coalesce(t.ground, '') AS true_ground,
  d.disposition,
  coalesce(d.ground, '') AS proposed_ground,
  count(*) AS lines,
  count(*) FILTER (WHERE t.voter_id <> '') AS on_roll,
  count(*) FILTER (WHERE t.voter_id <> '' AND d.voter_id = t.voter_id) AS right_voter,
  count(*) FILTER (WHERE d.voter_id <> '' AND d.voter_id IS DISTINCT FROM t.voter_id) AS wrong_voter
FROM truth AS t JOIN proposed AS d ON d.section = t.section AND d.line = t.line
GROUP BY ALL
ORDER BY ALL
