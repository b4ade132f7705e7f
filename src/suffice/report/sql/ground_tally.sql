-- Lines by proposed disposition, ground and citation; the most frequent ground first.
SELECT disposition,
       coalesce(ground, '') AS ground,
       coalesce(citation, '') AS citation,
       count(*) AS lines
FROM disposition
GROUP BY ALL
ORDER BY disposition, lines DESC, ground, citation
