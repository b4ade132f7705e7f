-- candidate_file: per line the voters it may belong to, best first, each field as written, as registered, and how alike.
SELECT
  w.section, w.line, c.rank, v.voter_id, c.name_score, c.address_score, c.name_score + c.address_score AS score,
  c.name_verdict, c.address_verdict, c.reading,
  coalesce(w.printed_name, concat_ws(' ', w.first_name, w.middle_name, w.last_name, w.name_suffix)) AS name_written, v.registered_name AS name_registered,
  w.residence_address AS address_written, v.registered_address AS address_registered,
  w.city AS city_written, v.registered_city AS city_registered, w.zip AS zip_written, v.zip5 AS zip_registered,
  w.birth_date AS birth_written, v.birth_date AS birth_registered,
  c.surname_agreement, c.given_agreement, c.middle_agreement, c.suffix_agreement, c.birth_agreement,
  c.house_agreement, c.street_agreement, c.zip_agreement, c.city_agreement,
  v.status, v.status_on, v.registered_on, v.received_on$former_columns
FROM candidate AS c
JOIN roll_record AS v ON v.record_id = c.record_id
JOIN line_raw AS w ON w.line_id = c.line_id
ORDER BY c.line_id, c.rank
