"""A forecast number: the middle of what is believed, and the limits of its 90 % interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Span:
    """The middle of what is believed and the limits of its 90 % interval."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, draws: npt.NDArray[np.float64]) -> Span:
        """The span of `draws`: its 5, 50 and 95 % quantiles, to four decimals."""
        low, middle, high = (round(float(one), 4) for one in np.quantile(draws, (0.05, 0.5, 0.95)))
        return cls(low, middle, high)
