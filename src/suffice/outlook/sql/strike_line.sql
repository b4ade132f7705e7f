-- strike_line: the lines a campaign may strike: proposed invalid on a ground found without a person, surely enough, and of a
-- voter's several lines every one but the first ($kept_copies is 1 where the law voids every copy, so that one must be kept).
SELECT section, line, ground, citation, confidence, evidence, name
FROM (
  SELECT d.section, d.line, d.ground, d.citation, d.confidence, d.evidence,
    coalesce(nullif(l.printed_name, ''), concat_ws(' ', l.first_name, l.middle_name, l.last_name), '') AS name,
    row_number() OVER (
      PARTITION BY d.ground, coalesce(d.voter_id, ''), CASE WHEN d.ground = 'duplicate' THEN '' ELSE d.section || ' ' || d.line END
      ORDER BY try_cast(d.section AS BIGINT) NULLS LAST, d.section, try_cast(d.line AS BIGINT) NULLS LAST, d.line) AS copy
  FROM disposition_read AS d JOIN line_read AS l USING (section, line)
  WHERE d.disposition = 'invalid' AND d.ground NOT IN ('struck', 'signature_mismatch') AND d.confidence >= $confidence
)
WHERE ground <> 'duplicate' OR copy > $kept_copies
ORDER BY try_cast(section AS BIGINT) NULLS LAST, section, try_cast(line AS BIGINT) NULLS LAST, line
