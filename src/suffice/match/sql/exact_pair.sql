-- exact_pair: lines whose surname, given name, house number and street are a voter's to the letter.
SELECT l.line_id, v.record_id, v.record_id IS NOT NULL AND NOT v.canceled AND NOT v.former AND zip_agreement(l.zip5, v.zip5) IN ('same', 'missing') AS nothing_against
FROM line_standard AS l
JOIN voter AS v ON v.surname = l.surname AND v.given = l.given AND v.house = l.house AND v.street = l.street
WHERE l.given <> ''
