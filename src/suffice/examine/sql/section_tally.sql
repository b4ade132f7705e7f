-- section_tally: lines of each section by proposed disposition.
SELECT
  section AS key,
  count(*) AS raw,
  count(*) FILTER (WHERE disposition = 'valid') AS valid,
  count(*) FILTER (WHERE disposition = 'invalid') AS invalid,
  count(*) FILTER (WHERE disposition = 'needs_review') AS needs_review
FROM disposition GROUP BY section ORDER BY min(line_id)
