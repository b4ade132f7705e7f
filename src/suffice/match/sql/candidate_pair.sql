-- candidate_pair: every open line with every voter it may belong to. Where nobody shares two strong fields with a line,
-- voters of its house number and postal code whose name is alike, straight or turned round: slips in both names and the
-- street, or a name left away, must not make a voter unknown.
SELECT line_id, record_id FROM strong_pair
UNION ALL
SELECT l.line_id, v.record_id
FROM open_line AS l JOIN voter AS v ON v.house = l.house AND v.zip5 = l.zip5
WHERE l.line_id NOT IN (SELECT line_id FROM strong_pair)
  AND greatest(
    jaro_winkler_similarity(l.surname, v.surname), jaro_winkler_similarity(l.given, v.given),
    jaro_winkler_similarity(l.surname, v.given), jaro_winkler_similarity(l.given, v.surname)
  ) >= 0.7999999
