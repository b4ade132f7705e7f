"""The charts of an outlook as SVG, for a page that needs nothing from outside.

Okabe and Ito's colours, told apart with any colour vision; dashes, shapes and words repeat what colours say, so that a grey
print reads as well. Altair makes the drawings' description, vl-convert draws it without a network.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import altair as alt
import vl_convert

from suffice.outlook.result import Outlook

BLUE, ORANGE, SKY, PEACH, GREEN, GREY, INK = "#0072B2", "#D55E00", "#A6CEE3", "#FBD3B6", "#009E73", "#767676", "#1b1b1b"
WIDTH, HEIGHT = 760, 270
DATES = alt.Axis(format="%-d %b", title=None, grid=False, labelFlush=True, tickCount=8)
LINES = alt.Axis(format=",.0f", title=None, tickCount=5)

Rows = Sequence[dict[str, object]]


def collection_chart(outlook: Outlook) -> str:
    """Lines in hand and signatures that count, so far and to come with their fans, against the requirement."""
    lines = [{"on": str(one.on), "y": one.lines, "what": "lines"} for one in outlook.course]
    valid = [{"on": str(one.on), "y": one.distinct_valid, "what": "valid"} for one in outlook.course]
    now, last = outlook.course[-1], outlook.today.distinct_valid
    fans = {
        "lines": [_fan(str(now.on), now.lines, now.lines, now.lines)]
        + [_fan(str(one.on), one.raw.low, one.raw.middle, one.raw.high) for one in outlook.fan],
        "valid": [_fan(str(now.on), last.low, last.middle, last.high)]
        + [
            _fan(str(one.on), one.distinct_valid.low, one.distinct_valid.middle, one.distinct_valid.high)
            for one in outlook.fan
        ],
    }
    # A fan without an end in sight would press the rest flat: the axis ends at twice what is required, or above the middle.
    middle = outlook.at_deadline.raw.middle if outlook.at_deadline else 0
    top = max(1.15 * outlook.required, 1.15 * now.lines, 1.25 * middle, min(_highest(outlook), 2 * outlook.required))
    scale = alt.Scale(domain=[0, top], nice=False)
    ends = [str(outlook.begins), str(outlook.deadline)]
    layers: list[alt.Chart] = []
    for what, colour, pale in (("lines", BLUE, SKY), ("valid", ORANGE, PEACH)):
        chart = _over(fans[what])
        layers.append(
            chart.mark_area(color=pale, opacity=0.75, clip=True).encode(
                x=alt.X("on:T", axis=DATES, scale=alt.Scale(domain=ends)),
                y=alt.Y("low:Q", scale=scale, axis=LINES),
                y2="high:Q",
            )
        )
        layers.append(
            chart.mark_line(color=colour, strokeDash=[5, 4], strokeWidth=2, clip=True).encode(
                x="on:T", y=alt.Y("middle:Q", scale=scale)
            )
        )
    for rows, colour in ((lines, BLUE), (valid, ORANGE)):
        points = _over(rows)
        layers.append(points.mark_line(color=colour, strokeWidth=2.6).encode(x="on:T", y=alt.Y("y:Q", scale=scale)))
        if len(rows) < 12:
            layers.append(
                points.mark_point(color=colour, filled=True, size=45).encode(x="on:T", y=alt.Y("y:Q", scale=scale))
            )
    layers += _level(outlook.required, f"{outlook.required:,} valid signatures required", scale)
    layers += _words(
        [
            (str(now.on), now.lines, f"{now.lines:,} lines", BLUE, -14),
            (str(now.on), last.middle, f"about {_round(last.middle)} count", ORANGE, 30),
        ],
        scale,
    )
    return _svg("collection", alt.layer(*layers).properties(width=WIDTH, height=HEIGHT + 40))


def validity_chart(outlook: Outlook) -> str:
    """The share of valid lines by channel with its interval, and of signatures that count, against the share needed."""
    rows: list[dict[str, object]] = [
        {"who": f"{one.channel} ({one.checked:,} checked)", "low": one.share_valid.low, "middle": one.share_valid.middle,
         "high": one.share_valid.high, "kind": "channel"}
        for one in outlook.channels
    ]  # fmt: skip
    lines = max(outlook.today.raw.middle, 1)
    counted = outlook.today.distinct_valid
    rows.append(
        {"who": "all, second copies off", "low": counted.low / lines, "middle": counted.middle / lines,
         "high": counted.high / lines, "kind": "all"}
    )  # fmt: skip
    scale = alt.Scale(domain=[min(0.4, *(float(str(row["low"])) - 0.02 for row in rows)), 1.0], nice=False, zero=False)
    base = _over(rows)
    order = [str(row["who"]) for row in rows]
    axis = alt.Y(
        "who:N", sort=order, title=None, axis=alt.Axis(labelLimit=300, labelFontSize=13, ticks=False, domain=False)
    )
    shares = alt.Axis(format=".0%", title=None, tickCount=6)
    colour = alt.Color("kind:N", scale=alt.Scale(domain=["channel", "all"], range=[BLUE, ORANGE]), legend=None)
    layers = [
        base.mark_rule(strokeWidth=4, opacity=0.45).encode(
            y=axis, x=alt.X("low:Q", scale=scale, axis=shares), x2="high:Q", color=colour
        ),
        base.mark_point(filled=True, size=90, opacity=1).encode(
            y=axis, x=alt.X("middle:Q", scale=scale), color=colour,
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=["channel", "all"], range=["circle", "diamond"]), legend=None),
        ),
        base.mark_text(dy=-13, fontSize=12, color=INK).transform_calculate(
            words="format(datum.low, '.1%') + ' to ' + format(datum.high, '.1%')"
        ).encode(y=axis, x=alt.X("middle:Q", scale=scale), text="words:N"),
    ]  # fmt: skip
    if outlook.at_deadline is not None and outlook.required < outlook.at_deadline.raw.middle:
        needed = outlook.required / outlook.at_deadline.raw.middle
        mark = _over([{"at": needed, "words": f"{needed:.1%} of the lines expected at the deadline must count"}])
        layers.append(
            mark.mark_rule(color=INK, strokeDash=[2, 3], strokeWidth=1.6).encode(x=alt.X("at:Q", scale=scale))
        )
        layers.append(
            mark.mark_text(
                align="right" if needed > 0.7 else "left", dx=-6 if needed > 0.7 else 6, dy=-8, fontSize=12, color=INK
            ).encode(x=alt.X("at:Q", scale=scale), y=alt.value(0), text="words:N")
        )
    return _svg(
        "validity", alt.layer(*layers).properties(width=WIDTH - 280, height=46 * len(rows) + 14, padding=_room(order))
    )


def duplicates_chart(outlook: Outlook) -> str:
    """Second copies among numbers of lines: the curve with its band, and what a straight line would promise."""
    rows: list[dict[str, object]] = [
        {"lines": one.lines, "low": one.duplicates.low, "middle": one.duplicates.middle, "high": one.duplicates.high,
         "straight": one.straight}
        for one in outlook.duplicate_curve
    ]  # fmt: skip
    base = _over(rows)
    x = alt.X("lines:Q", axis=alt.Axis(format=",.0f", title="Lines", grid=False, tickCount=7, labelFlush=True),
              scale=alt.Scale(domain=[0, outlook.duplicate_curve[-1].lines], nice=False))  # fmt: skip
    scale = alt.Scale(domain=[0, max(2.2 * outlook.duplicate_curve[-1].duplicates.middle, 10)], nice=False)
    layers = [
        base.mark_area(color=PEACH, opacity=0.75, clip=True).encode(
            x=x, y=alt.Y("low:Q", scale=scale, axis=LINES), y2="high:Q"
        ),
        base.mark_line(color=ORANGE, strokeWidth=2.6).encode(x=x, y=alt.Y("middle:Q", scale=scale)),
        base.mark_line(color=GREY, strokeWidth=1.8, strokeDash=[4, 4]).encode(x=x, y=alt.Y("straight:Q", scale=scale)),
    ]
    today = outlook.today
    marks = [
        {
            "x": today.raw.middle,
            "y": today.duplicates.middle,
            "words": f"today: about {_round(today.duplicates.middle)}",
        }
    ]
    if outlook.at_deadline is not None and outlook.at_deadline.raw.middle > 1.05 * today.raw.middle:
        late = outlook.at_deadline
        words = f"at the deadline: about {_round(late.duplicates.middle)}"
        marks.append({"x": late.raw.middle, "y": late.duplicates.middle, "words": words})
    points = _over(marks)
    layers.append(
        points.mark_point(filled=True, size=80, color=ORANGE, opacity=1).encode(x="x:Q", y=alt.Y("y:Q", scale=scale))
    )
    layers.append(
        points.mark_text(align="right", dx=-9, dy=-10, fontSize=13, color=INK).encode(
            x="x:Q", y=alt.Y("y:Q", scale=scale), text="words:N"
        )
    )
    end = outlook.duplicate_curve[-1]
    layers.append(
        _over([{"x": end.lines, "y": end.straight, "words": "a straight line"}])
        .mark_text(align="right", dx=-4, dy=14, fontSize=12, color="#555555")
        .encode(x="x:Q", y=alt.Y("y:Q", scale=scale), text="words:N")
    )
    return _svg("duplicates", alt.layer(*layers).properties(width=WIDTH, height=HEIGHT - 40))


def channel_chart(outlook: Outlook) -> str:
    """The lines of each channel: those that count, second copies, those that are not valid."""
    lines = max(sum(one.lines for one in outlook.channels), 1)
    copies = outlook.today.duplicates.middle / lines
    parts = ("count", "second copies", "not valid")
    rows: list[dict[str, object]] = []
    for one in outlook.channels:
        shares = (one.share_valid.middle - copies, copies, 1 - one.share_valid.middle)
        rows += [
            {"channel": one.channel, "part": part, "at": place, "lines": max(share, 0) * one.lines}
            for place, (part, share) in enumerate(zip(parts, shares, strict=True))
        ]
    order = [one.channel for one in sorted(outlook.channels, key=lambda one: -one.lines)]
    bars = (
        _over(rows)
        .mark_bar(stroke=INK, strokeWidth=0.7, height=24)
        .encode(
            y=alt.Y("channel:N", sort=order, title=None, axis=NAMES),
            x=alt.X("lines:Q", stack="zero", axis=alt.Axis(format=",.0f", title=None, tickCount=6)),
            color=alt.Color("part:N", scale=alt.Scale(domain=list(parts), range=[BLUE, ORANGE, "#E6E6E6"]),
                            legend=alt.Legend(title=None, orient="top", symbolType="square", symbolStrokeColor=INK)),
            order="at:Q",
        )
    )  # fmt: skip
    return _svg("channel", bars.properties(width=WIDTH - 120, height=40 * len(order) + 6, padding=_room(order)))


def chance_chart(outlook: Outlook) -> str:
    """The chance at the deadline as the outlook of each week said it."""
    rows = [{"on": str(one.on), "chance": one.chance} for one in outlook.looks]
    base = _over(rows)
    scale = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("on:T", axis=DATES, scale=alt.Scale(domain=[str(outlook.begins), str(outlook.deadline)]))
    y = alt.Y("chance:Q", scale=scale, axis=alt.Axis(format=".0%", title=None, values=[0, 0.25, 0.5, 0.75, 1]))
    layers = [
        base.mark_line(color=GREEN, strokeWidth=2.6).encode(x=x, y=y),
        base.mark_point(color=GREEN, filled=True, size=55, opacity=1).encode(x=x, y=y),
    ]
    layers += _words([(rows[-1]["on"], rows[-1]["chance"], _percent(outlook.looks[-1].chance), GREEN, -14)], scale)
    return _svg("chance", alt.layer(*layers).properties(width=WIDTH, height=HEIGHT - 90))


def _over(rows: Rows) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))


def _percent(chance: float) -> str:
    return "under 1 %" if chance < 0.01 else "over 99 %" if chance > 0.99 else f"{100 * chance:.0f} %"


def _round(number: float) -> str:
    """To three digits that mean something."""
    return f"{float(f'{number:.3g}'):,.0f}"


def _highest(outlook: Outlook) -> float:
    return max((one.raw.high for one in outlook.fan), default=0.0)


def _fan(on: str, low: float, middle: float, high: float) -> dict[str, object]:
    return {"on": on, "low": low, "middle": middle, "high": high}


def _level(at: float, words: str, scale: alt.Scale) -> list[alt.Chart]:
    mark = _over([{"at": at, "words": words}])
    return [
        mark.mark_rule(color=INK, strokeWidth=1.8).encode(y=alt.Y("at:Q", scale=scale)),
        mark.mark_text(align="left", dx=6, dy=-8, fontSize=13, color=INK).encode(
            x=alt.value(0), y=alt.Y("at:Q", scale=scale), text="words:N"
        ),
    ]


def _words(marks: Sequence[tuple[object, object, str, str, int]], scale: alt.Scale) -> list[alt.Chart]:
    """Words to the left of points in time, each in its colour."""
    return [
        _over([{"on": on, "y": y, "words": words}])
        .mark_text(align="right", dx=-6, dy=down, fontSize=13, fontWeight="bold", color=colour)
        .encode(x="on:T", y=alt.Y("y:Q", scale=scale), text="words:N")
        for on, y, words, colour, down in marks
    ]


NAMES = alt.Axis(labelLimit=300, labelFontSize=13, ticks=False, domain=False)


def _room(words: Sequence[str]) -> dict[str, float]:
    # Room is made by the number of letters: the fonts of the reader are wider than those of the machine that draws.
    return {"left": 5 + 2.4 * max(map(len, words), default=0), "right": 8, "top": 5, "bottom": 5}


def _svg(name: str, chart: alt.LayerChart | alt.FacetChart | alt.Chart) -> str:
    """The chart drawn; it takes the width of the page, and a reader program hears of it by the page's own words."""
    themed = (
        chart.configure(background="transparent", font="system-ui, Segoe UI, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", gridColor="#E0E0E0", labelColor=INK
        )
        .configure_legend(labelFontSize=12)
    )
    drawn = str(vl_convert.vegalite_to_svg(themed.to_json()))
    # What is drawn counts its clips from the start of the process: here each chart of the page has its own, always the same.
    for place, clip in enumerate(dict.fromkeys(re.findall(r'id="(clip\d+)"', drawn))):
        drawn = re.sub(rf"\b{clip}\b", f"{name}-clip-{place}", drawn)
    sized = re.sub(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", drawn, count=1)
    return sized.replace("<svg ", '<svg aria-hidden="true" ', 1)
