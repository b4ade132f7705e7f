-- splink_roll: the roll in the same columns. $roll is the relation read.
CREATE TABLE roll AS
SELECT
  voter_id AS unique_id,
  string_split(trim(regexp_replace(strip_accents(upper(last_name)), '[^A-Z ]', '', 'g')), ' ')[-1] AS surname,
  nullif(string_split(trim(regexp_replace(strip_accents(upper(first_name)), '[^A-Z ]', '', 'g')), ' ')[1], '') AS first_name,
  nullif(left(strip_accents(upper(middle_name)), 1), '') AS middle_initial,
  nullif(house_number, '') AS house_number,
  nullif(regexp_replace(strip_accents(upper(street_name)), '^([0-9]+)(ST|ND|RD|TH)$', '\1'), '') AS street,
  nullif(left(zip, 5), '') AS zip
FROM $roll;
