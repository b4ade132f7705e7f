"""A sequential look: lines drawn one after another, stopping as soon as the answer is sure enough.

Two verdicts, each wrong at most as often as the risk limit says, however often one looks:

- *sufficient*: the distinct valid signers reach the requirement R;
- *insufficient*: they do not.

Half of the risk guards the valid lines Y, half the duplicates D.

Valid lines. If Y lines are valid, seeing y valid among t drawn without replacement has the hypergeometric chance
h(y; N, Y, t). Against it stands 1/(t+1), the chance if every Y were as likely. The ratio 1/((t+1) h) is a martingale that starts at
1 if Y is the truth, and exceeds 1/a at any time with chance at most a (Ville). So every Y with (t+1) h <= a may be dropped for
good: the prior-posterior ratio of Waudby-Smith and Ramdas, "Confidence sequences for sampling without replacement" (2020), in the
family of risk-limiting audits (Stark, ALPHA, 2023; RiLACS, 2021).

Duplicates. Looks stand at shares 1, 1/sqrt(2), 1/2 ... of the petition down to `SMALLEST_SHARE`; the risk is shared out evenly.
At each the pairs found limit D exactly as a Poisson count (Garwood), whose tails are heavier than those of pairs drawn without
replacement. Between two looks the pairs found are no fewer than at the look before and no more than at the look after, so the
limits hold at every line. A voter with m copies shows up to m/2 times as many pairs per surplus copy; the lower limit of D
is divided by that for the most copies allowed for, so that no crowd of triples makes a petition look insufficient.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import special, stats

from suffice.errors import InputError

Numbers: TypeAlias = npt.NDArray[np.float64]
SMALLEST_SHARE = 1 / 256


class Verdict(StrEnum):
    """What the lines looked at allow to say."""

    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    GO_ON = "go on"


@dataclass(frozen=True)
class Plan:
    """A sequential look at a petition of `raw` lines with `required` signatures required.

    `risk` is the most either verdict may be wrong. `copies_lost` is 1 where one copy of a duplicate counts, 2 where every copy is
    void. `most_copies` is the largest number of copies a voter is taken to have signed where that matters (see above).
    `duplicates_at_most` is an upper limit of the surplus copies known otherwise, as from an index of all lines; None if unknown.
    Raises InputError for numbers that cannot be used.
    """

    raw: int
    required: int
    risk: float = 0.05
    copies_lost: int = 1
    most_copies: int = 3
    duplicates_at_most: int | None = None

    def __post_init__(self) -> None:
        if self.raw < 1 or self.required < 1:
            raise InputError(
                "A plan needs lines and a requirement",
                found=f"{self.raw:,} lines, {self.required:,} required",
                expected="positive numbers",
            )
        if not 0 < self.risk <= 0.5:
            raise InputError("The risk limit cannot be used", found=str(self.risk), expected="above 0 and at most 0.5")
        if self.copies_lost not in (1, 2):
            raise InputError("A pair costs one signature or two", found=str(self.copies_lost), expected="1 or 2")
        if self.most_copies < 2:
            raise InputError("A duplicate has at least two copies", found=str(self.most_copies), expected="2 or more")
        if self.duplicates_at_most is not None and self.duplicates_at_most < 0:
            raise InputError("There cannot be fewer than no duplicates", found=str(self.duplicates_at_most))

    def looks(self) -> Numbers:
        """Lines drawn at which the duplicates' limits are reckoned anew, ascending; the last is the whole petition."""
        count = int(np.floor(2 * np.log2(1 / SMALLEST_SHARE)))
        shares = 2.0 ** (-np.arange(count, -1, -1) / 2)
        return np.unique(np.maximum(np.ceil(shares * self.raw), min(2, self.raw)))


