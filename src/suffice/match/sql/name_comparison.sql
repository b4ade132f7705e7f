-- name_comparison: how the name on a line and the name of a candidate agree, field by field, in the reading that agrees best.
WITH compared AS (
  SELECT
    p.line_id, p.record_id, r.reading,
    CASE
      WHEN r.surname = v.surname THEN 'same'
      WHEN regexp_matches(v.registered_name, '^[^,]*[ -][^,]*,') AND length(r.surname) > 2
        AND contains(concat(' ', regexp_replace(plain(split_part(v.registered_name, ',', 1)), '[^A-Z]+', ' ', 'g'), ' '), concat(' ', r.surname, ' '))
      THEN 'part'
      WHEN slips(r.surname, v.surname) = 1 AND length(v.surname) >= 4 THEN 'slip'
      WHEN slips(r.surname, v.surname) = 2 AND length(v.surname) >= 7 THEN 'slips'
      WHEN slips(r.surname, v.surname) * 4 <= length(v.surname) + 4 THEN 'weak'
      ELSE 'other'
    END AS surname_agreement,
    CASE
      WHEN r.given = '' OR v.given = '' THEN 'missing'
      WHEN r.given = v.given THEN 'same'
      WHEN length(r.given) = 1 OR length(v.given) = 1
      THEN CASE WHEN left(r.given, 1) = left(v.given, 1) THEN 'initial' ELSE 'other' END
      WHEN n.given IS NOT NULL THEN 'nickname'
      WHEN length(v.middle) > 2 AND r.given = v.middle OR length(r.middle) > 2 AND r.middle = v.given THEN 'middle'
      WHEN NOT r.given_known AND slips(r.given, v.given) = 1 AND length(v.given) >= 4 THEN 'slip'
      WHEN NOT r.given_known AND slips(r.given, v.given) = 2 AND length(v.given) >= 7 THEN 'slips'
      WHEN slips(r.given, v.given) * 4 <= length(v.given) + 4 THEN 'weak'
      ELSE 'other'
    END AS given_agreement,
    CASE
      WHEN r.middle = '' OR v.middle = '' THEN 'missing'
      WHEN r.middle = v.middle THEN 'same'
      WHEN left(r.middle, 1) = left(v.middle, 1) AND (length(r.middle) = 1 OR length(v.middle) = 1) THEN 'same'
      WHEN slips(r.middle, v.middle) <= 2 AND length(v.middle) >= 4 THEN 'missing'
      WHEN r.middle = v.given OR r.given = v.middle THEN 'missing'
      ELSE 'other'
    END AS middle_agreement,
    CASE
      WHEN l.suffix IS NULL AND v.suffix IS NULL THEN 'missing'
      WHEN l.suffix = v.suffix THEN 'same'
      WHEN l.suffix IS NULL OR v.suffix IS NULL THEN 'one only'
      ELSE 'other'
    END AS suffix_agreement,
    CASE
      WHEN l.birth_date IS NULL OR v.birth_date IS NULL THEN 'missing'
      WHEN l.birth_date = v.birth_date THEN 'same'
      ELSE 'other'
    END AS birth_agreement
  FROM candidate_pair AS p
  JOIN line_standard AS l ON l.line_id = p.line_id
  JOIN name_reading AS r ON r.line_id = p.line_id
  JOIN roll_near AS v ON v.record_id = p.record_id
  LEFT JOIN nickname AS n ON n.given = r.given AND n.other = v.given
),
weighed AS (
  SELECT
    *,
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
    - CASE WHEN reading = 'straight' THEN 0 ELSE $reading_other END AS name_score
  FROM compared
)
SELECT line_id, record_id, best.*
FROM (
  SELECT
    line_id, record_id,
    max_by(
      struct_pack(name_score := name_score, reading := reading, surname_agreement := surname_agreement, given_agreement := given_agreement,
        middle_agreement := middle_agreement, suffix_agreement := suffix_agreement, birth_agreement := birth_agreement),
      struct_pack(score := name_score, reading := reading)) AS best
  FROM weighed
  GROUP BY line_id, record_id
) AS chosen
