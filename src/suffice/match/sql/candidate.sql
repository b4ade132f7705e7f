-- candidate: per line the voters it may belong to, best first, at most $candidates_kept, each with what was written,
-- what the roll says, how alike they are, and what that makes of the name and of the address, each by itself.
WITH judged AS (
  SELECT
    n.*,
    v.voter_id, v.status,
    a.* EXCLUDE (line_id, record_id),
    CASE
      WHEN n.name_score >= $name_agrees AND n.surname_agreement <> 'other' AND n.given_agreement NOT IN ('other', 'missing') THEN 'agrees'
      WHEN n.name_score >= $name_doubtful THEN 'doubtful'
      -- Another surname but the same given name at the same address: married, divorced, or another person.
      WHEN n.given_agreement = 'same' AND n.surname_agreement IN ('other', 'weak') AND a.house_agreement = 'same' AND a.street_agreement = 'same' THEN 'doubtful'
      ELSE 'differs'
    END AS name_verdict,
    CASE
      WHEN a.house_agreement = 'same' AND a.street_agreement IN ('same', 'part', 'slip', 'slips')
        AND NOT (a.zip_agreement = 'other' AND a.city_agreement IN ('other', 'missing'))
        AND NOT (a.zip_agreement IN ('missing', 'slip') AND a.city_agreement = 'other' AND a.street_agreement <> 'same')
      THEN 'agrees'
      WHEN a.house_agreement = 'slip' AND a.street_agreement IN ('same', 'part', 'slip')
        AND (a.zip_agreement = 'same' OR a.city_agreement IN ('same', 'slip') AND a.zip_agreement <> 'other')
        AND n.surname_agreement IN ('same', 'slip', 'part') AND n.given_agreement IN ('same', 'slip', 'nickname') THEN 'agrees'
      WHEN a.house_agreement = 'same' AND a.street_agreement IN ('same', 'part', 'slip', 'slips') THEN 'doubtful'
      WHEN a.house_agreement = 'same' AND (a.zip_agreement IN ('same', 'slip') OR a.city_agreement IN ('same', 'slip')) THEN 'doubtful'
      WHEN a.house_agreement = 'slip' AND a.street_agreement IN ('same', 'part', 'slip', 'slips') AND (a.zip_agreement IN ('same', 'missing') OR a.city_agreement = 'same') THEN 'doubtful'
      ELSE 'differs'
    END AS address_verdict
  FROM name_comparison AS n
  JOIN address_comparison AS a ON a.line_id = n.line_id AND a.record_id = n.record_id
  JOIN roll_near AS v ON v.record_id = n.record_id
),
ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY line_id
      ORDER BY (name_verdict = 'agrees' AND address_verdict = 'agrees') DESC, name_score + address_score DESC,
        (status = 'canceled'), record_id
    ) AS rank
  FROM judged
)
SELECT * EXCLUDE (status) FROM ranked WHERE rank <= $candidates_kept
