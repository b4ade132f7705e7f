-- The first $most lines that people should look at, beside what the signer wrote; the file has them in that order.
SELECT 'needs_review' AS disposition, '' AS ground, '' AS citation, r.section, r.line, w.name, w.address,
       coalesce(r.voter_id, '') AS voter_id, coalesce(r.evidence, '') AS evidence
FROM (SELECT * FROM review WHERE position <= $most) AS r
JOIN written AS w ON w.section = r.section AND w.line = r.line
ORDER BY r.position
