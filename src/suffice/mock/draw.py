"""Random draws that are the same on every machine: one PCG64 stream for each purpose, all from one seed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.signedinteger]  # positions and codes; 32 bits where there are millions of them
Flags = npt.NDArray[np.bool_]


def stream(seed: int, purpose: str) -> np.random.Generator:
    """The random numbers for one purpose; drawing more for another purpose does not change them."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *purpose.encode()])))


def cumulated(weights: npt.ArrayLike) -> Floats:
    """The running share of each weight, ending in 1. Weights must not all be zero."""
    running = np.cumsum(np.asarray(weights, dtype=np.float64))
    return np.asarray(running / running[-1], dtype=np.float64)


def weighted(rng: np.random.Generator, cumulative: Floats, count: int) -> Integers:
    """`count` positions drawn by the shares that `cumulated` gave."""
    found = np.searchsorted(cumulative, rng.random(count), side="right")
    return np.minimum(found, len(cumulative) - 1).astype(np.int32)


def apportioned(total: int, weights: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """`total` things shared out by weight, whole things only; the largest remainders get the rest."""
    shares = np.asarray(weights, dtype=np.float64)
    exact = shares / shares.sum() * total
    whole: npt.NDArray[np.int64] = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole
