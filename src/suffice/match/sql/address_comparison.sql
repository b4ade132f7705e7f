-- address_comparison: how the address on a line and the address of a candidate agree, field by field. The unit is never compared.
WITH compared AS (
  SELECT
    p.line_id, p.record_id,
    CASE
      WHEN l.house IS NULL OR v.house IS NULL THEN 'missing'
      WHEN l.house = v.house THEN 'same'
      WHEN v.house > 99 AND damerau_levenshtein(CAST(l.house AS VARCHAR), CAST(v.house AS VARCHAR)) = 1 THEN 'slip'
      ELSE 'other'
    END AS house_agreement,
    CASE
      WHEN l.street = '' OR v.street = '' THEN 'missing'
      WHEN l.street = v.street THEN 'same'
      WHEN least(length(l.street), length(v.street)) >= 4 AND (starts_with(v.street, l.street) OR starts_with(l.street, v.street) OR ends_with(v.street, l.street) OR ends_with(l.street, v.street)) THEN 'part'
      WHEN slips(l.street, v.street) = 1 AND length(v.street) >= 4 THEN 'slip'
      WHEN slips(l.street, v.street) = 2 AND length(v.street) >= 7 THEN 'slips'
      WHEN length(v.street) >= 4 AND slips(l.street, v.street) * 3 <= length(v.street) + 1 THEN 'weak'
      ELSE 'other'
    END AS street_agreement,
    CASE
      WHEN l.zip5 IS NULL OR v.zip5 IS NULL THEN 'missing'
      WHEN l.zip5 = v.zip5 THEN 'same'
      WHEN damerau_levenshtein(l.zip5, v.zip5) = 1 THEN 'slip'
      ELSE 'other'
    END AS zip_agreement,
    CASE
      WHEN l.city_key = '' OR v.city_key IS NULL OR v.city_key = '' THEN 'missing'
      WHEN l.city_key = v.city_key THEN 'same'
      WHEN slips(l.city_key, v.city_key) * 3 <= length(v.city_key) THEN 'slip'
      ELSE 'other'
    END AS city_agreement
  FROM candidate_pair AS p
  JOIN line_standard AS l ON l.line_id = p.line_id
  JOIN roll_near AS v ON v.record_id = p.record_id
)
SELECT
  *,
  CASE house_agreement WHEN 'same' THEN $house_same WHEN 'slip' THEN $house_slip ELSE 0 END
  + CASE street_agreement
    WHEN 'same' THEN $street_same WHEN 'part' THEN $street_part WHEN 'slip' THEN $street_slip WHEN 'slips' THEN $street_slips
    WHEN 'weak' THEN $street_weak ELSE 0
  END
  + CASE zip_agreement WHEN 'same' THEN $zip_same WHEN 'slip' THEN $zip_slip WHEN 'missing' THEN $zip_missing ELSE 0 END
  + CASE city_agreement WHEN 'same' THEN $city_same WHEN 'slip' THEN $city_same WHEN 'missing' THEN $city_missing ELSE 0 END AS address_score
FROM compared
