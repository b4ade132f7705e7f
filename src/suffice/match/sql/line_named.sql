-- line_named: open lines whose full name, to the letter, some voter of the roll bears. Looked for where the law does not ask
-- for the registered address, or where no source says whether it does: such a line is nobody's "not registered".
SELECT DISTINCT n.line_id
FROM name_reading AS n JOIN voter AS v ON v.surname = n.surname AND v.given = n.given
WHERE n.likely AND length(n.given) > 1 AND NOT coalesce($address_must_match, false)
