"""The charts of docs/statistics.md, as SVG: `make charts`.

Coverage is drawn from docs/data/coverage.csv, written by `python -m benchmarks.coverage --csv docs/data/coverage.csv`; the
others are computed here. Colours are Okabe and Ito's, told apart with any colour vision; shapes or dashes repeat what they say.
"""

from __future__ import annotations

import csv
from pathlib import Path

import altair as alt
import numpy as np

from benchmarks.coverage import Petition
from suffice.sample.duplicates import pair_weight
from suffice.sample.plan import Plan
from suffice.sample.work import expected_work

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#555555"
RAW, SAMPLE, REQUIRED = 715_833, 35_793, 566_857


def coverage_chart() -> alt.TopLevelMixin:
    """Measured coverage by rate of duplicates, a panel a petition, all shares of valid lines in one colour each side."""
    names = {"715833": "715,833 lines, 5 %", "25000": "25,000 lines, 5 %", "24034": "24,034 lines, 3 %"}
    with (ROOT / "docs" / "data" / "coverage.csv").open(encoding="utf-8") as file:
        rows = [
            {"petition": names[row["lines"]], "duplicates": float(row["duplicates"]), "inside": float(row["inside"]),
             "validity": f"{float(row['validity']):.0%}".replace("%", " %")}
            for row in csv.DictReader(file)
        ]  # fmt: skip
    base = alt.Chart()
    points = base.mark_point(filled=True, size=38, opacity=0.75).encode(
        x=alt.X(
            "duplicates:Q",
            title="Second copies, share of lines",
            axis=alt.Axis(format="%", tickCount=5),
        ),
        y=alt.Y(
            "inside:Q",
            title="Intervals that hold the truth",
            scale=alt.Scale(domain=[0.93, 1], zero=False, nice=False),
            axis=alt.Axis(format=".0%", tickCount=7),
        ),
        color=alt.Color("validity:N", title="Valid lines", scale=alt.Scale(scheme="viridis")),
        shape=alt.Shape("validity:N", title="Valid lines"),
    )
    # The aim: within a point of the 95 % promised. Each layer states the scale, or the chart starts at zero.
    shown = alt.Scale(domain=[0.93, 1], zero=False, nice=False)
    band = (
        alt.Chart().transform_calculate(low="0.94", high="0.96").mark_area(color="#DDDDDD", opacity=0.6)
        .encode(x="duplicates:Q", y=alt.Y("mean(low):Q", scale=shown), y2="mean(high):Q")
    )  # fmt: skip
    rule = (
        alt.Chart().transform_calculate(nominal="0.95").mark_line(color=GREY, strokeWidth=1)
        .encode(x="duplicates:Q", y=alt.Y("mean(nominal):Q", scale=shown))
    )  # fmt: skip
    return (
        alt.layer(band, rule, points)
        .properties(width=205, height=230)
        .facet(
            data=alt.Data(values=rows),
            column=alt.Column("petition:N", title=None, sort=list(names.values()), header=alt.Header(labelFontSize=13)),
        )
    )


def duplicate_chart() -> alt.TopLevelMixin:
    """What the duplicates of the worked example look like in its sample, and what each number found would mean."""
    _, pairs = Petition(RAW, SAMPLE, 563_643, 43_593).draw(np.random.default_rng(5), 40_000)
    numbers, counts = np.unique(pairs, return_counts=True)
    weight = float(pair_weight(RAW, SAMPLE))
    rows = [
        {"found": int(number), "share": float(count / len(pairs)), "estimate": float(number * weight)}
        for number, count in zip(numbers, counts, strict=True)
        if 70 <= number <= 150
    ]
    bars = alt.Chart(alt.Data(values=rows)).mark_bar(color=BLUE, width=5).encode(
        x=alt.X("estimate:Q", title="Duplicates estimated from the sample (pairs found x 400)", axis=alt.Axis(format=",.0f"),
                scale=alt.Scale(domain=[27_500, 60_500], zero=False, nice=False)),
        y=alt.Y("share:Q", title="Share of samples", axis=alt.Axis(format=".1%")),
    )  # fmt: skip
    truth = alt.Chart(
        alt.Data(values=[{"at": 43_593, "words": "43,593 in the full count: about 109 pairs in a sample"}])
    )
    rule = truth.mark_rule(color=ORANGE, strokeWidth=2.5, strokeDash=[6, 3]).encode(
        x=alt.X("at:Q", scale=alt.Scale(zero=False, nice=False))
    )
    words = truth.mark_text(color="#A34700", align="left", dx=8, dy=-8, fontSize=13).encode(
        x="at:Q", y=alt.value(0), text="words:N"
    )
    return alt.layer(bars, rule, words).properties(width=720, height=230)


