-- The first $most lines of each disposition and ground, in the order of the petition, beside what the signer wrote.
-- Lines for review are not among them: review_first.sql gives those.
WITH first_lines AS (
  SELECT *
  FROM disposition
  WHERE disposition <> 'needs_review'
  QUALIFY row_number() OVER (PARTITION BY disposition, ground ORDER BY position) <= $most
)
SELECT f.disposition, f.ground, f.citation, f.section, f.line, w.name, w.address, f.voter_id, f.evidence
FROM first_lines AS f
JOIN written AS w ON w.section = f.section AND w.line = f.line
ORDER BY f.disposition, f.ground, f.position
