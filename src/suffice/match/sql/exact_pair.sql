-- exact_pair: lines whose surname, given name, house number and street are a voter's to the letter.
SELECT l.line_id, v.record_id, v.status, v.suffix AS voter_suffix, v.zip5 AS voter_zip5
FROM line_standard AS l
JOIN roll_near AS v ON v.surname = l.surname AND v.given = l.given AND v.house = l.house AND v.street = l.street
