-- splink_measured: for every cut-off, what accepting each line's best voter at or above it would mean. $best and $truth are files.
WITH judged AS (
  SELECT
    t.ground IS NULL OR t.ground NOT IN ('not_registered', 'different_address', 'out_of_jurisdiction', 'no_address', 'not_identifiable')
      AS at_the_address,
    coalesce(t.voter_id, '') <> '' AS on_roll,
    coalesce(t.ground, '') = 'not_registered' AS unregistered,
    b.voter_id = t.voter_id AS right_voter,
    coalesce(b.weight, -1) AS weight
  FROM read_csv($truth, header = true, all_varchar = true) AS t
  LEFT JOIN read_parquet($best) AS b ON b.unique_id = t.section || '/' || t.line
), cutoffs AS (SELECT unnest(range(0, 61)) / 2.0 AS cutoff)
SELECT
  cutoff,
  count(*) FILTER (WHERE at_the_address AND on_roll AND right_voter AND weight >= cutoff)
    / count(*) FILTER (WHERE at_the_address AND on_roll) AS right_voter,
  count(*) FILTER (WHERE unregistered AND weight >= cutoff) / count(*) FILTER (WHERE unregistered) AS accepted_unregistered
FROM judged, cutoffs
GROUP BY cutoff
ORDER BY cutoff;
