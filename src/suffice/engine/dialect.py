"""The SQL steps in Spark's words: written for DuckDB, parsed by SQLGlot, and given to Spark with the same meaning.

SQLGlot knows how the two languages differ in their grammar. What it leaves as it is, and what both accept but understand
differently, stands here in one table (`SPOKEN`): regular expressions, capital letters, similarity, division, rounding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sqlglot import exp, parse_one

from suffice.errors import SufficeError
from suffice.standard.functions import standard_functions

WORD_EDGE = r"(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))"
"""The edge of a word as DuckDB sees it, whatever the version of Java: only ASCII letters, digits and _ are of words."""

TAKEN = {
    "house_agreement": "INT",
    "birth_agreement": "DATE",
    "apart": "INT",
    "is_name": "BOOLEAN",
    "is_nickname": "BOOLEAN",
    "cost": "DOUBLE",
    "chance": "DOUBLE",
    "share": "DOUBLE",
    "letters_read": "INT",
}
"""The types of what the standard functions take, by function or by its name, where it is no text."""

RENAMED = {"hash": "xxhash64"}
"""Functions of Spark's own that do the same under another name."""


def spark_sql(select: str) -> str:
    """`select`, one of the SQL steps, as Spark understands it.

    The session must know the `spark_functions`, and what they stand on: `strip_accents`, `capitals`,
    `jaro_winkler_similarity` and `damerau_levenshtein`, each by the name that `own` gives it.
    """
    return str(_spoken(parse_one(select, read="duckdb")).sql(dialect="spark", comments=False))


def spark_functions() -> list[str]:
    """The standard functions, for a session of Spark: CREATE TEMPORARY FUNCTION statements in order."""
    made = []
    for text in standard_functions():
        macro = parse_one(text, read="duckdb")
        name = macro.this.this.name
        taken = ", ".join(f"{one.name} {_type(name, one.name)}" for one in macro.this.expressions)
        gives = _spoken(macro.args["expression"]).sql(dialect="spark", comments=False)
        made.append(f"CREATE OR REPLACE TEMPORARY FUNCTION {own(name)}({taken}) RETURN {gives}")
    return made


def _type(function: str, taken: str) -> str:
    """What `function` takes as `taken`: Spark wants to know, DuckDB finds out. Text, if nothing else is said here."""
    return TAKEN.get(function) or TAKEN.get(taken, "STRING")


def java_pattern(pattern: str) -> str:
    """`pattern`, a regular expression of DuckDB (RE2), for Java: the same texts match.

    `$` is the very end (Java would also stop before a last line break), `.` is all but a line feed, and edges of words
    are those of ASCII.
    """
    said, within = [], False
    for part in re.findall(r"\\.|.", pattern, re.DOTALL):
        if part == "[":
            within = True
        elif part == "]":
            within = False
        if part == "$" and not within:
            part = r"\z"
        elif part == r"\b" and not within:
            part = WORD_EDGE
        said.append(part)
    return "(?d)" + "".join(said)


def _untold(what: str) -> SufficeError:
    return SufficeError(f"Spark cannot be told {what}. Leave --engine spark away: DuckDB takes this step.")


def own(name: str) -> str:
    """What Spark calls Suffice's function `name`: Spark has a jaro_winkler_similarity too, and it is another one."""
    return f"suffice_{name}"


@cache
def _own_names() -> frozenset[str]:
    macros = (parse_one(text, read="duckdb").this.this.name for text in standard_functions())
    return frozenset(macros) | {"strip_accents", "damerau_levenshtein"}


def _called(node: exp.Expression) -> exp.Expression:
    if node.name == "list_slice":
        return _sliced(*node.expressions)
    if node.name in RENAMED:
        return exp.Anonymous(this=RENAMED[node.name], expressions=node.expressions)
    if node.name not in _own_names():
        raise _untold(f"the function {node.name}")
    return exp.Anonymous(this=own(node.name), expressions=node.expressions)


def _full_match(node: exp.Expression) -> exp.Expression:
    return exp.RegexpLike(this=node.this, expression=_pattern(rf"^(?:{_said(node)})$"))


