-- How a name or an address is written alike.
-- One function a thing; the same text is run by DuckDB as it stands and carried to Spark by SQLGlot.
-- Every function gives the same answer when it is applied to its own answer.
-- Where a function has a first branch for what is already plain, it is there because a roll has millions of such rows.

-- Capital letters without accents; digits and punctuation stay: "José-María 2" -> "JOSE-MARIA 2".
CREATE MACRO plain(written) AS
  upper(strip_accents(written));

-- Letters only, so that O'BRIEN, O BRIEN and OBRIEN are one surname: "de la Cruz" -> "DELACRUZ".
CREATE MACRO letters(written) AS
  CASE
    WHEN regexp_full_match(written, '[A-Z]+') THEN written
    WHEN regexp_full_match(written, '[A-Za-z ]+') THEN upper(replace(written, ' ', ''))
    ELSE regexp_replace(plain(written), '[^A-Z]', '', 'g')
  END;

-- The first word of a given name: "Mary Ann" -> "MARY", "J.R." -> "J".
CREATE MACRO first_word(written) AS
  CASE WHEN regexp_full_match(written, '[A-Z]+') THEN written ELSE regexp_extract(plain(written), '[A-Z]+') END;

-- The words of a written name, in capital letters, parted by one space; commas stay, apostrophes close up, and a
-- digit or a bracket misread for a letter is read as that letter: "O'Neil, Mary-Ann" -> "ONEIL, MARY ANN", "JA(K 0TT" -> "JACK OTT".
CREATE MACRO name_words(written) AS
  CASE
    WHEN regexp_full_match(written, '[A-Za-z]+( [A-Za-z]+)*') THEN upper(written)
    ELSE trim(regexp_replace(regexp_replace(translate(regexp_replace(plain(written), '([A-Z0-9])\(', '\1C', 'g'), '0123456789', 'OIZEASGTBG'), '[''’`]', '', 'g'), '[^A-Z,]+', ' ', 'g'))
  END;

-- The second given name: the second word of the given name if it has one, or the first word of the middle name.
CREATE MACRO middle_word(first_name, middle_name) AS
  CASE
    WHEN regexp_full_match(first_name, '[A-Z]+') THEN first_word(coalesce(middle_name, ''))
    ELSE coalesce(nullif(first_word(regexp_replace(plain(first_name), '^[^A-Z]*[A-Z]+', '')), ''), first_word(middle_name), '')
  END;

-- Whether the words of a name of at least two words end in JR, SR, II, III, IV or V.
CREATE MACRO ends_in_suffix(words) AS
  regexp_matches(words, '[ ,](JR|SR|JUNIOR|SENIOR|II|III|IV|V)$') AND regexp_matches(words, '^[A-Z]+[ ,]+[A-Z].*[ ,][A-Z]+$');

-- JR, SR, II, III, IV or V; NULL where the text is none of them.
CREATE MACRO name_suffix(written) AS
  CASE WHEN written = '' THEN NULL ELSE CASE letters(written)
    WHEN 'JR' THEN 'JR' WHEN 'JUNIOR' THEN 'JR'
    WHEN 'SR' THEN 'SR' WHEN 'SENIOR' THEN 'SR'
    WHEN 'II' THEN 'II' WHEN 'III' THEN 'III' WHEN 'IV' THEN 'IV' WHEN 'V' THEN 'V'
  END END;

