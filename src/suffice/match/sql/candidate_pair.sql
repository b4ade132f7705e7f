-- candidate_pair: every open line with every voter it may belong to. Where nobody shares two strong fields with a line,
-- voters of its house number and postal code whose name is alike, straight or turned round: slips in both names and the
-- street, or a name left away, must not make a voter unknown. Nor must house and street run together: "2264175TH ST".
-- On a small roll also those of single_pair.
WITH lone AS (
  SELECT * FROM open_line WHERE line_id NOT IN (SELECT line_id FROM strong_pair)
)
SELECT line_id, record_id FROM strong_pair
UNION ALL (
  SELECT l.line_id, v.record_id
  FROM lone AS l JOIN voter AS v ON v.house = l.house AND v.zip5 = l.zip5
  WHERE jaro_winkler_similarity(l.surname, v.surname) >= 0.7999999 OR jaro_winkler_similarity(l.given, v.given) >= 0.7999999
    OR jaro_winkler_similarity(l.surname, v.given) >= 0.7999999 OR jaro_winkler_similarity(l.given, v.surname) >= 0.7999999
  UNION
  SELECT l.line_id, v.record_id
  FROM lone AS l JOIN voter AS v ON v.surname = l.surname AND v.zip5 = l.zip5
  WHERE regexp_matches(l.street, '^[0-9]') AND concat(CAST(v.house AS VARCHAR), v.street) IN (l.street, concat(CAST(l.house AS VARCHAR), l.street))
  UNION
  SELECT line_id, record_id FROM single_pair
)
