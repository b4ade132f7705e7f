"""The page and the plot of the outlook's calibration, from docs/data/campaign.csv: `python -m benchmarks.campaign_page`.

The file is written by `python -m benchmarks.campaign --csv docs/data/campaign.csv`.
"""

from __future__ import annotations

import csv
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import altair as alt
import numpy as np

from benchmarks.campaign import DATA, Measured, brier, column, inside
from suffice.outlook.shape import Shape

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "outlook-calibration.md"
PLOT = ROOT / "docs" / "images" / "outlook-reliability.svg"
EDGES = np.array([0, 0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98, 1.0001])
BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#767676"
SAID = {
    "chance": "Suffice",
    "chance_straight_line": "the same, duplicates in a straight line",
    "chance_naive": "count / requirement",
}
WORDS = {
    Shape.STEADY: "steady",
    Shape.LATE_SURGE: "late surge",
    Shape.COLLAPSE: "collapse",
    Shape.MAIL_WAVE: "waves of mail",
}


def kept(path: Path = DATA) -> list[Measured]:
    """The campaigns of the file."""
    kinds = {one.name: one.type for one in fields(Measured)}
    read = {"str": str, "int": int, "float": float}
    with path.open(encoding="utf-8") as file:
        return [
            Measured(**{name: read[str(kinds[name])](text) for name, text in row.items()})
            for row in csv.DictReader(file)
        ]


def percent(share: float) -> str:
    """As the page writes it."""
    return f"{100 * share:.1f} %"


def page(rows: list[Measured]) -> str:
    """The page as text."""
    groups = {"all": rows} | {WORDS[one]: [row for row in rows if row.shape == one.value] for one in Shape}
    times = {"first half": (0.25, 0.5), "third quarter": (0.5, 0.75), "last quarter": (0.75, 1.0)}
    groups |= {name: [row for row in rows if low <= row.elapsed < high] for name, (low, high) in times.items()}
    groups["no check made yet"] = [row for row in rows if not row.checked]
    cover = "\n".join(
        f"| {name} | {len(some):,} | {percent(inside(some, 'raw'))} | {percent(inside(some, 'distinct'))} | "
        f"{percent(inside(some, 'duplicates'))} |"
        for name, some in groups.items()
    )
    said, came = column(rows, "chance"), column(rows, "suffices")
    bins = "\n".join(
        f"| {100 * low:.0f} to {100 * min(high, 1):.0f} % | {int(some.sum()):,} | {percent(said[some].mean())} | "
        f"{percent(came[some].mean())} |"
        for low, high in pairwise(EDGES)
        if (some := (said >= low) & (said < high)).any()
    )
    scores = "\n".join(f"| {words} | {brier(rows, name):.4f} |" for name, words in SAID.items())
    return f"""# How far the outlook can be trusted

An interval that says "nine times in ten" must hold nine times in ten, and of all days on which the outlook says 30 %, 30 in
100 must end well. Whether that is so is measured on {len(rows):,} mock campaigns whose end is known (`suffice mock-campaign`), a
quarter of each shape, each looked at on one day between a quarter of its time and its end. {percent(came.mean())} sufficed.

The campaigns are made line by line and not from the outlook's own model. What the model starts from was set on campaigns of
other seeds than those measured here.

## Intervals of 90 %

The share of campaigns whose end lay within the interval. Aim: 87 to 93 % of all.

| campaigns | number | lines at the deadline | valid signatures | second copies |
|---|---:|---:|---:|---:|
{cover}

A steady campaign is better foreseen than the outlook claims, because nobody knows that it will stay steady; a collapse that nobody
could see coming is missed more often. Over all of them the promise holds.

## The chance of sufficiency

![Reliability plot: chance said against share of campaigns that sufficed, in tenths](images/outlook-reliability.svg)

| chance said | campaigns | said on average | sufficed |
|---|---:|---:|---:|
{bins}

The Brier score is the mean squared distance of a chance from what came: 0 is clairvoyant, 0.25 a coin.

| forecast | Brier score |
|---|---:|
{scores}

"Count / requirement" is what a campaign tells itself: 95 % of the lines are in hand. "In a straight line" is this outlook with
one thing changed: the share of duplicates among the checked lines carried over to all lines, as the press did in Los Angeles.

<!-- Written by `python -m benchmarks.campaign_page` from docs/data/campaign.csv; a test compares it. -->

`python -m benchmarks.campaign` measures anew (about two minutes); `python -m benchmarks.campaign_page` writes this page.
"""


def plot(rows: list[Measured]) -> alt.LayerChart:
    """The reliability plot: chance said against the share that sufficed, each point with its own 90 % interval."""
    came = column(rows, "suffices")
    points = []
    for name, words in SAID.items():
        said = column(rows, name)
        for low, high in pairwise(EDGES):
            some = (said >= low) & (said < high)
            if some.sum() < 15:
                continue
            share = float(came[some].mean())
            error = 1.645 * float(np.sqrt(share * (1 - share) / some.sum()))
            points.append(
                {"said": float(said[some].mean()), "came": share, "low": max(share - error, 0), "high": min(share + error, 1),
                 "forecast": words}
            )  # fmt: skip
    order = list(SAID.values())
    scale = alt.Scale(domain=[0, 1], nice=False)
    axis = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    colour = alt.Color("forecast:N", sort=order, title=None, scale=alt.Scale(domain=order, range=[BLUE, ORANGE, GREY]),
                       legend=alt.Legend(orient="top", labelLimit=320))  # fmt: skip
    base = alt.Chart(alt.Data(values=points))
    diagonal = alt.Chart(alt.Data(values=[{"at": 0}, {"at": 1}]))
    return alt.layer(
        diagonal.mark_line(color="#BBBBBB", strokeDash=[3, 3]).encode(x=alt.X("at:Q", scale=scale), y=alt.Y("at:Q", scale=scale)),
        base.mark_line(strokeWidth=1.6).encode(
            x=alt.X("said:Q", title="Chance said", scale=scale, axis=axis),
            y=alt.Y("came:Q", title="Campaigns that sufficed", scale=scale, axis=axis), color=colour,
        ),
        base.mark_rule(strokeWidth=1.4, opacity=0.6).encode(x="said:Q", y=alt.Y("low:Q", scale=scale), y2="high:Q", color=colour),
        base.mark_point(filled=True, size=60, opacity=1).encode(
            x="said:Q", y=alt.Y("came:Q", scale=scale), color=colour,
            shape=alt.Shape("forecast:N", sort=order, title=None, scale=alt.Scale(domain=order),
                            legend=alt.Legend(orient="top", labelLimit=320)),
        ),
    ).properties(width=520, height=420)  # fmt: skip


def main() -> None:
    """Writes the page and the plot."""
    rows = kept()
    PAGE.write_text(page(rows), encoding="utf-8")
    plot(rows).configure(background="white", font="sans-serif").configure_view(stroke=None).configure_axis(
        labelFontSize=12, titleFontSize=13, titleFontWeight="normal", gridColor="#E6E6E6"
    ).configure_legend(labelFontSize=12).save(str(PLOT))
    print(PAGE.relative_to(ROOT), PLOT.relative_to(ROOT))


if __name__ == "__main__":
    main()