-- The house number without its fraction, letter or hyphen: "0704 1/2" -> 704, "12-34" -> 1234, "704A" -> 704.
-- A letter between digits is the digit it looks like: "16S04" -> 16504.
CREATE MACRO house_number(written) AS
  CASE
    WHEN regexp_full_match(written, '[0-9]{1,9}') THEN try_cast(written AS INTEGER)
    WHEN regexp_matches(written, '^[0-9]{1,9} [A-Za-z]') THEN try_cast(split_part(written, ' ', 1) AS INTEGER)
    WHEN regexp_matches(written, '^[0-9OILSBZGA]*[OILSBZGA][0-9OILSBZGA]*[0-9]( |$)')
    THEN try_cast(left(translate(regexp_extract(written, '^[0-9A-Z]+'), 'OILSBZGA', '01158264'), 9) AS INTEGER)
    ELSE try_cast(left(regexp_replace(regexp_extract(written, '^[^0-9A-Za-z]*([0-9]+(-[0-9]+)?)', 1), '-', '', 'g'), 9) AS INTEGER)
  END;

-- Whether two addresses stand in one cell, as where the old one is struck or both are given: "12 Oak St / 40 Elm Ave",
-- "was 12 Oak St, now 40 Elm Ave". Two numbers with a word after each, and between them a sign or word that parts them.
CREATE MACRO two_addresses(written) AS
  regexp_matches(
    plain(written),
    '[0-9][A-Z]? +([A-Z0-9]+ )*[A-Z]{2}[^/;]*([^0-9]/|;|\b(NOW|FORMERLY|WAS|MOVED|OLD|NEW|PREVIOUSLY|THEN)\b)[^0-9]*[0-9]+[A-Z]? +[A-Z0-9]*[A-Z]{2}');

-- What follows the house number, up to a comma or the unit: "704 1/2 W. 5th St. Apt 3, Los Angeles" -> "W 5TH ST".
CREATE MACRO street_words(written) AS
  CASE
    WHEN regexp_full_match(written, '[0-9]+( [A-Za-z]+){1,3}') AND NOT regexp_matches(upper(written), ' (APT|APARTMENT|UNIT|STE|SUITE|SPC|SPACE|LOT|TRLR|BLDG|RM|ROOM|FL|FLOOR) ')
    THEN upper(substr(written, instr(written, ' ') + 1))
    WHEN regexp_full_match(written, ' *[0-9]+ *') THEN ''
    ELSE trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      regexp_replace(plain(written), '^([^,]*[A-Z][^,]*),.*$', '\1'),
      '[.,''’`]+', ' ', 'g'),
      '^[^A-Z0-9]*[0-9]+(-[0-9]+)?[A-Z]?( +[1-3]/[2-8])? +', ''),
      '(#| (APT|APARTMENT|UNIT|STE|SUITE|SPC|SPACE|LOT|TRLR|BLDG|RM|ROOM|FL|FLOOR) ).*$', ' '),
      ' +', ' ', 'g'))
  END;

-- "FIFTH" -> "5"; other words stay. (No IN list here or below: DuckDB would turn it into a join over the whole roll.)
CREATE MACRO number_word(word) AS
  CASE
    WHEN NOT (ends_with(word, 'TH') OR word = 'FIRST' OR word = 'SECOND' OR word = 'THIRD') THEN word
    WHEN word = 'FIRST' THEN '1' WHEN word = 'SECOND' THEN '2' WHEN word = 'THIRD' THEN '3' WHEN word = 'FOURTH' THEN '4'
    WHEN word = 'FIFTH' THEN '5' WHEN word = 'SIXTH' THEN '6' WHEN word = 'SEVENTH' THEN '7' WHEN word = 'EIGHTH' THEN '8'
    WHEN word = 'NINTH' THEN '9' WHEN word = 'TENTH' THEN '10' WHEN word = 'ELEVENTH' THEN '11' WHEN word = 'TWELFTH' THEN '12'
    ELSE word
  END;

