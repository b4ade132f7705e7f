-- roll_history: the usable former addresses, each different one once, with a number of its own for the record.
WITH once AS (
  SELECT DISTINCT
    voter_id, house_number, house_fraction, pre_direction, street_name, street_type, post_direction, unit, address, city, zip,
    former_from, former_to
  FROM history_checked WHERE wrong IS NULL
)
SELECT
  *,
  concat(voter_id, '@', CAST(row_number() OVER (
    PARTITION BY voter_id
    ORDER BY former_to, former_from, street_name, address, house_number, house_fraction, pre_direction, street_type, post_direction, unit, city, zip
  ) AS VARCHAR)) AS record_id
FROM once
