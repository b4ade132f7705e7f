-- twice_recorded: numbers that stand on several rows of the roll, with how many different rows.
WITH twice AS (
  SELECT record_id FROM roll_record GROUP BY record_id HAVING count(*) > 1
),
version AS (
  SELECT DISTINCT r.* FROM roll_record AS r JOIN twice AS t ON t.record_id = r.record_id
)
SELECT record_id, count(*) AS versions FROM version GROUP BY record_id
