-- disposition: what is proposed for every line, on what ground, with its evidence. A proposal: people decide.
WITH decided AS (
  SELECT
    l.line_id,
    m.match_verdict,
    CASE
      WHEN g.ground IS NOT NULL THEN g.ground
      WHEN NOT r.counts THEN 'duplicate'
    END AS ground,
    coalesce(g.other_grounds, 0) AS other_grounds,
    r.counted_section, r.counted_line,
    coalesce(r.counts, false) AS confirmed
  FROM line_standard AS l
  JOIN line_match AS m ON m.line_id = l.line_id
  LEFT JOIN line_ground AS g ON g.line_id = l.line_id
  LEFT JOIN repeat AS r ON r.line_id = l.line_id
)
SELECT
  d.line_id,
  w.section,
  w.line,
  w.circulator,
  CASE
    WHEN d.ground IS NOT NULL THEN 'invalid'
    WHEN d.match_verdict IN ('matched', 'unchecked') OR d.match_verdict = 'elsewhere' AND NOT $address_must_match OR d.confirmed THEN 'valid'
    ELSE 'needs_review'
  END AS disposition,
  coalesce(d.ground, '') AS ground,
  coalesce(g.citation, '') AS citation,
  coalesce(g.category, '') AS category,
  CASE WHEN d.match_verdict = 'none' OR NOT $roll_check THEN '' ELSE coalesce(m.voter_id, '') END AS voter_id,
  round(CASE
    WHEN d.ground IN ('struck', 'withdrawn', 'no_signature', 'no_address', 'not_identifiable', 'outside_circulation') THEN 1.0
    WHEN NOT $roll_check THEN CASE WHEN d.ground = 'duplicate' THEN least(m.name_score, m.address_score, 100) / 100.0 ELSE 1.0 END
    WHEN d.match_verdict IN ('namesake', 'inactive') THEN 0.5
    WHEN d.match_verdict = 'none' THEN 1.0 - coalesce(greatest(m.name_score, 0) * m.address_score, 0) / 10000.0
    WHEN d.match_verdict IN ('ambiguous', 'doubtful', 'likely', 'unread', 'addresses') THEN CASE WHEN d.confirmed THEN 0.75 ELSE 0.5 END
    WHEN d.match_verdict = 'elsewhere' THEN least(m.name_score, 100) / 100.0 / coalesce(m.namesakes, 1)
    ELSE least(m.name_score, m.address_score, 100) / 100.0
  END, 2) AS confidence,
  coalesce(m.name_score, 0) + coalesce(m.address_score, 0) AS likeness,
  concat(
    CASE
      WHEN d.ground = 'struck' THEN 'The line is struck out. '
      WHEN d.ground = 'withdrawn' THEN 'The signer has withdrawn. '
      WHEN d.ground = 'no_signature' THEN 'The line has no signature. '
      WHEN d.ground = 'no_address' THEN 'The line has no address. '
      WHEN d.ground = 'not_identifiable' THEN 'The name on the line cannot be read. '
      WHEN d.ground = 'outside_circulation' THEN concat('Signed on ', CAST(w.signed_on AS VARCHAR), ', outside the time of circulation. ')
      WHEN d.ground = 'no_date' THEN 'The line has no date. '
      WHEN d.ground = 'inactive' THEN 'The registration is inactive. '
      WHEN d.ground = 'duplicate' AND $void_all THEN concat('Signed more than once, first in section ', d.counted_section, ' line ', d.counted_line, ': no copy counts. ')
      WHEN d.ground = 'duplicate' THEN concat('Repeats section ', d.counted_section, ' line ', d.counted_line, '. ')
      WHEN d.ground = 'canceled' THEN concat('Registration canceled', coalesce(' on ' || CAST(v.status_on AS VARCHAR), ''), '. ')
      WHEN d.ground = 'registered_too_late' THEN concat('Registered on ', coalesce(CAST(v.registered_on AS VARCHAR), 'an unknown day'), ', received on ', coalesce(CAST(v.received_on AS VARCHAR), 'an unknown day'), '. ')
      WHEN d.ground = 'under_age' THEN concat('Born on ', CAST(v.birth_date AS VARCHAR), '. ')
      WHEN d.ground = 'out_of_jurisdiction' THEN 'The place written is outside the jurisdiction of the roll. '
      WHEN d.ground = 'different_address' AND v.former THEN concat('The voter was registered at this address', coalesce(' from ' || CAST(v.former_from AS VARCHAR), ''), ' to ', CAST(v.former_to AS VARCHAR), ', on no day that counts, and is registered at another now. ')
      WHEN d.ground = 'different_address' THEN concat(CASE WHEN m.namesakes = 1 THEN 'The only voter of that name' ELSE 'A voter of that name' END, ' is registered at another address. ')
      WHEN d.match_verdict = 'matched' AND v.former THEN concat('The voter was registered at this address until ', CAST(v.former_to AS VARCHAR), ', within the days that count, and has moved since. ')
      WHEN d.match_verdict = 'doubtful' AND d.confirmed THEN 'A later line of this voter is clear, so one of the two counts whoever wrote this one. '
      WHEN d.match_verdict = 'ambiguous' THEN concat('Two voters agree alike: ', v.registered_name, ' and ', m.other_registered_name, ' (', m.other_voter_id, '). Suffix, middle name or birth date would decide. ')
      WHEN d.match_verdict = 'doubtful' AND m.name_verdict <> 'agrees' THEN 'The address agrees, the name only in part: a person decides. '
      WHEN d.match_verdict = 'doubtful' THEN 'The name agrees, the address only in part: a person decides. '
      WHEN d.match_verdict = 'addresses' THEN 'Two addresses are written, and nobody of that name is registered at the first: a person says which is meant. '
      WHEN d.match_verdict = 'likely' THEN 'Name and address agree in part, and with no other voter nearly as well: a person decides. '
      WHEN d.match_verdict = 'unread' THEN 'Read by a machine, and nobody agrees with what it read: a person reads the line. '
      WHEN NOT $roll_check THEN ''
      WHEN d.match_verdict = 'namesake' THEN 'Voters of that name are registered, none of them at the address written: a person decides. '
      WHEN d.match_verdict = 'inactive' THEN 'The registration is inactive, and no source says whether this law counts it: a person decides. '
      WHEN d.match_verdict = 'elsewhere' AND $address_must_match IS NULL
      THEN 'A voter of that name is registered at another address, and no source says whether this law lets that count: a person decides. '
      WHEN d.match_verdict = 'none' AND m.voter_id IS NULL THEN 'No voter of the roll comes near this line. '
      WHEN d.match_verdict = 'none' THEN 'Nobody on the roll agrees in name and address. '
      ELSE ''
    END,
    CASE
      WHEN m.voter_id IS NULL OR NOT $roll_check THEN ''
      ELSE concat(
        CASE WHEN d.match_verdict IN ('none', 'unread', 'addresses') THEN 'Nearest: ' WHEN v.former THEN 'Roll, former address: ' ELSE 'Roll: ' END, v.registered_name, ', ', v.registered_address, coalesce(' ' || v.zip5, ''), ' (', m.voter_id, '): surname ', m.surname_agreement, ', given name ', m.given_agreement,
        CASE WHEN m.middle_agreement <> 'missing' THEN concat(', middle name ', m.middle_agreement) ELSE '' END,
        ', house ', m.house_agreement, ', street ', m.street_agreement, ', zip ', m.zip_agreement, ', city ', m.city_agreement, '.')
    END,
    CASE WHEN d.other_grounds > 0 THEN concat(' Further grounds found: ', CAST(d.other_grounds AS VARCHAR), '.') ELSE '' END
  ) AS evidence
FROM decided AS d
JOIN line_raw AS w ON w.line_id = d.line_id
JOIN line_match AS m ON m.line_id = d.line_id
LEFT JOIN roll_record AS v ON v.record_id = m.record_id
LEFT JOIN ground AS g ON g.ground = d.ground