def duplicate_limits(plan: Plan, drawn: Numbers, pairs: Numbers) -> tuple[Numbers, Numbers]:
    """Lower and upper limits of the surplus copies after `drawn` lines with `pairs` found, sure at all times at once.

    Together they are wrong with a chance of at most half the risk on either side.
    """
    looks = plan.looks()
    partial = max(len(looks) - 1, 1)
    risk = plan.risk / 2 / partial
    before = np.clip(np.searchsorted(looks, drawn, side="right") - 1, -1, len(looks) - 1)
    after = np.clip(np.searchsorted(looks, drawn, side="left"), 0, len(looks) - 1)
    together = looks * (looks - 1) / max(plan.raw * (plan.raw - 1), 1)
    most = stats.chi2.ppf(1 - risk, 2 * pairs + 2) / 2
    least = np.where(pairs > 0, stats.chi2.ppf(risk, 2 * np.maximum(pairs, 0.5)) / 2, 0.0)
    upper = np.where(before < 0, float(plan.raw), most / together[np.maximum(before, 0)])
    lower = least / together[after] * 2 / plan.most_copies
    if plan.duplicates_at_most is not None:
        upper = np.minimum(upper, plan.duplicates_at_most)
    return np.maximum(lower, 0.0), np.minimum(upper, plan.raw)


def verdicts(
    plan: Plan, drawn: Numbers, valid: Numbers, pairs: Numbers
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether `sufficient` and whether `insufficient` may be said after `drawn` lines.

    `valid` counts as the statutes do, second copies not in it; `pairs` are those found among the lines drawn.
    """
    lost = plan.copies_lost
    lines = valid + lost * pairs
    fewest, most = duplicate_limits(plan, drawn, pairs)
    enough = _dropped(plan, drawn, lines, np.ceil(plan.required + lost * most) - 1, below=True)
    short = _dropped(plan, drawn, lines, np.ceil(plan.required + lost * fewest), below=False)
    everything = drawn >= plan.raw
    # What is settled by counting alone needs no chance: signers already enough, or too few lines left to be.
    left = plan.raw - drawn
    hopeless = lines + left - lost * pairs < plan.required
    return (
        np.where(everything, valid >= plan.required, enough),
        np.where(everything, valid < plan.required, short | hopeless),
    )


def verdict(plan: Plan, drawn: int, valid: int, duplicates: int) -> Verdict:
    """The verdict after `drawn` lines, `valid` of them counting, `duplicates` pairs among them.

    Raises InputError if the counts contradict each other.
    """
    if not 0 <= drawn <= plan.raw or min(valid, duplicates) < 0 or valid + plan.copies_lost * duplicates > drawn:
        raise InputError(
            "The lines looked at do not add up",
            found=f"{valid:,} valid and {duplicates:,} duplicates among {drawn:,} of {plan.raw:,} lines",
        )
    enough, short = verdicts(plan, *(np.array([float(number)]) for number in (drawn, valid, duplicates)))
    return Verdict.SUFFICIENT if enough[0] else Verdict.INSUFFICIENT if short[0] else Verdict.GO_ON


def _dropped(plan: Plan, drawn: Numbers, lines: Numbers, truth: Numbers, *, below: bool) -> npt.NDArray[np.bool_]:
    """Whether every Y up to `truth` (below) or from `truth` on (not below) may be dropped."""
    impossible = truth < lines if below else truth > plan.raw - (drawn - lines)
    inside = np.clip(truth, lines, plan.raw - (drawn - lines))
    log = (
        _log_choose(inside, lines)
        + _log_choose(plan.raw - inside, drawn - lines)
        - _log_choose(np.asarray(float(plan.raw)), drawn)
    )
    unlikely = log + np.log1p(drawn) <= np.log(plan.risk / 2)
    beyond = (
        lines / np.maximum(drawn, 1) > truth / plan.raw if below else lines / np.maximum(drawn, 1) < truth / plan.raw
    )
    return np.asarray(impossible | (unlikely & beyond))


def _log_choose(of: Numbers, many: Numbers) -> Numbers:
    return np.asarray(special.gammaln(of + 1) - special.gammaln(many + 1) - special.gammaln(of - many + 1))
