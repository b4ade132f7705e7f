"""Which share of the lines is valid, from in-house checks: partial pooling over batches, circulators and channels.

Words: valid lines here count every copy of a signature; duplicates are taken off elsewhere. A *cluster* is what was collected
alike: the lines of one circulator where the checks name circulators, otherwise one batch. The model, level by level:

- petition: its share m of valid lines, beta distributed as the belief says;
- channel: its share, beta distributed around m, worth `channel_lines` lines;
- cluster: its share, beta distributed around its channel's, worth k lines; k is learnt from how much clusters differ;
- line: valid with its cluster's share.

So a batch of ten lines says little against its channel, a channel without a check borrows from the others, and a petition without
any check has the belief alone. All is summed over grids of m, k and the channels' shares: no iteration, no chance involved.

Source: A. Gelman et al., Bayesian Data Analysis, 3rd edition, chapter 5 (the beta-binomial model of rat tumours).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaln

from suffice.outlook.belief import Belief
from suffice.outlook.records import Check

Numbers = npt.NDArray[np.float64]

SHARES = (np.arange(120) + 0.5) / 120
ALIKE = np.array([6.0, 12.0, 25.0, 50.0, 100.0, 200.0, 500.0, 2_000.0])
OVERALL = (np.arange(60) + 0.5) / 60
USUAL_BATCH = 300
"""Lines of a batch where no check tells."""


@dataclass(frozen=True)
class Cluster:
    """Lines collected alike: how many, how many of them were checked, how many of those are valid."""

    lines: int
    checked: int
    valid: int


@dataclass(frozen=True)
class ChannelValidity:
    """Draws of one channel: valid lines among those in hand, and the share of valid ones among lines like them."""

    in_hand: Numbers
    share: Numbers


@dataclass(frozen=True)
class Validity:
    """Draws of the channels' validity and of `alike`, the k of the model."""

    channels: Mapping[str, ChannelValidity]
    alike: Numbers
    usual_batch: int


def clusters_of(checks: Sequence[Check]) -> dict[str, list[Cluster]]:
    """The clusters of every channel that was checked."""
    sums: dict[tuple[str, str, str], tuple[int, int, int]] = {}
    for check in checks:
        key = (check.channel, check.circulator, "" if check.circulator else check.batch)
        lines, checked, valid = sums.get(key, (0, 0, 0))
        sums[key] = lines + check.lines, checked + check.checked, valid + check.valid_lines
    by_channel: dict[str, list[Cluster]] = {}
    for (channel, _, _), counted in sums.items():
        by_channel.setdefault(channel, []).append(Cluster(*counted))
    return by_channel


def evidence(clusters: Sequence[Cluster]) -> Numbers:
    """The logarithm of how well each pair of the grid (k, channel's share) explains the clusters of a channel."""
    total = np.zeros((ALIKE.size, SHARES.size))
    seen = [(one.checked, one.valid) for one in clusters if one.checked]
    if not seen:
        return total
    kinds, times = np.unique(np.array(seen, dtype=np.float64), axis=0, return_counts=True)
    good = SHARES[None, :] * ALIKE[:, None]
    bad = (1 - SHARES)[None, :] * ALIKE[:, None]
    nothing = betaln(good, bad)
    for (checked, valid), count in zip(kinds, times, strict=True):
        total += count * (betaln(good + valid, bad + checked - valid) - nothing)
    return total


