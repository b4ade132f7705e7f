-- roll_chance: how strongly it speaks for a voter of this roll that a line agrees with him in a field, in bits: one row. The
-- fewer pairs of voters agree in the field, the more it says: if one pair in 1,000 bears one surname, ten bits. Street,
-- postal code and city hang together and are counted together; so are the voters of an address and those of a household.
--   roll_bits       what it takes to point at one voter of the roll
--   address_bits    what a whole address says: less than that, where people live together
--   household_bits  what a surname and a whole address say together: less than that, where relatives live together
-- Of a large roll only some 100,000 voters are counted, by whole houses, so that those who live together stay together.
WITH size AS (
  SELECT count(*) AS voters, greatest(floor(count(*) / 100000), 1) AS every FROM voter WHERE NOT former
),
taken AS (
  SELECT v.surname, v.given, v.house, v.street, v.zip5, v.city
  FROM voter AS v CROSS JOIN size AS s
  WHERE NOT v.former AND coalesce(v.house, 0) % s.every = 0
),
shared AS (
  SELECT 'surname' AS field, count(*) AS voters FROM taken WHERE surname <> '' GROUP BY surname
  UNION ALL
  SELECT 'given', count(*) FROM taken WHERE given <> '' GROUP BY given
  UNION ALL
  SELECT 'house', count(*) FROM voter WHERE NOT former AND house IS NOT NULL GROUP BY house
  UNION ALL
  SELECT 'street', count(*) FROM taken WHERE street <> '' GROUP BY street
  UNION ALL
  SELECT 'zip', count(*) FROM taken WHERE zip5 IS NOT NULL GROUP BY zip5
  UNION ALL
  SELECT 'city', count(*) FROM taken WHERE city <> '' GROUP BY city
  UNION ALL
  SELECT 'street, zip', count(*) FROM taken WHERE street <> '' AND zip5 IS NOT NULL GROUP BY street, zip5
  UNION ALL
  SELECT 'street, city', count(*) FROM taken WHERE street <> '' AND city <> '' GROUP BY street, city
  UNION ALL
  SELECT 'zip, city', count(*) FROM taken WHERE zip5 IS NOT NULL AND city <> '' GROUP BY zip5, city
  UNION ALL
  SELECT 'street, zip, city', count(*) FROM taken WHERE street <> '' AND zip5 IS NOT NULL AND city <> '' GROUP BY street, zip5, city
  UNION ALL
  SELECT 'address', count(*) FROM taken WHERE house IS NOT NULL AND street <> '' GROUP BY house, street, zip5
  UNION ALL
  SELECT 'household', count(*) FROM taken WHERE house IS NOT NULL AND street <> '' GROUP BY surname, house, street, zip5
),
field AS (
  SELECT
    field,
    sum(voters) AS voters,
    -- One pair more than there are: what has never been seen is not impossible.
    sum(voters * (voters - 1)) + 1 AS pairs
  FROM shared
  GROUP BY field
),
-- Who lives together is counted as a whole, all the others by a share of the roll.
weighed AS (
  SELECT
    f.field,
    log2(CAST(f.voters AS DOUBLE) * CASE WHEN f.field = 'address' OR f.field = 'household' THEN s.voters ELSE f.voters END / f.pairs) AS bits
  FROM field AS f CROSS JOIN size AS s
)
SELECT
  coalesce(max(CASE WHEN field = 'surname' THEN bits END), 0) AS surname_bits,
  coalesce(max(CASE WHEN field = 'given' THEN bits END), 0) AS given_bits,
  coalesce(max(CASE WHEN field = 'house' THEN bits END), 0) AS house_bits,
  coalesce(max(CASE WHEN field = 'street' THEN bits END), 0) AS street_bits,
  coalesce(max(CASE WHEN field = 'zip' THEN bits END), 0) AS zip_bits,
  coalesce(max(CASE WHEN field = 'city' THEN bits END), 0) AS city_bits,
  coalesce(max(CASE WHEN field = 'street, zip' THEN bits END), 0) AS street_zip_bits,
  coalesce(max(CASE WHEN field = 'street, city' THEN bits END), 0) AS street_city_bits,
  coalesce(max(CASE WHEN field = 'zip, city' THEN bits END), 0) AS zip_city_bits,
  coalesce(max(CASE WHEN field = 'street, zip, city' THEN bits END), 0) AS place_bits,
  coalesce(max(CASE WHEN field = 'address' THEN bits END), 0) AS address_bits,
  coalesce(max(CASE WHEN field = 'household' THEN bits END), 0) AS household_bits,
  log2(max(s.voters)) AS roll_bits
FROM weighed CROSS JOIN size AS s
