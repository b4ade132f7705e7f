-- sign_alike: runs of lines one below the other whose name and address are nearly the same (a person's own copy, or one hand
-- varying one entry). Relatives share the address and the surname, so that the whole name must be alike.
WITH compared AS (
  SELECT *,
    jaro_winkler_similarity(name, lag(name) OVER near) >= 0.9299999
      AND jaro_winkler_similarity(address, lag(address) OVER near) >= 0.9299999 AS same
  FROM sign_line WINDOW near AS (PARTITION BY circulator, section ORDER BY place)
), run AS (
  SELECT *, count(*) FILTER (WHERE NOT coalesce(same, false)) OVER (
    PARTITION BY circulator, section ORDER BY place ROWS UNBOUNDED PRECEDING) AS run
  FROM compared
)
SELECT circulator, section, min(place) AS first, max(place) AS last, count(*) AS lines
FROM run GROUP BY circulator, section, run HAVING count(*) >= $alike_run
ORDER BY circulator, lines DESC, section, first
