-- incomplete_voter: rows of the roll that cannot be looked up, since the voter's number or last name is missing.
SELECT coalesce(record_id, '') AS record_id, coalesce(surname, '') AS surname, coalesce(given, '') AS given, house, street
FROM voter
WHERE record_id IS NULL OR record_id = '' OR surname IS NULL OR surname = ''
