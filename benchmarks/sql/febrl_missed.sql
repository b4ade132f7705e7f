-- febrl_missed: in what the copies whose voter was not named differ from the originals, the first of these that holds; and how
-- many of them were at least ranked first among the candidates. Files: $roll, $lines, $dispositions, $candidates.
WITH copy AS (
  SELECT
    r.last_name, r.first_name, r.address, l.last_name AS last_written, l.first_name AS first_written, l.residence_address AS written,
    jaro_winkler_similarity(coalesce(r.last_name, ''), coalesce(l.last_name, '')) >= 0.8 AS last_alike,
    jaro_winkler_similarity(coalesce(r.first_name, ''), coalesce(l.first_name, '')) >= 0.8 AS first_alike,
    coalesce(c.voter_id = r.voter_id, false) AS first
  FROM read_csv($roll, header = true, all_varchar = true) AS r
  JOIN read_csv($lines, header = true, all_varchar = true) AS l ON l.line = r.voter_id
  LEFT JOIN read_parquet($dispositions) AS d ON d.line = l.line
  LEFT JOIN read_parquet($candidates) AS c ON c.line = l.line AND c.rank = 1
  WHERE d.voter_id IS DISTINCT FROM r.voter_id
)
SELECT
  CASE
    WHEN last_written IS NULL OR first_written IS NULL THEN 'the line lacks surname or given name'
    WHEN last_name IS NULL OR first_name IS NULL THEN 'the roll lacks surname or given name'
    WHEN NOT coalesce(regexp_matches(written, '^[0-9]+ '), false) THEN 'the line lacks house number or street'
    WHEN NOT coalesce(regexp_matches(address, '^[0-9]+ '), false) THEN 'the roll lacks house number or street'
    WHEN NOT last_alike
      AND (damerau_levenshtein(last_written, first_name) <= 2 OR damerau_levenshtein(first_written, last_name) <= 2)
      THEN 'surname and given name in each other''s place'
    WHEN NOT last_alike AND NOT first_alike THEN 'both names are others'
    WHEN NOT first_alike THEN 'the given name is another'
    WHEN NOT last_alike THEN 'the surname is another'
    WHEN split_part(address, ' ', 1) <> split_part(written, ' ', 1) THEN 'the house number is another'
    ELSE 'slips alone'
  END AS difference,
  count(*) AS missed,
  count(*) FILTER (WHERE first) AS ranked_first
FROM copy
GROUP BY ALL
ORDER BY missed DESC, difference;
