-- The first $most lines of every disposition and ground, in the order of the petition, with what they rest on.
SELECT disposition,
       coalesce(ground, '') AS ground,
       coalesce(citation, '') AS citation,
       section,
       line,
       coalesce(voter_id, '') AS voter_id,
       confidence,
       coalesce(evidence, '') AS evidence
FROM disposition
QUALIFY row_number() OVER (PARTITION BY disposition, ground ORDER BY position) <= $most
ORDER BY disposition, ground, position
