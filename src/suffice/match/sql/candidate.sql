-- candidate: per line the voters it may belong to, best first, at most $candidates_kept, each in the reading that agrees
-- best, and what its agreements make of the name and of the address, each by itself.
WITH judged AS (
  SELECT
    *,
    CAST(CASE
      -- Read by a machine: judged by how much likelier the reading is with this voter than without.
      WHEN given_bits IS NOT NULL THEN
        CASE
          WHEN given_bits >= $misread_given AND surname_bits >= $misread_surname THEN 'agrees'
          WHEN given_bits + surname_bits >= $misread_given THEN 'doubtful'
          ELSE 'differs'
        END
      WHEN name_score >= $name_agrees AND surname_agreement <> 'other' AND given_agreement NOT IN ('other', 'missing') THEN 'agrees'
      WHEN name_score >= $name_doubtful THEN 'doubtful'
      -- Another surname but the same given name at the same address: married, divorced, or another person.
      WHEN given_agreement IN ('same', 'nickname', 'slip') AND surname_agreement IN ('other', 'weak')
        AND house_agreement = 'same' AND street_agreement IN ('same', 'part', 'slip') THEN 'doubtful'
      -- Half of the name is left away, which is not another name: at the voter's own address a person looks.
      WHEN surname_agreement = 'missing' AND given_agreement IN ('same', 'nickname', 'slip') AND house_agreement = 'same' AND street_agreement <> 'other' THEN 'doubtful'
      WHEN given_agreement = 'missing' AND surname_agreement IN ('same', 'part', 'slip') AND house_agreement = 'same' AND street_agreement <> 'other' THEN 'doubtful'
      ELSE 'differs'
    END AS verdict) AS name_verdict,
    CAST(CASE
      WHEN address_bits IS NOT NULL THEN
        CASE
          WHEN address_bits >= $misread_address AND house_agreement IN ('same', 'slip') AND street_agreement <> 'other' THEN 'agrees'
          WHEN address_bits >= 0 THEN 'doubtful'
          ELSE 'differs'
        END
      WHEN house_agreement = 'same' AND street_agreement IN ('same', 'part', 'slip', 'slips')
        AND NOT (zip_agreement = 'other' AND city_agreement IN ('other', 'missing'))
        AND NOT (zip_agreement IN ('missing', 'slip') AND city_agreement = 'other' AND street_agreement <> 'same')
      THEN 'agrees'
      -- One digit of the house number written wrong: only with the street and the place agreeing, and the name but for one slip.
      WHEN house_agreement = 'slip' AND street_agreement IN ('same', 'part', 'slip')
        AND (zip_agreement = 'same' OR city_agreement IN ('same', 'slip') AND zip_agreement <> 'other')
        AND middle_agreement <> 'other'
        AND (surname_agreement = 'same' AND given_agreement = 'same'
          OR reading = 'straight' AND surname_agreement = 'same' AND given_agreement IN ('slip', 'nickname')
          OR reading = 'straight' AND surname_agreement IN ('slip', 'part') AND given_agreement = 'same') THEN 'agrees'
      WHEN house_agreement = 'same' AND street_agreement IN ('same', 'part', 'slip', 'slips') THEN 'doubtful'
      WHEN house_agreement = 'same' AND (zip_agreement IN ('same', 'slip') OR city_agreement IN ('same', 'slip')) THEN 'doubtful'
      WHEN house_agreement = 'slip' AND street_agreement IN ('same', 'part', 'slip', 'slips')
        AND (zip_agreement <> 'other' OR city_agreement = 'same') THEN 'doubtful'
      -- Without a house number, but the street and the place agree: not another address, and not enough of one.
      WHEN house_agreement = 'missing' AND street_agreement IN ('same', 'part', 'slip', 'slips')
        AND (zip_agreement = 'same' OR city_agreement = 'same') THEN 'doubtful'
      ELSE 'differs'
    END AS verdict) AS address_verdict
  FROM comparison
),
numbered AS (
  SELECT *, row_number() OVER (PARTITION BY line_id, record_id ORDER BY name_score DESC, reading) AS nth_reading
  FROM judged WHERE NOT settled
),
ranked AS (
  SELECT
    * EXCLUDE (nth_reading),
    row_number() OVER (
      PARTITION BY line_id
      ORDER BY (name_verdict = 'agrees' AND address_verdict = 'agrees') DESC, surname_bits + given_bits + address_bits DESC, name_score + address_score DESC, canceled, record_id
    ) AS rank
  FROM numbered WHERE nth_reading = 1
)
SELECT * EXCLUDE (settled) FROM ranked WHERE rank <= $candidates_kept
UNION ALL
SELECT * EXCLUDE (settled), 1 FROM judged WHERE settled
