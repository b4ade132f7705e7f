"""The cushion: how many raw lines make it 50, 80, 95 or 99 % sure that enough of them count.

Each draw of the truth has its own number of lines at which it would just suffice. With share p of new lines valid and chance
r of a pair, the valid lines Y that give R distinct ones solve Y - w r Y(Y-1)/2 = R; where duplicates grow faster than signers
(about 2 w r R > 1) no number does. The cushion at 95 % is the number that is enough in 95 of 100 draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

LEVELS = (0.5, 0.8, 0.95, 0.99)


@dataclass(frozen=True)
class Cushion:
    """What it takes to be sure with one chance.

    Raw lines needed in all (None: no number is sure enough), still missing, a day until the deadline (None after it), and the
    day they are reached at today's pace (None: not by the deadline).
    """

    chance: float
    raw: int | None
    missing: int | None
    lines_a_day: float | None
    reached_on: date | None


def lines_needed(
    required: int, lines: int, valid_lines: Numbers, share: Numbers, pair_rate: Numbers, copies_lost: int = 1
) -> Numbers:
    """In each draw, the raw lines at which the petition would just suffice; infinite where no number would."""
    lost = copies_lost * pair_rate
    # w r Y^2 / 2 - (1 + w r / 2) Y + R = 0, the smaller root.
    middle = 1 + lost / 2
    under = middle**2 - 2 * lost * required
    root = np.where(under < 0, np.inf, 2 * required / (middle + np.sqrt(np.maximum(under, 0))))
    # Already enough: as many as make it just so, in proportion.
    fewer = lines * np.where(np.isinf(root), 0, root) / np.maximum(valid_lines, 1)
    more = lines + (root - valid_lines) / np.maximum(share, 1e-6)
    return np.asarray(np.where(root <= valid_lines, fewer, more))


def cushions(needed: Numbers, lines: int, pace: float, today: date, deadline: date) -> tuple[Cushion, ...]:
    """The cushion for each of `LEVELS`, `lines` being in hand and `pace` lines a day coming in."""
    days = (deadline - today).days
    found = []
    for chance in LEVELS:
        enough = float(np.quantile(needed, chance, method="higher"))
        if not np.isfinite(enough):
            found.append(Cushion(chance, None, None, None, None))
            continue
        raw = ceil(enough)
        missing = max(raw - lines, 0)
        wait = ceil(missing / pace) if pace > 0 else None
        reached = today if not missing else None if wait is None or wait > days else today + timedelta(days=wait)
        found.append(Cushion(chance, raw, missing, round(missing / days, 1) if days > 0 else None, reached))
    return tuple(found)
