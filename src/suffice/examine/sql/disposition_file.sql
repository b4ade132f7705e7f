-- disposition_file: the proposals in the order of sections and lines, as they are handed on.
SELECT section, line, disposition, ground, citation, voter_id, confidence, evidence
FROM disposition ORDER BY line_id