def work_chart() -> alt.TopLevelMixin:
    """Expected lines of the sequential plan by the true share of lines that count."""
    plan = Plan(RAW, REQUIRED)
    rates = {0.0: "no duplicates", 0.03: "3 % second copies", 0.06: "6 % second copies"}
    rows = [
        {"counting": share, "lines": expected_work(plan, share, rate, repetitions=200).mean, "duplicates": name}
        for rate, name in rates.items()
        for share in np.round(np.arange(0.6, 0.9301, 0.01), 2)
    ]
    lines = alt.Chart(alt.Data(values=rows)).mark_line(strokeWidth=2.5).encode(
        x=alt.X("counting:Q", title="Lines that count, true share", axis=alt.Axis(format="%"),
                scale=alt.Scale(domain=[0.6, 0.93], zero=False, nice=False)),
        y=alt.Y("lines:Q", title="Lines looked at, on average", scale=alt.Scale(type="log", domain=[50, 1_000_000]),
                axis=alt.Axis(format=",", values=[100, 1_000, 10_000, 100_000, 1_000_000])),
        color=alt.Color("duplicates:N", title=None, sort=list(rates.values()), scale=alt.Scale(range=[BLUE, GREEN, ORANGE])),
        strokeDash=alt.StrokeDash("duplicates:N", sort=list(rates.values()), legend=None),
    )  # fmt: skip
    levels = []
    for percent, shift in ((5, -9), (3, 9)):
        sampled = -(-RAW * percent // 100)
        level = alt.Chart(alt.Data(values=[{"lines": sampled, "words": f"statutory {percent} % sample: {sampled:,}"}]))
        levels += [
            level.mark_rule(color=GREY, strokeDash=[2, 2]).encode(y="lines:Q"),
            level.mark_text(color="#333333", align="left", dy=shift, fontSize=12).encode(
                x=alt.value(4), y="lines:Q", text="words:N"
            ),
        ]
    need = alt.Chart(alt.Data(values=[{"at": REQUIRED / RAW, "words": "required: 79.19 %"}]))
    line = need.mark_rule(color=GREY).encode(x=alt.X("at:Q", scale=alt.Scale(zero=False, nice=False)))
    said = need.mark_text(color="#333333", align="left", dx=6, fontSize=12).encode(
        x="at:Q", y=alt.value(318), text="words:N"
    )
    return alt.layer(line, *levels, lines, said).properties(width=620, height=330)


def main() -> None:
    """Writes the charts to docs/images."""
    for name, chart in (
        ("coverage", coverage_chart()),
        ("duplicates", duplicate_chart()),
        ("sequential-work", work_chart()),
    ):
        themed = (
            chart.configure(background="white", font="sans-serif")
            .configure_view(stroke=None)
            .configure_axis(labelFontSize=12, titleFontSize=13, titleFontWeight="normal", gridColor="#E6E6E6")
            .configure_legend(labelFontSize=12, titleFontSize=12)
        )
        themed.save(str(IMAGES / f"statistics-{name}.svg"))
        print(f"docs/images/statistics-{name}.svg")


if __name__ == "__main__":
    main()
