-- petition_counts: the lines by proposed disposition; later copies are those of a voter's lines but the first, or but the valid one.
SELECT
  count(*) AS raw,
  count(*) FILTER (WHERE disposition = 'valid') AS valid,
  count(*) FILTER (WHERE ground = 'duplicate') AS copies,
  count(DISTINCT voter_id) FILTER (WHERE ground = 'duplicate') AS voters,
  count(*) FILTER (WHERE disposition = 'needs_review') AS needs_review
FROM disposition_read
