-- finding: every lawful reason that stands against a line, one row a reason, whether or not it is the one that decides.
-- Which of several reasons is named is the profile's order of precedence, not this file's.
WITH dated AS (
  SELECT
    w.*,
    coalesce(s.first_day, $approved_on) AS first_day,
    coalesce(s.last_day, $filed_on) AS last_day,
    coalesce(w.signed_on, s.last_day, $filed_on) AS signed_by,
    coalesce(CASE WHEN $former_when_signed THEN w.signed_on END, s.first_day, $approved_on) AS since,
    coalesce(CASE WHEN $former_when_signed THEN w.signed_on END, s.last_day, $filed_on) AS until
  FROM line_raw AS w LEFT JOIN section_window AS s ON s.section = w.section
),
-- Lines of which it is known whose they are.
known AS (
  SELECT
    m.line_id, m.match_verdict,
    v.status, v.status_on, v.registered_on, v.received_on, v.birth_date, v.in_jurisdiction, v.former, v.former_from, v.former_to
  FROM line_match AS m JOIN roll_record AS v ON v.record_id = m.record_id
  WHERE m.match_verdict IN ('matched', 'elsewhere')
)
SELECT line_id, 'struck' AS ground FROM dated WHERE struck
UNION ALL
SELECT line_id, 'withdrawn' FROM dated WHERE withdrawn
UNION ALL
SELECT line_id, 'no_signature' FROM dated WHERE signature = false
UNION ALL
SELECT line_id, 'no_address' FROM dated WHERE residence_address IS NULL OR NOT regexp_matches(residence_address, '[A-Za-z0-9]')
UNION ALL
-- Where no line has a date the form had no place for one.
SELECT line_id, 'no_date' FROM dated WHERE signed_on IS NULL AND EXISTS (SELECT 1 FROM line_raw WHERE signed_on IS NOT NULL)
UNION ALL
SELECT line_id, 'not_identifiable' FROM line_standard WHERE length(surname) + length(given) < 2
UNION ALL
SELECT line_id, 'outside_circulation' FROM dated WHERE signed_on < first_day OR signed_on > last_day
UNION ALL
SELECT m.line_id, 'not_registered' FROM line_match AS m
WHERE m.match_verdict = 'none'
  AND (m.line_id NOT IN (SELECT line_id FROM line_abroad) OR NOT EXISTS (SELECT 1 FROM ground WHERE ground = 'out_of_jurisdiction'))
UNION ALL
SELECT line_id, 'out_of_jurisdiction' FROM line_abroad
UNION ALL
SELECT line_id, 'out_of_jurisdiction' FROM known WHERE NOT in_jurisdiction
UNION ALL
SELECT line_id, 'different_address' FROM known WHERE match_verdict = 'elsewhere' AND $address_must_match
UNION ALL
-- Registered there once: that counts where the registration stood there on a day that the profile's rule asks for.
SELECT m.line_id, 'different_address' FROM known AS m JOIN dated AS d ON d.line_id = m.line_id
WHERE m.match_verdict = 'matched' AND m.former AND $address_must_match
  AND NOT ($former_counts AND coalesce(m.former_from, DATE '0001-01-01') <= d.until AND m.former_to >= d.since)
UNION ALL
SELECT m.line_id, 'canceled' FROM known AS m JOIN dated AS d ON d.line_id = m.line_id
WHERE m.status = 'canceled' AND (m.status_on IS NULL OR m.status_on <= d.signed_by)
UNION ALL
SELECT line_id, 'inactive' FROM known WHERE status = 'inactive' AND NOT $inactive_counts
UNION ALL
SELECT m.line_id, 'registered_too_late' FROM known AS m JOIN dated AS d ON d.line_id = m.line_id
WHERE m.match_verdict = 'matched' AND (m.registered_on > d.signed_by OR m.received_on > $filed_on)
UNION ALL
SELECT m.line_id, 'under_age' FROM known AS m JOIN dated AS d ON d.line_id = m.line_id
WHERE m.match_verdict = 'matched' AND m.birth_date + INTERVAL $minimum_age YEAR > d.signed_by
