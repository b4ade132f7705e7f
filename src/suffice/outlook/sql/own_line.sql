-- own_line: what the campaign's own look-up says of every line.
SELECT d.section, d.line, d.disposition, coalesce(d.ground, '') AS ground, coalesce(d.voter_id, '') AS voter_id, d.evidence,
  coalesce(nullif(l.printed_name, ''), concat_ws(' ', l.first_name, l.middle_name, l.last_name), '') AS name,
  concat_ws(', ', l.residence_address, l.city, l.zip) AS address
FROM disposition_read AS d JOIN line_read AS l USING (section, line)