def beta_weights(at: Numbers, mean: Numbers, worth: float) -> Numbers:
    """Weights of the grid `at` (rows add to 1) under beta distributions around each of `mean`."""
    good, bad = mean[:, None] * worth, (1 - mean)[:, None] * worth
    logs = (good - 1) * np.log(at)[None, :] + (bad - 1) * np.log1p(-at)[None, :]
    weights = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def draw_validity(
    checks: Sequence[Check],
    lines_in_hand: Mapping[str, int],
    belief: Belief,
    rng: np.random.Generator,
    draws: int,
) -> Validity:
    """Draws of the validity of each channel of `lines_in_hand`, given the checks."""
    by_channel = clusters_of(checks)
    channels = list(dict.fromkeys([*lines_in_hand, *by_channel]))
    fits = {channel: evidence(by_channel.get(channel, [])) for channel in channels}
    around = beta_weights(SHARES, OVERALL, belief.channel_lines)
    overall = beta_weights(OVERALL, np.array([belief.validity]), belief.validity_lines)[0]
    joint = np.log(overall)[None, :] - 0.5 * (np.log(ALIKE / belief.batch_lines) / belief.batch_spread)[:, None] ** 2
    likely: dict[str, Numbers] = {}
    for channel in channels:
        top = fits[channel].max()
        likely[channel] = np.exp(fits[channel] - top)
        joint = joint + np.log(likely[channel] @ around.T + 1e-300)
    weights = np.exp(joint - joint.max()).ravel()
    chosen = rng.choice(weights.size, size=draws, p=weights / weights.sum())
    k_at, m_at = np.divmod(chosen, OVERALL.size)
    batches = [check.lines for check in checks]
    usual = max(1, int(np.median(batches))) if batches else USUAL_BATCH
    found = {}
    for channel in channels:
        share = _shares(likely[channel], around, k_at, m_at, rng)
        in_hand = _in_hand(by_channel.get(channel, []), lines_in_hand.get(channel, 0), usual, share, k_at, rng)
        found[channel] = ChannelValidity(in_hand, share)
    return Validity(found, ALIKE[k_at], usual)


def _shares(
    likely: Numbers, around: Numbers, k_at: npt.NDArray[np.int64], m_at: npt.NDArray[np.int64], rng: np.random.Generator
) -> Numbers:
    """A channel's share in each draw, given the draw's k and m: by its place on the grid, and within its step."""
    running = np.cumsum(likely[k_at] * around[m_at], axis=1)
    at = (running < (rng.random(len(k_at)) * running[:, -1])[:, None]).sum(axis=1)
    within = rng.random(len(k_at)) - 0.5
    return np.asarray(np.clip(SHARES[np.minimum(at, SHARES.size - 1)] + within / SHARES.size, 1e-6, 1 - 1e-6))


def _in_hand(
    clusters: Sequence[Cluster],
    lines: int,
    usual: int,
    share: Numbers,
    k_at: npt.NDArray[np.int64],
    rng: np.random.Generator,
) -> Numbers:
    """Valid lines among `lines` in hand: those checked as they are, the rest as their cluster or their channel says."""
    size, checked, valid = (
        np.array([getattr(one, name) for one in clusters], dtype=np.float64) for name in ("lines", "checked", "valid")
    )
    rest = size - checked
    # Sums over clusters, for each k of the grid: the share expected of a cluster is linear in its channel's.
    pulled = ALIKE[:, None] + checked[None, :]
    fixed, slope = (rest * valid / pulled).sum(axis=1), (rest * ALIKE[:, None] / pulled).sum(axis=1)
    spread = (rest * (rest + pulled) / (pulled + 1)).sum(axis=1)
    known = float(valid.sum()) + fixed[k_at] + slope[k_at] * share
    unchecked = max(lines - float(size.sum()), 0.0)
    binomial = share * (1 - share)
    variance = binomial * (spread[k_at] + spread_of_new(unchecked, usual, ALIKE[k_at]))
    drawn = known + unchecked * share + np.sqrt(variance) * rng.standard_normal(len(share))
    return np.asarray(np.clip(drawn, valid.sum(), max(lines, size.sum()) - (checked - valid).sum()))


def spread_of_new(lines: float | Numbers, batch: int, alike: Numbers) -> Numbers:
    """What p(1-p) is to be multiplied by for the variance of the valid lines among `lines` unchecked, in batches of `batch`."""
    return np.asarray(lines * (1 + (np.minimum(batch, np.maximum(lines, 1)) - 1) / (alike + 1)))
