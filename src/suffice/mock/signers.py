"""Who signed each line, and the mix of grounds on which lines do not count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from suffice.mock.draw import Flags, Integers
from suffice.mock.places import Addresses
from suffice.mock.voters import Days

# Lines by ground at the count of 15 August 2022 in Los Angeles County (Registrar-Recorder/County Clerk, certificate of
# insufficiency): 715,833 lines, 520,050 valid. A mock has no signatures to compare, so its 9,490 mismatched signatures
# are spread, together with the 9,331 lines of "Other", over the grounds from registered_too_late on.
COUNTY = {
    "": 520_050,
    "not_registered": 88_464,
    "duplicate": 43_593,
    "different_address": 32_187,
    "canceled": 7_344,
    "out_of_jurisdiction": 5_374,
    "registered_too_late": 4_421,
    "no_signature": 3_600,
    "no_address": 3_200,
    "struck": 2_900,
    "withdrawn": 1_500,
    "not_identifiable": 1_400,
    "outside_circulation": 1_100,
    "under_age": 700,
}
# Only relatives of registered people, and registered people.
HOUSEHOLDS = {"": 0.7, "not_registered": 0.3}
GROUNDS = tuple(COUNTY)
PLACE = {ground: code for code, ground in enumerate(GROUNDS)}


@dataclass
class Signers:
    """One line a row, in the order of `Sections`; the person is as registered (voter >= 0) or as drawn (-1)."""

    ground: npt.NDArray[np.int8]
    voter: Integers
    surname: Integers
    given: Integers
    middle: Integers
    suffix: Integers
    female: Flags
    address: Addresses
    signed_on: Days
    dated: Flags  # whether the line bears the date

    def lines(self, ground: str) -> npt.NDArray[np.int64]:
        """The lines with this ground ("" for the valid ones)."""
        return np.flatnonzero(self.ground == PLACE[ground])
