"""A profile rule by rule, in words: what `law show` prints, `law diff` compares, and the documentation's pages list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suffice.law.part import Mark
from suffice.law.profile import RULE_NAMES, WITHOUT_RULE, LineRules, Profile
from suffice.law.requirement import RequirementRule
from suffice.law.sampling import DecisionRule, SampleRule, SizeRule
from suffice.law.timetable import StepRule

PARTS = ("lines", "requirement", "sample", "ground", "fact", "step")
"""The parts of a profile, in the order in which they are told."""


@dataclass(frozen=True)
class Rule:
    """One rule: the part it belongs to, what it is about, what it says, and its source. No mark where no source says it."""

    part: str
    name: str
    says: str
    citation: str
    mark: Mark | None
    note: str | None = None


def rules(profile: Profile) -> tuple[Rule, ...]:
    """Every rule of a profile as it stands on its day, part by part; grounds in the order of their precedence."""
    return (
        *_lines(profile.lines),
        *_requirement(profile.requirement),
        *(_sample(profile.sample) if profile.sample else ()),
        *_grounds(profile),
        *(Rule("fact", fact.id.replace("_", " "), fact.says, fact.citation, fact.mark) for fact in profile.facts),
        *(_step(step) for step in (profile.calendar.step if profile.calendar else ())),
    )  # fmt: skip


def _grounds(profile: Profile) -> Iterator[Rule]:
    for ground in profile.grounds:
        said = f"Public category: {ground.category}." + ("" if ground.automatic else " Only people find it.")
        yield Rule("ground", ground.name, said, ground.citation, ground.mark)


WORDS = {
    True: "yes",
    False: "no",
    "keep_first_valid": "the first valid one counts, the others are duplicates",
    "void_all": "none of them counts",
    "never": "never",
    "registered_when_signed": "if the registration stood there on the day of signing",
    "registered_during_circulation": "if the registration stood there on some day of the circulation",
}
DECISIONS = {
    "insufficient": "insufficient",
    "second-sample": "a second sample",
    "full-check": "every line is looked at",
    "sufficient": "sufficient",
}


def _lines(lines: LineRules) -> Iterator[Rule]:
    for name, asked in RULE_NAMES.items():
        rule = getattr(lines, name)
        if rule is None:
            yield Rule("lines", asked, f"Not known. {WITHOUT_RULE[name]}", "", None)
        else:
            said = f"{rule.value:,} years" if name == "minimum_age" else WORDS[rule.value]
            yield Rule("lines", asked, said[:1].upper() + said[1:] + ".", rule.citation, rule.mark, rule.note)


def _requirement(rule: RequirementRule) -> Iterator[Rule]:
    of = f"of the {rule.base_name}"
    for tier in rule.tiers:
        said = f"{tier.percent} % {of}, a fraction rounded up."
        yield Rule("requirement", f"from {tier.from_registered:,} voters", said, rule.citation, rule.mark)
    for kind in rule.kind:
        said = f"{kind.percent} % {of}, a fraction rounded up."
        yield Rule("requirement", kind.title, said, kind.citation, kind.mark)
    if rule.percent is not None:
        said = f"{rule.percent} % {of}, a fraction rounded up."
        yield Rule("requirement", "signatures", said, rule.citation, rule.mark, rule.note)
    if not (rule.tiers or rule.kind or rule.percent):
        yield Rule("requirement", "signatures", f"A share {of}, not known here.", rule.citation, None, rule.note)
    if rule.division is not None:
        part = rule.division
        share = "the same share" if part.percent is None else f"{part.percent} %"
        number = f"{part.needed}" if part.needed is not None else f"{part.needed_percent} %"
        yield Rule(
            "requirement", f"by {part.by}", f"In at least {number} of the parts {share} too.", part.citation, part.mark
        )


def _sample(rule: SampleRule) -> Iterator[Rule]:
    yield Rule("sample", "lines to draw", _size(rule.size), rule.size.citation, rule.size.mark, rule.size.note)
    if rule.strata is not None:
        said = f"Drawn from each {rule.strata.by}; " + (
            "decided together." if rule.strata.decided == "together" else f"decided by {rule.strata.by}."
        )
        yield Rule("sample", "drawn from", said, rule.strata.citation, rule.strata.mark, rule.strata.note)
    if rule.projection is not None:
        said = (type(rule.projection).__doc__ or "").splitlines()[0]
        yield Rule("sample", "projection", said, rule.projection.citation, rule.projection.mark, rule.projection.note)
    else:
        yield Rule("sample", "projection", "Nothing is projected.", rule.citation, rule.mark, rule.note)
    if rule.decision is not None:
        yield Rule(
            "sample",
            "decision",
            _decision(rule.decision),
            rule.decision.citation,
            rule.decision.mark,
            rule.decision.note,
        )
    if rule.second is not None:
        second = rule.second
        size = (
            f"{second.percent} % of the lines in all"
            if second.percent
            else f"{second.more_from:,} to {second.more_to:,} lines more"
        )
        said = f"{size[:1].upper()}{size[1:]}. {_decision(second.decision)}"
        yield Rule("sample", "second sample", said, second.citation, second.mark, second.note)


def _size(size: SizeRule) -> str:
    every = f"Up to {size.all_up_to:,} lines all; of more, " if size.all_up_to else ""
    if size.percent is not None:
        said = f"{size.percent} % (rounded {size.rounding})" + (f", but at least {size.least:,}" if size.least else "")
    elif size.lines is not None:
        said = f"{size.lines:,}"
    elif size.margin is not None:
        said = f"as many as bound the error to {size.margin} points at {size.deviations} standard deviations"
    else:
        said = "as many as the office sets"
    whole = f"{every}{said}." + ("" if size.enforced else " Custom, not law.")
    return whole[:1].upper() + whole[1:]


def _decision(rule: DecisionRule) -> str:
    below = (
        f"Below {rule.low} % of what is required: {DECISIONS[rule.below]}; at {rule.low} %: {DECISIONS[rule.at_low]}"
    )
    between = f"; between: {DECISIONS[rule.between]}; at {rule.high} %: {DECISIONS[rule.at_high]}"
    return f"{below}{between if rule.low < rule.high else ''}; above: {DECISIONS[rule.above]}."


def _step(step: StepRule) -> Rule:
    unit = "business days" if step.unit == "business" else "days"
    if step.tiers:
        count = ", ".join(f"{tier.days} {unit} from {tier.from_registered:,} voters" for tier in step.tiers)
    elif step.days is not None:
        count = f"{step.days} {unit}"
    else:
        count = ""
    said = (
        f"{count} after {step.after.replace('_', ' ')}"
        if count and step.after
        else "On the day that the petition file says"
    )
    span = "".join((f"; from {step.since}" if step.since else "", f"; until {step.until}" if step.until else ""))
    more = f" ({step.when})" if step.when else ""
    return Rule("step", f"{step.title}{span}", f"{said}{more}. Duty: {step.duty}.", step.citation, step.mark, step.note)
