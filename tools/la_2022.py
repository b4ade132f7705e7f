"""Writes docs/la-2022.md: what the outlook would have said of Los Angeles' petition of 2022, every figure computed.

`python tools/la_2022.py`. The page stands on examples/la-2022 alone; a test compares it with what is computed today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import StrictUndefined, Template

from suffice.outlook.belief import BEFORE, BELIEFS, LOS_ANGELES
from suffice.outlook.campaign import Campaign, Tables, campaign_outlook, read_campaign
from suffice.outlook.duplicates import believed_rate
from suffice.outlook.forecast import outlook
from suffice.outlook.records import ALL, Check
from suffice.outlook.result import Filing, Outlook
from suffice.outlook.span import Span
from suffice.report.outlook_charts import collection_chart, duplicates_chart
from suffice.report.sureness import percent
from suffice.sample.duplicates import pair_weight

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "la-2022"
PAGE = ROOT / "docs" / "la-2022.md"
IMAGES = ROOT / "docs" / "images"
DAYS = (date(2022, 6, 1), date(2022, 6, 15), date(2022, 7, 6))
COUNTED_VALID = 520_050
RESPONSE = 0.05
CHECKED = 10_000


@dataclass(frozen=True)
class Said:
    """The outlooks of one day, starting from petitions before 2022 and from the mix that was found later."""

    day: date
    before: Outlook
    after: Outlook


def read() -> Campaign:
    """The campaign, from the public figures."""
    return read_campaign(EXAMPLE / "petition.toml", Tables(counts=EXAMPLE / "counts.csv", mail=EXAMPLE / "mail.csv"))


def said(campaign: Campaign) -> list[Said]:
    """What was to be said on each of the days."""
    return [
        Said(day, campaign_outlook(campaign, day, belief=BEFORE), campaign_outlook(campaign, day, belief=LOS_ANGELES))
        for day in DAYS
    ]


def with_checks(campaign: Campaign, day: date) -> Outlook:
    """The outlook of `day` if 10,000 lines drawn at random had been looked up, showing what the full count shows."""
    lines = campaign.counts.until(day).lines()
    belief = BELIEFS[LOS_ANGELES]
    valid = round(CHECKED * belief.validity)
    rate = believed_rate(belief, campaign.situation.required, campaign.situation.registered_voters)
    pairs = round(rate * valid * (valid - 1) / 2)
    check = Check("1", day, ALL, lines, CHECKED, valid - pairs, pairs)
    return outlook(campaign.situation, campaign.counts, [check], day, drops=campaign.drops, belief=BELIEFS[BEFORE])


def about(number: float) -> str:
    """A number of lines as a forecast can know it: to the thousand."""
    return f"{round(number / 1_000) * 1_000:,}"


def span(one: Span) -> str:
    """A span of lines."""
    if one.low == one.high:
        return f"{one.middle:,.0f}"
    return f"{about(one.middle)} ({about(one.low)} to {about(one.high)})"


def at_deadline(found: Outlook) -> Filing:
    """What the outlook says of the deadline."""
    if found.at_deadline is None:
        raise ValueError("the example has lines")
    return found.at_deadline


def needed(found: Outlook, chance: float) -> str:
    """Lines for a chance, as the cushion says."""
    one = next(cushion for cushion in found.cushions if cushion.chance == chance)
    return "no number is known to do" if one.raw is None else about(one.raw)


def even(found: Outlook, chance: float | None) -> str:
    """The break-even response of the mail."""
    if found.mail is None:
        raise ValueError("the example has mail")
    one = next(row for row in found.mail.break_even if row.chance == chance)
    return "none is known to do" if one.response is None else f"{100 * one.response:.1f} %"


def share(one: float, places: int = 0) -> str:
    """A share as percent."""
    return f"{100 * one:.{places}f} %"


def table(days: list[Said]) -> str:
    """The three days side by side."""
    rows = [
        ("Lines in hand", [f"{one.before.today.raw.middle:,.0f}" for one in days]),
        ("Of the requirement", [share(one.before.today.raw.middle / one.before.required) for one in days]),
        ("Signatures among them that count", [span(one.before.today.distinct_valid) for one in days]),
        ("Lines at the deadline", [span(at_deadline(one.before).raw) for one in days]),
        ("Signatures that count at the deadline", [span(at_deadline(one.before).distinct_valid) for one in days]),
        ("**Chance that it suffices**", [f"**{percent(at_deadline(one.before).chance_full_count)}**" for one in days]),
        ("Chance by the mix found later", [percent(at_deadline(one.after).chance_full_count) for one in days]),
        ("Lines for a chance of 50 %", [needed(one.before, 0.5) for one in days]),
        ("Lines for a chance of 80 %", [needed(one.before, 0.8) for one in days]),
        ("Lines for a chance of 95 %", [needed(one.before, 0.95) for one in days]),
        ("Break-even response, every line counting", [even(one.before, None) for one in days]),
        ("Break-even response for a chance of 50 %", [even(one.before, 0.5) for one in days]),
    ]
    head = "| | " + " | ".join(f"{one.day:%-d %B}" for one in days) + " |\n|---|" + "---:|" * len(days)
    return "\n".join([head, *(f"| {words} | " + " | ".join(cells) + " |" for words, cells in rows)])


def page(campaign: Campaign, days: list[Said]) -> str:
    """The page as text."""
    first, second, last = days
    required = campaign.situation.required
    pieces = sum(drop.pieces for drop in campaign.drops)
    missing = required - campaign.counts.until(first.day).lines()
    checked, filed = (with_checks(campaign, day) for day in DAYS[1:])
    sample = last.before.today.sample
    if sample is None:
        raise ValueError("the law of the example draws a sample")
    values = {
        "required": f"{required:,}",
        "deadline": f"{campaign.situation.deadline:%-d %B %Y}",
        "filed": f"{campaign.counts.lines():,}",
        "counted_valid": f"{COUNTED_VALID:,}",
        "short": f"{required - COUNTED_VALID:,}",
        "table": table(days),
        "first_share": share(first.before.today.raw.middle / required),
        "first_count": about(first.before.today.distinct_valid.middle),
        "pieces": f"{pieces:,}",
        "missing": f"{missing:,}",
        "press_response": share(missing / pieces, 1),
        "mail_lines": f"{pieces * RESPONSE:,.0f}",
        "even_response": even(first.before, 0.5),
        "second_today": percent(second.before.today.chance_full_count),
        "second_even": needed(second.before, 0.5),
        "second_safe": needed(second.before, 0.8),
        "over": share(campaign.counts.lines() / required - 1),
        "last_before": percent(at_deadline(last.before).chance_full_count),
        "last_after": percent(at_deadline(last.after).chance_full_count),
        "sufficient": percent(sample.sufficient),
        "full_count": percent(sample.full_count),
        "insufficient": percent(sample.insufficient),
        "checked": f"{CHECKED:,}",
        "valid": f"{CHECKED * BELIEFS[LOS_ANGELES].validity:,.0f}",
        "pairs": f"{checked.pairs_found:,}",
        "checked_today": span(checked.today.distinct_valid),
        "checked_chance": percent(at_deadline(checked).chance_full_count),
        "checked_safe": needed(checked, 0.95),
        "filed_today": span(filed.today.distinct_valid),
        "filed_chance": percent(filed.today.chance_full_count),
        "straight": share(checked.pairs_found / CHECKED, 2),
        "weight": f"{float(pair_weight(campaign.counts.until(DAYS[1]).lines(), CHECKED)):,.0f}",
    }
    template = Path(__file__).with_name("la_2022.md.jinja").read_text(encoding="utf-8")
    return Template(template, undefined=StrictUndefined, keep_trailing_newline=True).render(values)


def main() -> None:
    """Writes the page and its charts."""
    campaign = read()
    days = said(campaign)
    PAGE.write_text(page(campaign, days), encoding="utf-8")
    for name, drawn in (
        ("collection", collection_chart(days[1].before)),
        ("duplicates", duplicates_chart(with_checks(campaign, DAYS[1]))),
    ):
        (IMAGES / f"la-2022-{name}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
