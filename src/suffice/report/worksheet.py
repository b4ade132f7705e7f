"""The paper worksheet of a sample: one row a line, to be filled in by hand. Typeset by Typst from `worksheet.typ`."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files

import typst

from suffice.law.profile import Profile
from suffice.sample.draw import Draw


def worksheet(profile: Profile, drawn: Draw, stratum: str | None) -> bytes:
    """The worksheet as PDF: the sampled lines in filing order. The same sample gives the same bytes.

    `stratum` names what the law draws from separately ("county"); it becomes a column.
    """
    told = {
        "title": profile.title,
        "as_of": profile.as_of.isoformat(),
        "raw": f"{drawn.raw:,}",
        "sample": f"{len(drawn.lines):,}",
        "seed": drawn.seed,
        "program": f"Suffice {version('suffice')}",
        "duplicates": _on_duplicates(profile),
        "stratum": (stratum or "").capitalize(),
        "sections": any(line.section for line in drawn.lines),
        "rows": [
            [f"{place:,}", line.stratum, line.section, f"{line.line:,}"] for place, line in enumerate(drawn.lines, 1)
        ],
    }
    template = files("suffice.report").joinpath("templates/worksheet.typ").read_bytes()
    return typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told)},
        timestamp=0,
        pdf_tags=False,  # they would make the file of a county four times as large, for a sheet that is printed
    )


def _on_duplicates(profile: Profile) -> str:
    """What becomes of a duplicate, for those who fill the worksheet in."""
    if profile.lines.duplicate_policy.value == "void_all":
        return "No copy of a signature given more than once within the sample is valid."
    projection = profile.sample.projection if profile.sample else None
    if projection and projection.valid_counts == "every copy":
        return "Every copy of a valid signature counts as valid here; its duplicates are noted beside it."
    return "A second copy of a valid signature within the sample is a duplicate and not valid."
