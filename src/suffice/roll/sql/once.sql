-- once: the rows whose voter_id stands on several rows, each different row once.
SELECT DISTINCT * FROM roll
WHERE voter_id IN (SELECT voter_id FROM roll GROUP BY voter_id HAVING count(*) > 1)
