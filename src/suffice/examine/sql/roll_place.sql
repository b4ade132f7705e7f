-- roll_place: the postal codes and cities in which voters of the roll live. Read only when some line needs it.
SELECT DISTINCT zip_key(zip) AS zip5, letters(city) AS city_key FROM $roll