-- The name of a street without direction and type: "W 5TH ST" -> "5TH", "N MARTIN LUTHER KING JR BLVD" -> "MARTIN LUTHER KING JR".
CREATE MACRO street_words_core(words) AS
  regexp_replace(regexp_replace(regexp_replace(
    words,
    ' (N|S|E|W|NE|NW|SE|SW|NORTH|SOUTH|EAST|WEST|NORTHEAST|NORTHWEST|SOUTHEAST|SOUTHWEST)$', ''),
    '(.) (ST|STR|STREET|AVE|AV|AVENUE|BLVD|BL|BOULEVARD|DR|DRV|DRIVE|RD|ROAD|LN|LANE|CT|COURT|PL|PLACE|WAY|WY|TER|TERR|TERRACE|CIR|CIRCLE|PKWY|PARKWAY|HWY|HIGHWAY|TRL|TRAIL|SQ|SQUARE|ALY|ALLEY|LOOP|PATH|PLZ|PLAZA)$', '\1'),
    '^(N|S|E|W|NE|NW|SE|SW|NORTH|SOUTH|EAST|WEST|NORTHEAST|NORTHWEST|SOUTHEAST|SOUTHWEST) (.)', '\2');

-- A digit within a word is the letter it looks like: "N4IN" -> "NAIN".
CREATE MACRO read_letters(words) AS
  CASE WHEN regexp_matches(words, '[A-Z][0-9]') THEN translate(words, '0123456789', 'OIZEASGTBG') ELSE words END;

-- What the name of a street may have been where its end is odd: cut off at a type within it, or else without its last
-- word, which may be a misspelt type.
CREATE MACRO street_meant(core) AS
  CASE
    WHEN regexp_matches(core, '^.+ (ST|STREET|AVE|AVENUE|BLVD|BOULEVARD|DR|DRIVE|RD|ROAD|LN|LANE|CT|COURT|PL|PLACE|WAY|TER|TERRACE|CIR|CIRCLE|PKWY) .')
    THEN regexp_replace(read_letters(core), '^(.+?) (ST|STREET|AVE|AVENUE|BLVD|BOULEVARD|DR|DRIVE|RD|ROAD|LN|LANE|CT|COURT|PL|PLACE|WAY|TER|TERRACE|CIR|CIRCLE|PKWY) .*$', '\1')
    ELSE regexp_replace(read_letters(core), ' [^ ]+$', '')
  END;

-- One spelling for numbered streets and a few common words: "5TH" and "FIFTH" -> "5", "SAINT ANNE" -> "STANNE".
CREATE MACRO street_key(core) AS
  CASE
    WHEN regexp_full_match(core, '[A-Z]+') THEN number_word(core)
    ELSE regexp_replace(regexp_replace(regexp_replace(core, '\b([0-9]+) ?(ST|ND|RD|TH)\b', '\1', 'g'), '\b(SAINT|SANTA) ', 'ST ', 'g'), '[^A-Z0-9]', '', 'g')
  END;

-- The key of a street from a whole address line: "704 1/2 W. 5th St. Apt 3" -> "5".
CREATE MACRO street_of_address(written) AS
  street_key(street_words_core(street_words(written)));

-- The key of a street from a roll that keeps the street's name in a column of its own.
CREATE MACRO street_of_name(written) AS
  CASE
    WHEN regexp_full_match(written, '[A-Z]+') THEN number_word(written)
    WHEN regexp_full_match(written, '[A-Z]+ [A-Z]+') AND NOT starts_with(written, 'SA') THEN replace(written, ' ', '')
    WHEN regexp_full_match(written, '[0-9]+(ST|ND|RD|TH)') THEN rtrim(written, 'DHNRST')
    ELSE street_key(regexp_replace(plain(written), '[.,''’`]+', ' ', 'g'))
  END;

-- The first five digits of a postal code, a letter read as the digit it looks like; NULL where there are none.
CREATE MACRO zip_key(written) AS
  CASE
    WHEN regexp_full_match(written, '[0-9]{5}') THEN written
    ELSE nullif(left(regexp_replace(translate(upper(written), 'OQDILSBZGTAEP', '0001158267439'), '[^0-9]', '', 'g'), 5), '')
  END;

-- One number for two fields taken together, to look rows up by both at once.
CREATE MACRO pair_key(one, other) AS
  hash(one, other);
