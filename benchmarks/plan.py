"""The sequential plan: how often it is wrong, and how many lines it takes: `python -m benchmarks.plan`."""

from __future__ import annotations

import numpy as np

from suffice.sample.plan import Plan, verdicts
from suffice.sample.work import expected_work

RAW, REQUIRED = 715_833, 566_857
SHARES = (0.6, 0.7, 0.7265, 0.75, 0.77, 0.78, 0.8, 0.82, 0.85, 0.9)
RATES = (0.0, 0.01, 0.03, 0.06)
# Petitions of 2,000 lines: valid lines with every copy, pairs, triples.
HARD = ((1_600, 0, 0), (1_600, 40, 0), (1_600, 160, 0), (1_600, 0, 40), (1_100, 0, 0), (1_100, 100, 0), (1_900, 0, 0))


def wrong_share(
    valid: int,
    pairs: int,
    triples: int,
    short_by: int,
    *,
    risk: float = 0.1,
    lines: int = 2_000,
    repetitions: int = 1_000,
) -> float:
    """The share of petitions called wrongly, judged after every line; `short_by` 1 misses the requirement, 0 just meets it."""
    rng = np.random.default_rng(29)
    plan = Plan(lines, valid - pairs - 2 * triples + short_by, risk=risk)
    after = np.arange(1.0, lines + 1.0)
    wrong = 0
    for _ in range(repetitions):
        place = rng.permutation(lines)
        seconds = np.maximum(place[:pairs], place[pairs : 2 * pairs])
        threes = np.sort(place[2 * pairs : 2 * pairs + 3 * triples].reshape(3, triples), axis=0)
        copies = np.bincount(np.concatenate([seconds, threes[1], threes[2]]), minlength=lines).cumsum()
        counted = np.bincount(place[:valid], minlength=lines).cumsum() - copies
        enough, short = verdicts(plan, after, counted.astype(float), copies.astype(float))
        false, true = (enough, short) if short_by else (short, enough)
        wrong += bool(false.any() and false.argmax() < (true.argmax() if true.any() else lines))
    return wrong / repetitions


def main() -> None:
    """Prints both tables in Markdown."""
    print("| valid lines | pairs | triples | wrongly sufficient | wrongly insufficient |\n|---:|---:|---:|---:|---:|")
    for valid, pairs, triples in HARD:
        wrong = [f"{wrong_share(valid, pairs, triples, short_by):.1%}".replace("%", " %") for short_by in (1, 0)]
        print(f"| {valid:,} | {pairs:,} | {triples:,} | {wrong[0]} | {wrong[1]} |")
    print("\n| lines that count | " + " | ".join(f"{rate * 100:.0f} % duplicates" for rate in RATES) + " |")
    print("|---:|" + "---:|" * len(RATES))
    plan = Plan(RAW, REQUIRED)
    for share in SHARES:
        cells = [f"{expected_work(plan, share, rate).mean:,}" for rate in RATES]
        print(f"| {share * 100:.2f} % | " + " | ".join(cells) + " |")
    print(
        f"\nStatutory samples: 3 % are {-(-RAW * 3 // 100):,}, 5 % are {-(-RAW * 5 // 100):,}. Required: {REQUIRED / RAW:.2%}."
    )
    print(f"Los Angeles 2022: {expected_work(plan, 520_050 / RAW, 43_593 / RAW)}")


if __name__ == "__main__":
    main()
