-- settled_pair: lines that belong to one voter to the letter, with nothing against it; they need no wider look-up.
SELECT line_id, min(record_id) AS record_id
FROM exact_pair
GROUP BY line_id
HAVING count(*) = 1 AND bool_and(nothing_against)
