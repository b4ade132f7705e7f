-- comparison: what the agreements of each candidate with its line weigh: the name by itself and the address by itself.
SELECT
  line_id, record_id, reading, canceled, settled,
  CAST(surname_agreement AS agreement) AS surname_agreement, CAST(given_agreement AS agreement) AS given_agreement,
  CAST(middle_agreement AS agreement) AS middle_agreement, CAST(suffix_agreement AS agreement) AS suffix_agreement,
  CAST(birth_agreement AS agreement) AS birth_agreement, CAST(house_agreement AS agreement) AS house_agreement,
  CAST(street_agreement AS agreement) AS street_agreement, CAST(zip_agreement AS agreement) AS zip_agreement,
  CAST(city_agreement AS agreement) AS city_agreement,
  surname_bits, given_bits, address_bits,
  CASE surname_agreement
    WHEN 'same' THEN $surname_same WHEN 'part' THEN $surname_part WHEN 'slip' THEN $surname_slip
    WHEN 'slips' THEN $surname_slips WHEN 'weak' THEN $surname_weak ELSE 0
  END
  + CASE given_agreement
    WHEN 'same' THEN $given_same WHEN 'middle' THEN $given_middle WHEN 'nickname' THEN $given_nickname WHEN 'slip' THEN $given_slip
    WHEN 'slips' THEN $given_slips WHEN 'initial' THEN $given_initial WHEN 'weak' THEN $given_weak ELSE 0
  END
  + CASE middle_agreement WHEN 'same' THEN $middle_same WHEN 'other' THEN -$middle_other ELSE 0 END
  + CASE suffix_agreement WHEN 'same' THEN $suffix_same WHEN 'one only' THEN -$suffix_one_only WHEN 'other' THEN -$suffix_other ELSE 0 END
  + CASE birth_agreement WHEN 'same' THEN $birth_same WHEN 'other' THEN -$birth_other ELSE 0 END
  - CASE WHEN reading = 'straight' THEN 0 ELSE $reading_other END AS name_score,
  CASE house_agreement WHEN 'same' THEN $house_same WHEN 'slip' THEN $house_slip ELSE 0 END
  + CASE street_agreement
    WHEN 'same' THEN $street_same WHEN 'part' THEN $street_part WHEN 'slip' THEN $street_slip WHEN 'slips' THEN $street_slips
    WHEN 'weak' THEN $street_weak ELSE 0
  END
  + CASE zip_agreement WHEN 'same' THEN $zip_same WHEN 'slip' THEN $zip_slip WHEN 'missing' THEN $zip_missing ELSE 0 END
  + CASE city_agreement WHEN 'same' THEN $city_same WHEN 'slip' THEN $city_same WHEN 'missing' THEN $city_missing ELSE 0 END AS address_score
FROM ($agreement)
