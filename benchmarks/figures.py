"""The figures of a benchmark: each beside its bar, kept in a file, shown as a table."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.run import Run


@dataclass(frozen=True)
class Figure:
    """One measure: what, the bar it must reach ("" where there is none), the figure, and whether it reaches the bar."""

    measure: str
    bar: str
    figure: str
    reached: bool | None = None


@dataclass(frozen=True)
class Part:
    """The figures of one part of the benchmark, with the moment and the sizes they were measured at."""

    name: str
    title: str
    at: str
    figures: tuple[Figure, ...]


def part(name: str, title: str, figures: Iterable[Figure]) -> Part:
    """The figures of one part, measured now."""
    return Part(name, title, time.strftime("%Y-%m-%d %H:%M"), tuple(figures))


def at_most(measure: str, share: float | None, most: float, digits: int = 3) -> Figure:
    """A share (0 to 1) that must not be above `most`."""
    bar = f"<= {100 * most:g} %"
    return Figure(measure, bar, percent(share, digits), None if share is None else share <= most)


def at_least(measure: str, share: float | None, least: float, digits: int = 3) -> Figure:
    """A share (0 to 1) that must not be below `least`."""
    bar = f">= {100 * least:g} %"
    return Figure(measure, bar, percent(share, digits), None if share is None else share >= least)


def times(measure: str, ratio: float, most: float | None = None) -> Figure:
    """A ratio of two times or two sizes, and the most it may be."""
    if most is None:
        return Figure(measure, "", f"{ratio:.2f} x")
    return Figure(measure, f"<= {most:.2f} x", f"{ratio:.2f} x", ratio <= most)


def took(measure: str, run: Run, *, seconds: float | None = None, gigabytes: float | None = None) -> Figure:
    """Time and memory of one run, and the most they may be."""
    bars = [f"<= {seconds:g} s"] if seconds else []
    bars += [f"< {gigabytes:g} GB"] if gigabytes else []
    good = (seconds is None or run.seconds <= seconds) and (gigabytes is None or run.gigabytes < gigabytes)
    figure = f"{run.seconds:.1f} s ({run.processor:.1f} s of processors), {run.gigabytes:.2f} GB"
    return Figure(measure, ", ".join(bars), figure, good if bars else None)


def same(measure: str, one: Path, others: Iterable[Path]) -> Figure:
    """Whether `dispositions.csv` is the same bytes in all these folders."""
    name = "dispositions.csv"
    first = (one / name).read_bytes()
    good = all((other / name).read_bytes() == first for other in others)
    return Figure(measure, "yes", "yes" if good else "no", good)


def percent(share: float | None, digits: int = 3) -> str:
    """A share (0 to 1) in per cent; a dash where there is nothing to share out."""
    return "-" if share is None else f"{100 * share:.{digits}f} %"


def machine() -> str:
    """The machine measured on: system, processors, memory, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kind = next(
        (line.split(":")[1].strip() for line in _processors() if line.startswith("model name")), platform.machine()
    )
    return (
        f"{os.cpu_count()} processors ({kind}), {memory:.0f} GiB of memory, "
        f"{platform.system()}, Python {platform.python_version()}"
    )


def _processors() -> list[str]:
    told = Path("/proc/cpuinfo")
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


def keep(path: Path, measured: Part) -> None:
    """Writes a part into the file of results, beside the other parts."""
    known = {one.name: one for one in kept(path)}
    known[measured.name] = measured
    parts = [asdict(one) for one in known.values()]
    path.write_text(json.dumps({"machine": machine(), "parts": parts}, indent=2) + "\n", encoding="utf-8")


def kept(path: Path) -> list[Part]:
    """The parts in a file of results, none where there is no file."""
    if not path.exists():
        return []
    parts = json.loads(path.read_text(encoding="utf-8"))["parts"]
    return [Part(one["name"], one["title"], one["at"], tuple(Figure(**row) for row in one["figures"])) for one in parts]


def show(measured: Part) -> None:
    """Prints a part as a table."""
    table = Table(title=f"{measured.title} ({measured.at})", title_justify="left")
    for heading in ("Measure", "Bar", "Figure", ""):
        table.add_column(heading, justify="left" if heading == "Measure" else "right")
    for one in measured.figures:
        table.add_row(one.measure, one.bar, one.figure, {True: "reached", False: "MISSED", None: ""}[one.reached])
    Console(width=160).print(table)
