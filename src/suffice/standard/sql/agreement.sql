-- How one field as written on a line agrees with the same field of a voter.
-- `apart` is slips() of the two, told once because several rules ask for it.
-- A bound for likeness stands a hair below the round number that is meant (0.5999999 for 0.6): processors differ in the
-- last bit of a likeness, and no two words are alike just there.

-- The words for how a field agrees, best first, and for what the fields make of a name or an address. DuckDB keeps each as
-- one byte; where a type is not known, such as in Spark, they are plain text.
CREATE TYPE agreement AS ENUM ('same', 'part', 'middle', 'nickname', 'slip', 'slips', 'initial', 'weak', 'one only', 'other', 'missing');
CREATE TYPE verdict AS ENUM ('agrees', 'doubtful', 'differs');

-- How many letters one would have to change, add, drop or exchange with the next; 9 where the two are not alike at all.
-- (Of words as short as NYE and NEY a likeness tells nothing.)
CREATE MACRO slips(one, other) AS
  CASE
    WHEN one = other THEN 0
    WHEN one = '' OR other = '' THEN 9
    WHEN length(one) > 3 AND jaro_winkler_similarity(one, other) < 0.5999999 THEN 9
    ELSE least(damerau_levenshtein(one, other), 9)
  END;

-- A surname: same, part (one of the voter's two surnames), slip, slips, weak, other or missing.
CREATE MACRO surname_agreement(written, registered, registered_name, apart) AS
  CASE
    WHEN written = '' THEN 'missing'
    WHEN written = registered THEN 'same'
    WHEN length(written) > 2 AND regexp_matches(registered_name, '^[^,]*[ -][^,]*,')
      AND contains(concat(' ', regexp_replace(plain(split_part(registered_name, ',', 1)), '[^A-Z]+', ' ', 'g'), ' '), concat(' ', written, ' '))
    THEN 'part'
    WHEN apart = 1 AND length(registered) >= 4 THEN 'slip'
    WHEN apart = 2 AND length(registered) >= 7 THEN 'slips'
    WHEN apart * 4 <= length(registered) + 4 THEN 'weak'
    ELSE 'other'
  END;

-- A word without the second of two equal letters at its end: "FREDD" -> "FRED".
CREATE MACRO single_end(word) AS
  CASE WHEN length(word) > 2 AND right(word, 1) = substr(word, length(word) - 1, 1) THEN left(word, length(word) - 1) ELSE word END;

-- A name without its familiar ending: "KATIE" -> "KAT", "FREDDY" -> "FRED", "EVIE" -> "EV".
CREATE MACRO name_stem(name) AS
  single_end(regexp_replace(name, '[AEIOUY]+$', ''));

-- Letters that sound alike in names as one of them: "KAT" and "CAT", "JER" and "GER".
CREATE MACRO name_sound(name) AS
  translate(name, 'KJZY', 'CGSI');

-- Whether a form may be a familiar one of a name, by its letters alone: KATIE of CATHERINE, LIV of OLIVIA, EVIE
-- of EVELYN. (The first lines are there to have done with most names quickly.)
CREATE MACRO is_familiar(form, name) AS
  CASE
    WHEN length(form) < 3 OR length(name) < 4 THEN false
    WHEN NOT contains(name, left(form, 2)) AND NOT contains(name, substr(form, 2, 2)) THEN false
    WHEN length(name_stem(form)) > 2 THEN contains(name_sound(name), name_sound(name_stem(form)))
    WHEN length(name_stem(form)) = 2 THEN regexp_matches(form, '[EIY]$') AND starts_with(name_sound(name), name_sound(name_stem(form)))
    ELSE false
  END;

-- A given name: same, initial, nickname, middle (a second given name used as the first), slip, slips, weak, other or missing.
-- A slip is no slip where what is written is itself a name that people bear (JOAN for JOHN): that is weak. Weak is also
-- a name cut short (GLO for GLORIA), a familiar form, a misspelt nickname (DAEV for DAVID) or its initial, a name that begins
-- with the same four letters, a misspelt middle name or its initial, or another given name with the same middle name.
CREATE MACRO given_agreement(written, written_middle, is_name, is_nickname, near_nickname, registered, registered_middle, registered_name, apart) AS
  CASE
    WHEN written = registered AND written <> '' THEN 'same'
    WHEN written = '' OR registered = '' THEN 'missing'
    WHEN length(written) = 1 OR length(registered) = 1
    THEN CASE
      WHEN left(written, 1) = left(registered, 1) THEN 'initial'
      WHEN near_nickname OR written = left(registered_middle, 1) THEN 'weak'
      ELSE 'other'
    END
    WHEN is_nickname THEN 'nickname'
    WHEN length(registered_middle) > 2 AND written = registered_middle OR length(written_middle) > 2 AND written_middle = registered THEN 'middle'
    WHEN NOT is_name AND apart = 1 AND length(registered) >= 4 THEN 'slip'
    WHEN NOT is_name AND apart = 2 AND length(registered) >= 7 THEN 'slips'
    WHEN apart * 4 <= length(registered) + 4 THEN 'weak'
    WHEN least(length(written), length(registered)) >= 3 AND (starts_with(registered, written) OR starts_with(written, registered)) THEN 'weak'
    WHEN length(registered_middle) >= 4 AND slips(written, registered_middle) = 1 THEN 'weak'
    WHEN length(written_middle) >= 3 AND written_middle = registered_middle THEN 'weak'
    WHEN near_nickname OR left(written, 4) = left(registered, 4) OR is_familiar(written, registered) OR is_familiar(registered, written) THEN 'weak'
    WHEN contains(split_part(registered_name, ',', 2), written) AND contains(concat(' ', plain(split_part(registered_name, ',', 2)), ' '), concat(' ', written, ' ')) THEN 'middle'
    ELSE 'other'
  END;

-- A middle name: same (an initial is enough), missing (on either side, or misspelt), or other.
CREATE MACRO middle_agreement(written, written_given, registered, registered_given) AS
  CASE
    WHEN written = '' OR registered = '' THEN 'missing'
    WHEN written = registered THEN 'same'
    WHEN left(written, 1) = left(registered, 1) AND (length(written) = 1 OR length(registered) = 1) THEN 'same'
    WHEN written = registered_given OR written_given = registered THEN 'missing'
    WHEN length(registered) >= 4 AND slips(written, registered) <= 2 THEN 'missing'
    ELSE 'other'
  END;

-- Jr, Sr, II ...: same, one only, other, or missing on both sides.
CREATE MACRO suffix_agreement(written, registered) AS
  CASE
    WHEN written IS NULL AND registered IS NULL THEN 'missing'
    WHEN written = registered THEN 'same'
    WHEN written IS NULL OR registered IS NULL THEN 'one only'
    ELSE 'other'
  END;

-- A date of birth: same, other, or missing on either side.
CREATE MACRO birth_agreement(written, registered) AS
  CASE WHEN written IS NULL OR registered IS NULL THEN 'missing' WHEN written = registered THEN 'same' ELSE 'other' END;

-- A house number: same, slip (one digit, of three at least), other or missing.
CREATE MACRO house_agreement(written, registered) AS
  CASE
    WHEN written = registered THEN 'same'
    WHEN written IS NULL OR registered IS NULL THEN 'missing'
    WHEN registered > 99 AND levenshtein(CAST(written AS VARCHAR), CAST(registered AS VARCHAR)) <= 2
      AND damerau_levenshtein(CAST(written AS VARCHAR), CAST(registered AS VARCHAR)) = 1 THEN 'slip'
    ELSE 'other'
  END;

-- A street: same, part (a word more or less), slip, slips, weak, other or missing.
CREATE MACRO street_agreement(written, registered, apart) AS
  CASE
    WHEN written = registered AND written <> '' THEN 'same'
    WHEN coalesce(written, '') = '' OR coalesce(registered, '') = '' THEN 'missing'
    WHEN least(length(written), length(registered)) >= 4
      AND (starts_with(registered, written) OR starts_with(written, registered) OR ends_with(registered, written) OR ends_with(written, registered))
    THEN 'part'
    WHEN length(registered) >= 4 AND apart = 1 THEN 'slip'
    WHEN length(registered) >= 7 AND apart = 2 THEN 'slips'
    WHEN length(registered) >= 4 AND apart * 3 <= length(registered) + 1 THEN 'weak'
    ELSE 'other'
  END;

-- A postal code: same, slip (one digit), other or missing.
CREATE MACRO zip_agreement(written, registered) AS
  CASE
    WHEN written IS NULL OR registered IS NULL THEN 'missing'
    WHEN written = registered THEN 'same'
    WHEN levenshtein(written, registered) <= 2 AND damerau_levenshtein(written, registered) = 1 THEN 'slip'
    ELSE 'other'
  END;

-- A city: same, slip, other or missing.
CREATE MACRO city_agreement(written, registered) AS
  CASE
    WHEN coalesce(written, '') = '' OR coalesce(registered, '') = '' THEN 'missing'
    WHEN written = registered THEN 'same'
    WHEN slips(written, registered) * 3 <= length(registered) THEN 'slip'
    ELSE 'other'
  END;

-- Letters and digits that a hand or a reading machine takes for one another, each written as one of its group.
CREATE MACRO alike(word) AS
  translate(word, '0QD1LJT7586G2FMHVWY4R9KP', 'OOOIIIIISBCCZENNUUUAAAXB');

-- The same with larger groups, cut another way.
CREATE MACRO alike_wide(word) AS
  translate(word, '0QDUCG61LJFPBR83H4KXMW52Y7V', 'OOOOOOOIIIEEEEEEAAAANNSZTTT');

-- What it costs to take one word for the other, in bits: 5 for a letter that was taken for one that looks alike (about one
-- letter in eight is misread, as one of some four others: 1 in 32), 7 for any other letter changed, added or lost.
CREATE MACRO misread_cost(one, other) AS
  5 * levenshtein(one, other) + 2 * levenshtein(alike(one), alike(other));

-- How strongly a reading speaks for a word, in bits: its chance if that word was written, against its chance at all
-- (`chance`, see word_chance), less the word's own part in that (`share` of the voters bear it).
CREATE MACRO reading_bits(cost, chance, share, letters_read) AS
  -cost - log2(greatest(coalesce(chance, 0) - coalesce(share, 0) * pow(2, -cost), 0) + pow(2, -4 - 4 * letters_read));
