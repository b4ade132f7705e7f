-- line_abroad: lines of people found nowhere on the roll who write a place where no voter of the roll lives:
-- neither the city nor the postal code is there, or, with no city written, not even the postal area (first three digits).
WITH place AS (
  SELECT l.line_id, l.zip5, l.city_key
  FROM line_standard AS l JOIN line_match AS m ON m.line_id = l.line_id
  WHERE m.match_verdict = 'none' AND (l.zip5 IS NOT NULL OR l.city_key <> '')
),
strange_city AS (
  SELECT c.city_key
  FROM (SELECT DISTINCT city_key FROM place WHERE city_key <> '') AS c
  WHERE NOT EXISTS (
    SELECT 1 FROM (SELECT DISTINCT city_key FROM roll_place) AS r
    WHERE slips(c.city_key, r.city_key) * 3 <= length(r.city_key) OR starts_with(r.city_key, c.city_key)
  )
),
strange_zip AS (
  SELECT zip5, left(zip5, 3) NOT IN (SELECT left(zip5, 3) FROM roll_place WHERE zip5 IS NOT NULL) AS strange_area
  FROM (SELECT DISTINCT zip5 FROM place WHERE zip5 IS NOT NULL) AS z
  WHERE zip5 NOT IN (SELECT zip5 FROM roll_place WHERE zip5 IS NOT NULL)
)
SELECT p.line_id
FROM place AS p
LEFT JOIN strange_city AS c ON c.city_key = p.city_key
LEFT JOIN strange_zip AS z ON z.zip5 = p.zip5
WHERE (c.city_key IS NOT NULL AND (z.zip5 IS NOT NULL OR p.zip5 IS NULL))
  OR (p.city_key = '' AND z.strange_area)