def _match(node: exp.Expression) -> exp.Expression:
    return exp.RegexpLike(this=node.this, expression=_pattern(_said(node)))


def _extract(node: exp.Expression) -> exp.Expression:
    node.set("expression", _pattern(_said(node)))
    return node


def _replaced(node: exp.Expression) -> exp.Expression:
    """Spark replaces every match; where DuckDB replaces only the first, the pattern must be one that matches once."""
    said = _said(node)
    every = node.args.get("modifiers")
    if every is None and not (said.startswith("^") or said.endswith("$")):
        raise _untold(f"to replace the first match only of {said}")
    by = re.sub(r"\\([0-9])", r"$\1", node.args["replacement"].name)
    return exp.Anonymous(this="regexp_replace", expressions=[node.this, _pattern(said), exp.Literal.string(by)])


def _rounded(node: exp.Expression) -> exp.Expression:
    """round(x, n) as DuckDB does it: half away from nought, on the binary number itself, not on its decimal writing."""
    places = node.args.get("decimals")
    scale = exp.Literal.number(f"1E{places.name}D" if places else "1D")
    whole = exp.Floor(this=exp.paren(exp.Abs(this=exp.paren(node.this)) * scale + exp.Literal.number("0.5D")))
    signed = exp.Anonymous(this="signum", expressions=[node.this.copy()]) * exp.cast(whole, "double")
    return exp.paren(exp.paren(signed) / scale.copy())


def _sliced(words: exp.Expression, first: exp.Expression, last: exp.Expression) -> exp.Expression:
    """list_slice(words, first, last): Spark wants to know how many."""
    many = exp.paren(last.copy()) - exp.paren(first.copy()) + exp.Literal.number(1)
    return exp.Anonymous(this="slice", expressions=[words, first, many])


def _log(node: exp.Expression) -> exp.Expression:
    """log2(x): Spark's log(2, x) takes another way to the last digit."""
    return exp.Anonymous(this="log2", expressions=[node.expression]) if node.expression else node


def _decimal(node: exp.Expression) -> exp.Expression:
    """10000.0 makes a division one of binary numbers, as in DuckDB; Spark would take it for a decimal number."""
    return exp.Literal.number(f"{node.name}D") if not node.is_string and re.fullmatch(r"\d+\.\d+", node.name) else node


def _known_type(node: exp.Expression) -> exp.Expression:
    """A type of a few words (`agreement`, `verdict`) is plain text to Spark."""
    return exp.DataType.build("text") if node.this == exp.DType.USERDEFINED else node


SPOKEN: dict[type[exp.Expression], Callable[[exp.Expression], exp.Expression]] = {
    exp.RegexpFullMatch: _full_match,
    exp.RegexpLike: _match,
    exp.RegexpExtract: _extract,
    exp.RegexpReplace: _replaced,
    exp.Upper: lambda node: exp.Anonymous(this=own("capitals"), expressions=[node.this]),
    exp.JarowinklerSimilarity: lambda node: exp.Anonymous(
        this=own("jaro_winkler_similarity"), expressions=[node.this, node.expression]
    ),
    exp.Anonymous: _called,
    exp.Log: _log,
    exp.Round: _rounded,
    exp.Literal: _decimal,
    exp.DataType: _known_type,
}
"""What Spark says otherwise, by what DuckDB says."""


def _spoken(tree: exp.Expression) -> exp.Expression:
    # From the leaves up, so that what is replaced is never looked at again.
    for node in sorted(tree.walk(), key=lambda one: -one.depth):
        speak = SPOKEN.get(type(node))
        said = speak(node) if speak else node
        if node is tree:
            tree = said
        elif said is not node:
            node.replace(said)
    return tree


def _said(node: exp.Expression) -> str:
    """The pattern in `node`; it must be written out, and without options, or nobody can say what Java makes of it."""
    pattern = node.expression
    if not isinstance(pattern, exp.Literal) or node.args.get("flag") or node.args.get("options"):
        raise _untold(f"this regular expression: {node.sql('duckdb')}")
    return str(pattern.name)


def _pattern(pattern: str) -> exp.Expression:
    return exp.Literal.string(java_pattern(pattern))
