-- line_match: what the look-up says of a line, by its best candidate.
--   matched    one voter, name and address agree
--   ambiguous  two voters agree alike (father and son of one name): nobody guesses
--   doubtful   a voter half agrees: a person looks
--   likely     nobody agrees, but what agrees is so rare that a voter is likelier than not: a person looks
--   elsewhere  one voter of that name, or one in that street, registered at another address
--   addresses  nobody at the first of two addresses on the line: a person says which is meant
--   unread     nobody, but the lines were read by a machine, so that proves nothing: a person reads the line
--   namesake   voters of that name, none of them at this address, under a law that does not ask for the address
--   inactive   one voter, but inactive, under a law of which no source says whether that counts
--   unchecked  lines are not compared with a roll, and this one is like no other
--   none       nobody
WITH best AS (
  SELECT c.*, v.voter_id, v.status, v.registered_name, n.voters AS namesakes
  FROM candidate AS c
  JOIN roll_record AS v ON v.record_id = c.record_id
  LEFT JOIN namesake AS n ON n.surname = v.surname AND n.given = v.given
  LEFT JOIN likely_candidate AS k ON k.line_id = c.line_id
  WHERE c.rank = coalesce(k.rank, 1)
),
second AS (
  SELECT c.line_id, v.voter_id, c.name_score, c.address_score, v.registered_name
  FROM candidate AS c
  JOIN roll_record AS v ON v.record_id = c.record_id
  JOIN best AS b ON b.line_id = c.line_id AND b.voter_id <> v.voter_id
  WHERE (c.rank = 2 OR $history AND c.rank > 1) AND c.name_verdict = 'agrees' AND c.address_verdict = 'agrees' AND NOT c.canceled
  -- With former addresses the voter of the first rank may stand on the second too.
  QUALIFY row_number() OVER (PARTITION BY c.line_id ORDER BY c.rank) = 1
)
SELECT
  l.line_id,
  b.* EXCLUDE (line_id, rank, canceled, reading, surname_bits, given_bits, address_bits, status, registered_name),
  s.voter_id AS other_voter_id,
  s.registered_name AS other_registered_name,
  CASE
    WHEN NOT $roll_check AND NOT coalesce(b.name_verdict = 'agrees' AND b.address_verdict = 'agrees', false) THEN 'unchecked'
    WHEN b.name_verdict = 'agrees' AND b.address_verdict = 'agrees'
    THEN CASE
      WHEN NOT $roll_check THEN 'matched'
      WHEN b.status = 'inactive' AND $inactive_counts IS NULL THEN 'inactive'
      WHEN s.line_id IS NOT NULL AND b.name_score - s.name_score < $namesake_gap AND b.address_score - s.address_score < $address_gap THEN 'ambiguous'
      WHEN b.suffix_agreement = 'other' OR b.birth_agreement = 'other' THEN 'doubtful'
      ELSE 'matched'
    END
    -- Read by a machine: the address is sure, and the given name surely another one, as of a relative who is not registered.
    WHEN b.address_verdict = 'agrees' AND b.given_agreement = 'other' AND b.given_bits <= -$misread_other THEN 'none'
    WHEN b.name_verdict = 'agrees' AND b.address_verdict = 'doubtful' THEN 'doubtful'
    WHEN b.name_verdict = 'doubtful' AND b.address_verdict = 'agrees' THEN 'doubtful'
    WHEN b.name_verdict = 'doubtful' AND b.address_verdict = 'doubtful' AND b.name_score + b.address_score >= $both_doubtful THEN 'doubtful'
    -- Only the first of two addresses was looked up: that it is nobody's proves nothing.
    WHEN l.line_id IN (SELECT line_id FROM line_twice_addressed) THEN 'addresses'
    -- Read by a machine, and not every word of it stands on the roll: that nobody agrees proves nothing.
    WHEN l.line_id IN (SELECT line_id FROM illegible_line)
      AND NOT coalesce(b.surname_agreement = 'same' AND b.given_agreement = 'same' AND b.address_bits <= -$misread_elsewhere, false)
    THEN 'unread'
    WHEN b.name_verdict = 'agrees' AND (b.namesakes = 1
      OR b.namesakes IS NOT NULL AND (b.middle_agreement = 'same' OR b.street_agreement = 'same')
      OR b.birth_agreement = 'same'
      OR b.street_agreement IN ('same', 'part', 'slip') AND b.zip_agreement = 'same')
    THEN 'elsewhere'
    WHEN l.line_id IN (SELECT line_id FROM likely_candidate) THEN 'likely'
    WHEN l.line_id IN (SELECT line_id FROM line_named) THEN 'namesake'
    ELSE 'none'
  END AS match_verdict
FROM line_standard AS l
LEFT JOIN best AS b ON b.line_id = l.line_id
LEFT JOIN second AS s ON s.line_id = l.line_id
