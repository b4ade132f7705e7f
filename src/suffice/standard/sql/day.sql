-- How the days in files are read. (For DuckDB alone: Spark is given days, not texts.)

-- A day as people write it in the United States: 3/5/2022, 03-05-2022, 3/5/22, with or without a time of day after it, and
-- eight digits, the year first or last; NULL for anything else. Of a year of two digits those from `turn` on are of the 1900s;
-- without a turn it is no year, as of a birth: a voter born in 05 may be a hundred years old or not yet of age.
CREATE MACRO written_day(said, turn) AS
  CASE
    WHEN regexp_full_match(said, '[0-9]{1,2}[/-][0-9]{1,2}[/-](1[89]|20|21)[0-9]{2}([ T].*)?')
    THEN CAST(try_strptime(replace(regexp_extract(said, '^[0-9/-]+'), '-', '/'), '%m/%d/%Y') AS DATE)
    WHEN turn IS NOT NULL AND regexp_full_match(said, '[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2}([ T].*)?')
    THEN CAST(try_strptime(
      concat(
        replace(regexp_extract(said, '^[0-9]+[/-][0-9]+[/-]'), '-', '/'),
        CASE WHEN try_cast(regexp_extract(said, '^[0-9]+[/-][0-9]+[/-]([0-9]{2})', 1) AS INTEGER) >= turn THEN '19' ELSE '20' END,
        regexp_extract(said, '^[0-9]+[/-][0-9]+[/-]([0-9]{2})', 1)),
      '%m/%d/%Y') AS DATE)
    WHEN regexp_full_match(said, '(1[89]|20|21)[0-9]{6}') THEN CAST(try_strptime(said, '%Y%m%d') AS DATE)
    WHEN regexp_full_match(said, '[0-9]{4}(1[89]|20|21)[0-9]{2}') THEN CAST(try_strptime(said, '%m%d%Y') AS DATE)
  END;

-- A day of a file: YYYY-MM-DD, or as written_day reads it. What DuckDB itself would read as a year before 1800 is none of
-- this: 03/05/22 is no day of the year 3. (In nullif(), or DuckDB would let its CSV reader cast, and reject the whole row.)
CREATE MACRO day_said(said, turn) AS
  CASE
    WHEN try_cast(nullif(said, '') AS DATE) >= DATE '1800-01-01' THEN try_cast(nullif(said, '') AS DATE)
    WHEN coalesce(said, '') = '' THEN NULL
    ELSE written_day(trim(said), turn)
  END;
