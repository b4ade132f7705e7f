"""The figures of the documentation are those measured, and measuring is judged against the bars rightly."""

import json
from pathlib import Path

import pytest
from benchmarks.figures import Figure, Part, at_least, at_most, keep, kept, same, times, took
from benchmarks.page import BEGIN, END, PAGE, RESULTS, filled, table
from benchmarks.run import Run


def test_the_page_holds_the_results_as_measured() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page, RESULTS) == page, "write it with: python -m benchmarks.page"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="not found"):
        filled("no marks", RESULTS)


@pytest.mark.parametrize(
    ("figure", "reached"),
    [
        (at_least("m", 0.995, 0.995), True),
        (at_least("m", 0.99499, 0.995), False),
        (at_most("m", 0.0005, 0.0005), True),
        (at_most("m", 0.00051, 0.0005), False),
        (at_most("m", None, 0.0005), None),
        (times("m", 0.5, 0.5), True),
        (times("m", 0.51, 0.5), False),
        (times("m", 0.51), None),
        (took("m", Run(300.0, 500.0, 7.9, ""), seconds=300, gigabytes=8), True),
        (took("m", Run(299.0, 500.0, 8.0, ""), seconds=300, gigabytes=8), False),
        (took("m", Run(301.0, 500.0, 1.0, ""), seconds=300), False),
        (took("m", Run(301.0, 500.0, 1.0, "")), None),
    ],
)
def test_a_figure_is_judged_against_its_bar(figure: Figure, reached: bool | None) -> None:
    assert figure.reached is reached


def test_a_part_measured_again_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    assert kept(path) == []
    old = Part("speed", "Speed", "2022-08-15 12:00", (Figure("m", "", "1 s"),))
    other = Part("clerk", "Clerk", "2022-08-15 12:00", (Figure("m", "<= 1 %", "2 %", False),))
    new = Part("speed", "Speed", "2022-08-16 12:00", (Figure("m", "", "2 s"),))
    for part in (old, other, new):
        keep(path, part)
    assert kept(path) == [new, other]


def test_same_compares_bytes(tmp_path: Path) -> None:
    for name, text in (("a", "x\n"), ("b", "x\n"), ("c", "y\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dispositions.csv").write_text(text, encoding="utf-8")
    assert same("m", tmp_path / "a", [tmp_path / "b"]).reached is True
    assert same("m", tmp_path / "a", [tmp_path / "b", tmp_path / "c"]).reached is False


def test_tables_stand_between_the_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    results = tmp_path / "results.json"
    part = Part("speed", "Speed", "2022-08-15 12:00", (Figure("  of them", "<= 1 %", "2 %", False),))
    keep(results, part)
    page = filled(f"before\n{BEGIN}\nold\n{END}\nafter\n", results)
    machine = json.loads(results.read_text(encoding="utf-8"))["machine"]
    assert page == f"before\n{BEGIN}\n\nMeasured on {machine}.\n\n{table(part)}\n{END}\nafter\n"
    assert "| of them | <= 1 % | 2 % | **missed** |" in page
