"""The page that `suffice verify` leaves behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.report.bar import requirement_bar
from suffice.report.results import read_results
from suffice.report.summary import answer, read_summary, reason
from suffice.report.verification import write_report

Made = Callable[..., Path]


def test_the_page_needs_nothing_from_outside(verified: Made) -> None:
    page = write_report(verified()).read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href|url)\s*[=(]\s*["\']?(?:https?:)?//', page)
    assert "<script" not in page


def test_every_heading_of_a_table_says_what_it_heads(verified: Made) -> None:
    page = write_report(verified()).read_text(encoding="utf-8")
    assert not re.search(r"<th(?![^>]*scope=)[ >]", page)
    assert "<th></th>" not in page
    assert all(row.startswith(('<th scope="', "<td></td>")) for row in re.findall(r"<tr[^>]*>(.*)", page))


def test_a_browser_s_forced_dark_colours_leave_the_chart_as_it_is(verified: Made) -> None:
    assert '<meta name="color-scheme" content="only light">' in write_report(verified()).read_text(encoding="utf-8")


def test_the_same_results_give_the_same_bytes(verified: Made) -> None:
    folder = verified()
    first = write_report(folder).read_bytes()
    assert write_report(folder).read_bytes() == first


def test_what_lines_say_is_text_and_never_markup(verified: Made) -> None:
    page = write_report(verified(title="<b>Bold</b> & Co")).read_text(encoding="utf-8")
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; Co" in page
    assert "<O'Neil>" not in page


def test_the_page_says_that_people_decide(verified: Made) -> None:
    page = write_report(verified()).read_text(encoding="utf-8")
    assert page.count("These dispositions are proposals of a program. People decide.") >= 2


@pytest.mark.parametrize(
    ("required", "said", "why"),
    [
        (700, "Sufficient", "720 lines are proposed valid, 20 more than the 700 required."),
        (
            780,
            "Insufficient",
            "720 lines are proposed valid, 40 need review and 3 could not be read; "
            "even all together they are 17 short of the 780 required.",
        ),
        # 43 open lines: 5 more valid ones suffice, 39 rejected ones end the hope.
        (
            725,
            "Undetermined until at least 5 lines are looked at",
            "720 lines are proposed valid, 5 fewer than the 725 required; 40 need review and 3 could not be read. "
            "5 more found valid make it sufficient, 39 found invalid make it insufficient.",
        ),
        # 38 more valid ones are needed, but 6 rejected ones already leave too few.
        (
            758,
            "Undetermined until at least 6 lines are looked at",
            "720 lines are proposed valid, 38 fewer than the 758 required; 40 need review and 3 could not be read. "
            "38 more found valid make it sufficient, 6 found invalid make it insufficient.",
        ),
    ],
)
def test_the_answer(verified: Made, required: int, said: str, why: str) -> None:
    summary = read_summary(verified(required=required))
    assert answer(summary) == said
    assert reason(summary) == why


def test_the_bar_is_the_raw_count(verified: Made) -> None:
    bar = requirement_bar(read_summary(verified(required=500, rejected=0)))
    assert [(one.kind, one.left, one.width) for one in bar.segments] == [
        ("valid", 0.0, 720.0),
        ("review", 720.0, 40.0),
        ("invalid", 760.0, 240.0),
    ]
    assert (bar.required_at, bar.required_anchor) == (500.0, "start")


def test_a_requirement_beyond_the_raw_count_stretches_the_scale(verified: Made) -> None:
    bar = requirement_bar(read_summary(verified(required=2_000, rejected=0)))
    assert bar.segments[0].width == 360.0
    assert (bar.required_at, bar.required_anchor) == (1_000.0, "end")


def test_every_line_is_in_the_tally(verified: Made) -> None:
    results = read_results(verified(rejected=3))
    assert sum(tally.lines for tally in results.grounds) == 1_000
    assert sum(tenth.sections for tenth in results.spread) == results.section_count == 50
    assert sum(tenth.lines for tenth in results.spread) == 1_000
    assert results.rejects[0].rows == 3
    assert results.rejects[0].first_row == 11


def test_lowest_sections_come_first(verified: Made) -> None:
    results = read_results(verified())
    shares = [group.share_valid for group in results.lowest]
    assert shares == sorted(shares)
    assert results.highest[0].share_valid >= results.lowest[-1].share_valid


def test_a_folder_without_a_verification_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no summary\.json.*suffice verify"):
        read_summary(tmp_path)


def test_a_summary_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text('{"profile": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="not the summary of a verification"):
        read_summary(tmp_path)


def test_lines_for_review_come_in_the_order_of_their_file(verified: Made) -> None:
    results = read_results(verified())
    sections = [line.section for line in results.review_first]
    assert sections == sorted(sections, reverse=True)
    assert results.review_first[0].name == "Ana <O'Neil>"
    assert results.review_first[0].address == "12 Elm St, Example"
    assert {example.disposition for example in results.examples} == {"invalid", "valid"}
