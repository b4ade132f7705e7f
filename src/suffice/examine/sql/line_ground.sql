-- line_ground: of the reasons found against a line, the one the profile names first, and how many others there are.
SELECT f.line_id, min_by(f.ground, g.precedence) AS ground, count(*) - 1 AS other_grounds
FROM finding AS f JOIN ground AS g ON g.ground = f.ground
GROUP BY f.line_id
