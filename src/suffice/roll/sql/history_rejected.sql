-- history_rejected: rows of the file of former addresses that cannot be used, with the reason.
SELECT $file AS file, CAST(NULL AS BIGINT) AS row, wrong.col AS "column", wrong.found AS found, wrong.reason AS reason
FROM history_checked WHERE wrong IS NOT NULL
ORDER BY found
