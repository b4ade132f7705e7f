-- likely_candidate: of lines that agree with nobody in name and address, the voter who is likelier than not to have signed all
-- the same, if there is one: what agrees is rarer than the voters of this roll are many. Such a line is nobody's "not
-- registered": a person looks, and is shown this voter. Nothing is accepted here.
-- What each field says in bits (see roll_chance) adds up: it speaks for the voter as strongly as it is rare, less what a slip
-- in it costs; a field that is another one altogether speaks against him; one that is missing says nothing.
-- Lines read by a machine are weighed when they are compared (see misread_agreement).
WITH line AS (
  SELECT line_id FROM candidate
  WHERE given_bits IS NULL
  GROUP BY line_id
  HAVING count(CASE WHEN name_verdict = 'agrees' AND address_verdict = 'agrees' THEN 1 END) = 0
),
told AS (
  SELECT
    c.*, v.voter_id, r.roll_bits, r.address_bits AS address_most, r.household_bits AS household_most,
    c.zip_agreement IN ('same', 'slip') AS zip_told, c.city_agreement IN ('same', 'slip') AS city_told,
    c.street_agreement IN ('same', 'part', 'slip', 'slips') AS street_told,
    r.surname_bits AS surname_most, r.given_bits AS given_most, r.house_bits AS house_most, r.street_bits, r.zip_bits, r.city_bits,
    r.street_zip_bits, r.street_city_bits, r.zip_city_bits, r.place_bits
  FROM candidate AS c
  JOIN line AS l ON l.line_id = c.line_id
  JOIN roll_record AS v ON v.record_id = c.record_id
  CROSS JOIN roll_chance AS r
  WHERE c.suffix_agreement <> 'other' AND c.birth_agreement <> 'other'
),
field AS (
  SELECT
    line_id, voter_id, rank, roll_bits, address_most, household_most,
    CASE
      WHEN surname_agreement = 'same' THEN surname_most
      WHEN surname_agreement IN ('part', 'slip') THEN surname_most - $likely_slip
      WHEN surname_agreement = 'slips' THEN surname_most - $likely_slips
      WHEN surname_agreement = 'other' THEN -$likely_other
      ELSE 0
    END AS surname_weight,
    CASE
      WHEN given_agreement = 'same' THEN given_most
      WHEN given_agreement IN ('nickname', 'middle', 'slip') THEN given_most - $likely_slip
      WHEN given_agreement = 'slips' THEN given_most - $likely_slips
      WHEN given_agreement = 'initial' THEN $likely_initial
      WHEN given_agreement = 'other' THEN -$likely_other
      ELSE 0
    END
    - CASE WHEN reading = 'straight' THEN 0 ELSE $likely_slip END AS given_weight,
    CASE
      WHEN house_agreement = 'same' THEN house_most
      WHEN house_agreement = 'slip' THEN house_most - $likely_digit
      WHEN house_agreement = 'other' THEN -$likely_other
      ELSE 0
    END
    + CASE
      WHEN street_told AND zip_told AND city_told THEN place_bits
      WHEN street_told AND zip_told THEN street_zip_bits
      WHEN street_told AND city_told THEN street_city_bits
      WHEN street_told THEN street_bits
      WHEN zip_told AND city_told THEN zip_city_bits
      WHEN zip_told THEN zip_bits
      WHEN city_told THEN city_bits
      ELSE 0
    END
    - CASE
      WHEN street_agreement IN ('part', 'slip') THEN $likely_slip
      WHEN street_agreement = 'slips' THEN $likely_slips
      WHEN street_agreement = 'other' THEN $likely_other
      ELSE 0
    END
    - CASE WHEN zip_agreement = 'slip' THEN $likely_digit WHEN zip_agreement = 'other' THEN $likely_other ELSE 0 END
    - CASE WHEN city_agreement = 'slip' THEN $likely_slip WHEN city_agreement = 'other' THEN $likely_other ELSE 0 END AS address_weight
  FROM told
),
-- However well an address agrees, it says no more than where people live together, and a surname with it no more than who of
-- them are relatives: a neighbour or a daughter who is not registered writes the same. (Rounded above nought, as every
-- engine rounds alike there.)
weighed AS (
  SELECT
    line_id, voter_id, rank,
    round(least(surname_weight + least(address_weight, address_most), household_most) + given_weight - roll_bits + 100, 1) - 100 AS weight
  FROM field
),
best AS (
  SELECT line_id, voter_id, rank, weight FROM weighed
  QUALIFY row_number() OVER (PARTITION BY line_id ORDER BY weight DESC, rank) = 1
)
SELECT b.line_id, b.rank
FROM best AS b
WHERE b.weight >= $likely_weight
  AND NOT EXISTS (SELECT 1 FROM weighed AS o WHERE o.line_id = b.line_id AND o.voter_id <> b.voter_id AND o.weight > b.weight - $likely_gap)
