-- The circulators with the most lines.
SELECT key, raw, valid, invalid, needs_review
FROM circulator
WHERE raw > 0 AND key IS NOT NULL AND key <> ''
ORDER BY raw DESC, key
LIMIT $most
