"""How long an outlook takes: a year of daily counts, 40 drops, 3,000 circulators: `python -m benchmarks.outlook_speed`."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from suffice.outlook.campaign import Campaign, campaign_outlook, circulators_of
from suffice.outlook.mail import MAIL, Drop
from suffice.outlook.people import Circulator, Section, Spending
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.situation import Situation
from suffice.report.outlook import outlook_page

BEGINS = date(2024, 1, 1)
DAYS, DROPS, PEOPLE = 365, 40, 3_000


def year() -> Campaign:
    """A campaign of a year, two thirds through it."""
    rng = np.random.default_rng(1)
    days = [BEGINS + timedelta(days=n) for n in range(DAYS * 2 // 3)]
    counts = Counts(
        tuple(
            Interval(channel, day - timedelta(days=1), day, int(rng.poisson(lines)))
            for channel, lines in (("volunteers", 700), ("paid", 1_500), (MAIL, 300))
            for day in days
        )
    )
    names = [f"C{n:04d}" for n in range(PEOPLE)]
    circulators = tuple(Circulator(name, "paid", "paid", 7.0) for name in names)
    sections = tuple(
        Section(f"{n}", names[n % PEOPLE], days[n % 200], days[n % 200 + 5], 40) for n in range(4 * PEOPLE)
    )
    checks = tuple(
        Check(f"{n}", days[n % 220], "paid", 100, 20, int(rng.binomial(20, 0.75)), int(rng.random() < 0.02), names[n])
        for n in range(PEOPLE)
    )
    drops = tuple(
        Drop(f"D{n}", days[5 * n], 20_000, 11_000.0, tuple((days[5 * n + lag], 20) for lag in range(4, 24)))
        for n in range(DROPS)
    )
    money = tuple(Spending(day, "paid", 10_000.0) for day in days)
    aim = Situation("A year", "mock", 500_000, BEGINS, BEGINS + timedelta(days=DAYS - 1), 5_000_000)
    return Campaign(aim, counts, checks, drops, circulators, sections, money)


def main() -> None:
    """Prints processor time of the outlook, the circulators and the page, the second time round."""
    campaign = year()
    for turn in ("first", "second"):
        times = [time.process_time()]
        found = campaign_outlook(campaign)
        times.append(time.process_time())
        people = circulators_of(campaign, found)
        times.append(time.process_time())
        page = outlook_page(found, people)
        times.append(time.process_time())
        steps = [later - earlier for earlier, later in pairwise(times)]
        print(
            f"{turn}: outlook {steps[0]:.2f} s, {len(people):,} circulators {steps[1]:.2f} s, "
            f"page of {len(page):,} characters with its charts {steps[2]:.2f} s, together {sum(steps):.2f} s of processor time"
        )


if __name__ == "__main__":
    main()
