-- line_key: what a voter must share with some line to be worth keeping from the roll: two strong fields of one line.
WITH surname AS (SELECT line_id, word AS surname FROM line_word WHERE field = 'surname'),
given AS (SELECT line_id, word AS given FROM line_word WHERE field = 'given'),
street AS (SELECT line_id, word AS street FROM line_word WHERE field = 'street'),
housed AS (SELECT line_id, house, left(surname, 1) AS initial FROM line_standard)
SELECT DISTINCT 'house street' AS kind, pair_key(h.house, s.street) AS key
FROM housed AS h JOIN street AS s ON s.line_id = h.line_id WHERE h.house IS NOT NULL
UNION ALL
SELECT DISTINCT 'surname house', pair_key(n.surname, h.house)
FROM surname AS n JOIN housed AS h ON h.line_id = n.line_id WHERE h.house IS NOT NULL
UNION ALL
SELECT DISTINCT 'surname street', pair_key(n.surname, s.street)
FROM surname AS n JOIN street AS s ON s.line_id = n.line_id
UNION ALL
SELECT DISTINCT 'given house initial', pair_key(pair_key(g.given, h.house), h.initial)
FROM given AS g JOIN housed AS h ON h.line_id = g.line_id WHERE h.house IS NOT NULL
UNION ALL
SELECT DISTINCT 'given street initial', pair_key(pair_key(g.given, s.street), h.initial)
FROM given AS g JOIN housed AS h ON h.line_id = g.line_id JOIN street AS s ON s.line_id = g.line_id
UNION ALL
-- A full name that many lines share cannot tell one voter from another, so it alone fetches nobody.
SELECT 'name', pair_key(surname, given) FROM name_reading WHERE length(given) > 1 AND reading IN ('straight', 'two words')
GROUP BY ALL HAVING count(*) <= $common_name_lines
