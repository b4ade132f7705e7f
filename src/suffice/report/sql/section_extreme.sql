-- Sections of at least $fewest lines by share of valid lines, lowest first ($direction = 1) or highest first (-1).
SELECT key, raw, valid, invalid, needs_review
FROM section
WHERE raw >= $fewest
ORDER BY $direction * valid / raw, raw DESC, key
LIMIT $most
