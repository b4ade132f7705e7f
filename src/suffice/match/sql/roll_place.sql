-- roll_place: the postal codes and cities in which voters of the roll live.
SELECT DISTINCT zip5, letters(city) AS city_key
FROM (SELECT DISTINCT zip5, city FROM voter WHERE NOT former)
