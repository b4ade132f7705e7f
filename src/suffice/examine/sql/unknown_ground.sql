-- unknown_ground: what was found against lines and is no ground of the profile, with the number of lines.
SELECT ground, count(*) AS lines
FROM finding
WHERE ground NOT IN (SELECT ground FROM ground)
GROUP BY ground
ORDER BY ground
