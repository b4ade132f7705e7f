-- open_line: the lines that are not settled; these go through the wider look-up.
SELECT * FROM line_standard WHERE line_id NOT IN (SELECT line_id FROM settled_pair)
