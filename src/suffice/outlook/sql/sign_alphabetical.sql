-- sign_alphabetical: runs of lines whose different surnames go up the alphabet (or down it), as when a list is copied out.
WITH stepped AS (
  SELECT *, sign(CASE WHEN surname > lag(surname) OVER near THEN 1 WHEN surname < lag(surname) OVER near THEN -1 ELSE 0 END) AS way
  FROM sign_line WINDOW near AS (PARTITION BY circulator, section ORDER BY place)
), turned AS (
  SELECT *, way = 0 OR way IS DISTINCT FROM lag(way) OVER (PARTITION BY circulator, section ORDER BY place) AS turn
  FROM stepped
), run AS (
  SELECT *, count(*) FILTER (WHERE turn) OVER (
    PARTITION BY circulator, section ORDER BY place ROWS UNBOUNDED PRECEDING) AS run
  FROM turned
)
-- A run of n steps is n + 1 lines: the line before the first step belongs to it.
SELECT circulator, section, min(place) - 1 AS first, max(place) AS last, count(*) + 1 AS lines
FROM run WHERE way <> 0 GROUP BY circulator, section, run HAVING count(*) + 1 >= $alphabetical_run
ORDER BY circulator, lines DESC, section, first
