-- Rows that could not be used, by file and reason, with the first of them.
SELECT file,
       coalesce(reason, '') AS reason,
       count(*) AS rows,
       min(TRY_CAST(row AS BIGINT)) AS first_row
FROM reject
GROUP BY ALL
ORDER BY file, rows DESC, reason
