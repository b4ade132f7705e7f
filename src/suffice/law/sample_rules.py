"""The rules of a random sample in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from suffice.law.rule import Rule, sentence, sourced
from suffice.law.sampling import Decision, DecisionRule, Method, SampleRule, SecondRule, SizeRule, StrataRule

DECISIONS: dict[Decision, str] = {
    "insufficient": "insufficient",
    "second-sample": "a second sample",
    "full-check": "every line is looked at",
    "sufficient": "sufficient",
}
"""What a projection decides, in words."""

CONSTANTS = {
    "allowance": "allowance {}",
    "deviations": "{} standard deviations",
    "assumed_duplicates": "{} % assumed duplicates",
}
"""The constants of the methods, in words."""

COUNTS = {"first copy": "the first copy of a duplicate", "every copy": "every copy of a duplicate"}
"""What the count of valid lines holds."""


def sample_rules(rule: SampleRule) -> Iterator[Rule]:
    """Every rule of the sample, in the order in which a sample is drawn, projected and decided."""
    yield sourced("sample", "sample", "What is counted", f"The raw count is that of the {rule.counts}.", rule)
    yield sourced("sample", "sample.size", "Lines to draw", _size(rule.size), rule.size)
    if rule.strata is not None:
        yield sourced("sample", "sample.strata", "Drawn from", _strata(rule.strata), rule.strata)
    if rule.projection is not None:
        yield sourced("sample", "sample.projection", "Projection", _projection(rule.projection), rule.projection)
    if rule.decision is not None:
        yield sourced("sample", "sample.decision", "Decision", decided(rule.decision), rule.decision)
    if rule.second is not None:
        yield sourced("sample", "sample.second", "Second sample", _second(rule.second), rule.second)
        yield sourced(
            "sample", "sample.second.decision", "Decision of the second sample", decided(rule.second.decision),
            rule.second.decision,
        )  # fmt: skip


def _size(size: SizeRule) -> str:
    every = f"up to {size.all_up_to:,} lines all; of more, " if size.all_up_to else ""
    if size.percent is not None:
        said = f"{size.percent} %, rounded {size.rounding}" + (f", but at least {size.least:,}" if size.least else "")
    elif size.lines is not None:
        said = f"{size.lines:,} lines"
    elif size.margin is not None:
        said = (
            f"as many as bound the error to {size.margin} points at {size.deviations} standard deviations, "
            f"rounded {size.rounding}"
        )
    else:
        said = "as many as the office sets"
    return sentence(every + said) + ("" if size.enforced else " That is custom, not law.")


def _strata(rule: StrataRule) -> str:
    if rule.decided == "together":
        return f"Each {rule.by}. The projections are added up and decided together."
    number = f"{rule.needed:,}" if rule.needed is not None else f"{rule.needed_percent} %"
    whole = ", and all together theirs" if rule.whole else ""
    return f"Each {rule.by}, decided by itself: at least {number} of them must reach their requirement{whole}."


def _projection(method: Method) -> str:
    said = (type(method).__doc__ or "").splitlines()[0]
    own = [name for name in type(method).model_fields if name in CONSTANTS]
    constants = ", ".join(CONSTANTS[name].format(getattr(method, name)) for name in own)
    return f"{said}{f' Constants: {constants}.' if constants else ''} The count of valid lines holds {COUNTS[method.valid_counts]}."


def _second(rule: SecondRule) -> str:
    if rule.percent is not None:
        said = f"{rule.percent} % of the lines filed, both samples together."
    elif rule.more_from is not None and rule.more_to is not None:
        said = f"{rule.more_from:,} to {rule.more_to:,} lines more."
    else:
        said = "As many lines as the office sets."
    return said + (" It must be larger than the first." if rule.larger else "")


Limit = tuple[Decimal, bool]
"""An end of a range in percent, and whether the range holds it."""


def decided(rule: DecisionRule) -> str:
    """What a projection decides, range by range: neighbours that decide the same are told as one."""
    low, high = rule.low, rule.high
    ranges: list[tuple[Limit | None, Limit | None, Decision]] = [
        (None, (low, False), rule.below),
        ((low, True), (low, True), rule.at_low),
        ((low, False), (high, False), rule.between),
        ((high, True), (high, True), rule.at_high),
        ((high, False), None, rule.above),
    ]
    if low == high:
        ranges = [*ranges[:2], ranges[4]]
    told: list[tuple[Limit | None, Limit | None, Decision]] = []
    for start, end, decision in ranges:
        if told and told[-1][2] == decision:
            told[-1] = (told[-1][0], end, decision)
        else:
            told.append((start, end, decision))
    said = "; ".join(f"{_range(start, end)}: {DECISIONS[decision]}" for start, end, decision in told)
    return f"Of what is required, {said}."


def _range(start: Limit | None, end: Limit | None) -> str:
    if start is None:
        return "anything" if end is None else f"{'up to' if end[1] else 'below'} {end[0]} %"
    if end is None:
        return f"{'from' if start[1] else 'above'} {start[0]} %{' on' if start[1] else ''}"
    if start == end:
        return f"at {start[0]} %"
    return f"{'from' if start[1] else 'above'} {start[0]} % {'to' if end[1] else 'to below'} {end[0]} %"


def without_sample(rule: SampleRule | None) -> Sequence[str]:
    """What is not known of a sample, in sentences; nothing where the whole of it is."""
    if rule is None:
        return ("The random sample. `suffice sample` says that none is known.",)
    told = []
    if rule.size.percent is None and rule.size.lines is None and rule.size.margin is None:
        told.append("The number of lines of the random sample. It is given to `suffice sample` by hand.")
    if rule.projection is None:
        told.append("How the random sample is projected. `suffice sample project` says so.")
    elif rule.decision is None and rule.second is None:
        told.append("What the projection decides. `suffice sample project` shows the figures.")
    return tuple(told)
