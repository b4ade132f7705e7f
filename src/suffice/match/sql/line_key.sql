-- line_key: what a voter must share with some line to be worth keeping from the roll: two strong fields of one line.
SELECT DISTINCT 'house street' AS kind, pair_key(house, street) AS key FROM line_standard WHERE house IS NOT NULL AND street <> ''
UNION ALL
SELECT DISTINCT 'surname house', pair_key(r.surname, l.house) FROM name_reading AS r JOIN line_standard AS l USING (line_id) WHERE r.likely AND l.house IS NOT NULL
UNION ALL
SELECT DISTINCT 'surname street', pair_key(r.surname, l.street) FROM name_reading AS r JOIN line_standard AS l USING (line_id) WHERE r.likely AND l.street <> ''
UNION ALL
SELECT DISTINCT 'given house initial', pair_key(pair_key(given, house), left(surname, 1)) FROM line_standard WHERE length(given) > 1 AND house IS NOT NULL
UNION ALL
SELECT DISTINCT 'given street initial', pair_key(pair_key(given, street), left(surname, 1)) FROM line_standard WHERE length(given) > 1 AND street <> ''
UNION ALL
-- A full name that many lines share cannot tell one voter from another, so it alone fetches nobody.
SELECT 'name', pair_key(surname, given) FROM name_reading WHERE length(given) > 1 AND reading IN ('straight', 'two words')
GROUP BY ALL HAVING count(*) <= $common_name_lines
