-- circulator_tally: lines of each circulator by proposed disposition.
SELECT
  circulator AS key,
  count(*) AS raw,
  count(*) FILTER (WHERE disposition = 'valid') AS valid,
  count(*) FILTER (WHERE disposition = 'invalid') AS invalid,
  count(*) FILTER (WHERE disposition = 'needs_review') AS needs_review
FROM disposition WHERE circulator IS NOT NULL GROUP BY circulator ORDER BY circulator
