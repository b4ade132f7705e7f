-- open_line: the lines that are not settled; these go through the wider look-up.
SELECT line_id, surname, given, left(surname, 1) AS surname_initial, house, street
FROM line_standard
WHERE line_id NOT IN (SELECT line_id FROM settled_pair)
