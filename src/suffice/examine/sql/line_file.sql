-- line_file: the lines as they were read, in their order.
SELECT * EXCLUDE (line_id) FROM line_raw ORDER BY line_id
