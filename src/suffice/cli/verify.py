"""`suffice verify`: the main job."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from suffice.cli.options import EngineName, History, Master, Memory, Threads

FILES = frozenset(
    {
        "dispositions.csv",
        "dispositions.parquet",
        "candidates.parquet",
        "lines.parquet",
        "review.csv",
        "sections.parquet",
        "circulators.parquet",
        "rejects.csv",
        "summary.json",
        "report.html",
    }
)


def verify(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    lines: Annotated[str, typer.Option(help="The petition's lines, as CSV or Parquet.")],
    out: Annotated[str, typer.Option(help="Folder to make; with Spark also at a URL.")],
    roll: Annotated[
        str | None,
        typer.Option(
            help="The voter roll: a file of a known layout, a folder or .zip of its parts, or a snapshot. "
            "Not asked for where the law looks at none."
        ),
    ] = None,
    layout: Annotated[str | None, typer.Option(help="Layout of the roll, where it is not recognised.")] = None,
    history: History = None,
    threads: Threads = None,
    memory: Memory = None,
    engine: EngineName = "duckdb",
    master: Master = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier result in the folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Propose a disposition for every line, with its ground, citation and evidence; tally; answer.

    Every disposition is a proposal: people decide. The folder receives report.html and all files behind it.
    """
    from suffice.cli.folders import result_folder
    from suffice.cli.progress import shown
    from suffice.cli.tally import show_summary
    from suffice.engine.location import located
    from suffice.examine.delivery import Delivery
    from suffice.examine.verification import verify as verify_lines
    from suffice.report.verification import write_report

    place = located(out)

    def judge(folder: Path) -> None:
        with shown() as progress:

            def finish(folder: Path) -> None:
                progress.stage("Writing the report")
                write_report(folder)

            delivery = Delivery(place, FILES, overwrite, finish) if isinstance(place, str) else None
            verify_lines(
                petition, located(roll) if roll else None, located(lines), folder,
                layout=layout, history=history, threads=threads, memory=memory, engine=engine, master=master,
                delivery=delivery, progress=progress,
            )  # fmt: skip
            if delivery is None:
                finish(folder)
            progress.done()

    if isinstance(place, Path):
        with result_folder(place, FILES, overwrite) as folder:
            judge(folder)
        show_summary(place, as_json)
    else:
        with TemporaryDirectory(prefix="suffice-") as here:
            judge(Path(here))
            show_summary(Path(here), as_json, place)
