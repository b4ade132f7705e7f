-- splink_lines: the lines as a competent user of general record linkage would standardise them. $lines is the relation read.
CREATE TABLE lines AS
WITH written AS (
  SELECT
    section || '/' || line AS unique_id,
    trim(regexp_replace(regexp_replace(strip_accents(upper(printed_name)), '[^A-Z, ]', '', 'g'), '\s+', ' ', 'g')) AS name,
    trim(regexp_replace(regexp_replace(strip_accents(upper(residence_address)), '[.,]', ' ', 'g'), '\s+', ' ', 'g')) AS address,
    nullif(left(regexp_replace(zip, '[^0-9]', '', 'g'), 5), '') AS zip
  FROM $lines
), words AS (
  SELECT
    unique_id, zip,
    -- "Last, First Middle" where a comma says so, "First Middle Last" otherwise; Jr, Sr, II, III, IV are no surnames.
    string_split(trim(regexp_replace(CASE WHEN contains(name, ',')
      THEN trim(split_part(name, ',', 2)) || ' ' || trim(split_part(name, ',', 1)) ELSE name END,
      '( (JR|SR|II|III|IV))+$', '')), ' ') AS names,
    nullif(regexp_extract(address, '^([0-9]+)', 1), '') AS house_number,
    -- What follows the number, without fraction, unit, direction and type of street.
    regexp_replace(regexp_replace(regexp_replace(
      regexp_extract(address, '^[0-9]+[A-Z]?( 1/2)? (.*)$', 2),
      ' ?(#| APT| UNIT| STE| SUITE| SPC| SPACE| RM| FL| LOT| TRLR| BLDG| NO) ?.*$', ''),
      '^(N|S|E|W|NE|NW|SE|SW|NORTH|SOUTH|EAST|WEST) (.)', '\2'),
      '( (N|S|E|W|NORTH|SOUTH|EAST|WEST))?$', '') AS place
  FROM written
)
SELECT
  unique_id,
  nullif(names[-1], '') AS surname,
  CASE WHEN len(names) > 1 THEN nullif(names[1], '') END AS first_name,
  CASE WHEN len(names) > 2 THEN left(names[2], 1) END AS middle_initial,
  house_number,
  -- 38TH and 38 are one street.
  nullif(regexp_replace(regexp_replace(place,
    ' (ST|STR|STREET|AV|AVE|AVENUE|DR|DRIVE|RD|ROAD|LN|LANE|BL|BLVD|BOULEVARD|PL|PLACE|WY|WAY|CT|COURT|CIR|CIRCLE'
    || '|TER|TERRACE|PKWY|PARKWAY|HWY|HIGHWAY|TRL|TRAIL|SQ|SQUARE|ALY|ALLEY)$', ''),
    '^([0-9]+)(ST|ND|RD|TH)$', '\1'), '') AS street,
  zip
FROM words;
