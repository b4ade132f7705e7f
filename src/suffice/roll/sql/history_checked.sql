-- history_checked: every row of the file of former addresses with its days understood, and what is wrong with it, if anything.
WITH parsed AS (
  SELECT
    *,
    day_said(from_said, 50) AS former_from,
    day_said(to_said, 50) AS former_to
  FROM history_file
)
SELECT
  *,
  CASE
    WHEN voter_id IS NULL THEN struct_pack(col := 'voter_id', found := '', reason := 'The voter number is missing')
    WHEN street_name IS NULL AND address IS NULL THEN struct_pack(col := 'address', found := voter_id, reason := 'The address is missing')
    WHEN former_to IS NULL THEN struct_pack(col := 'to', found := concat_ws(' ', voter_id, to_said), reason := 'This is no day of the calendar; expected YYYY-MM-DD or MM/DD/YYYY')
    WHEN coalesce(from_said, '') <> '' AND former_from IS NULL THEN struct_pack(col := 'from', found := concat_ws(' ', voter_id, from_said), reason := 'This is no day of the calendar; expected YYYY-MM-DD or MM/DD/YYYY')
    WHEN former_from > former_to THEN struct_pack(col := 'from', found := concat_ws(' ', voter_id, from_said, to_said), reason := 'The first day is after the last')
  END AS wrong
FROM parsed
