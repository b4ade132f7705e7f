"""A profile rule by rule, in words: what `law show` prints, `law diff` compares, and the documentation's pages list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from suffice.law.division import PLURAL, DivisionRule
from suffice.law.profile import GROUND_NAMES, RULE_NAMES, WITHOUT_RULE, LineRules, Profile
from suffice.law.requirement import RequirementRule
from suffice.law.rule import Rule, sentence
from suffice.law.sample_rules import sample_rules, without_sample
from suffice.law.step_rules import step_rules


def rules(profile: Profile) -> tuple[Rule, ...]:
    """Every rule of a profile as it stands on its day, part by part; grounds in the order of their precedence.

    Steps follow the law of the day they count from: those are told whose text holds for a count that begins on that day.
    """
    return (
        *_lines(profile.lines),
        *_requirement(profile.requirement),
        *(sample_rules(profile.sample) if profile.sample else ()),
        *_grounds(profile),
        *_facts(profile),
        *(step_rules(profile.calendar, profile.as_of) if profile.calendar else ()),
    )


WORDS = {
    True: "yes",
    False: "no",
    "keep_first_valid": "the first valid one counts, the others are duplicates",
    "void_all": "none of them counts",
    "never": "never",
    "registered_when_signed": "if the registration stood there on the day of signing",
    "registered_during_circulation": "if the registration stood there on some day of the circulation",
}
"""The values of the rules for lines in words."""


def _lines(lines: LineRules) -> Iterator[Rule]:
    for key, asked in RULE_NAMES.items():
        rule = getattr(lines, key)
        if rule is None:
            yield Rule("lines", f"lines.{key}", asked, f"Not known. {WITHOUT_RULE[key]}", "", None)
        else:
            said = f"{rule.value:,} years" if key == "minimum_age" else WORDS[rule.value]
            yield Rule("lines", f"lines.{key}", asked, sentence(said), rule.citation, rule.mark, rule.note)


def _requirement(rule: RequirementRule) -> Iterator[Rule]:
    known = bool(rule.tiers or rule.kind or rule.percent)
    says = f"{sentence(rule.base_name)} The petition file gives their number as `{rule.base}`."
    if not known:
        says += " Which share of them is not known; the petition file gives the signatures as `required`."
    mark = rule.mark if known else None
    yield Rule("requirement", "requirement", "What the share is of", says, rule.citation, mark, rule.note)
    tiers = sorted(rule.tiers, key=lambda one: one.from_registered)
    for tier, above in zip_longest(tiers, tiers[1:]):
        upto = "and more" if above is None else f"to {above.from_registered - 1:,}"
        name = f"{tier.from_registered:,} {upto} registered voters"
        path = f"requirement.tiers.{tier.from_registered}"
        yield Rule("requirement", path, name, _share(f"{tier.percent} %", rule), rule.citation, rule.mark)
    for kind in rule.kind:
        name, path = f'{sentence(kind.title)[:-1]} (kind = "{kind.id}")', f"requirement.kind.{kind.id}"
        yield Rule("requirement", path, name, _share(f"{kind.percent} %", rule), kind.citation, kind.mark)
    if rule.percent is not None:
        says = _share(f"{rule.percent} %", rule)
        yield Rule("requirement", "requirement.percent", "Share", says, rule.citation, rule.mark)
    if rule.division is not None:
        name, path, part = f"Share by {rule.division.by}", "requirement.division", rule.division
        yield Rule("requirement", path, name, _division(part), part.citation, part.mark)


def _share(percent: str, rule: RequirementRule) -> str:
    return f"{percent}, a fraction of a signature rounded {rule.rounding}."


def _division(rule: DivisionRule) -> str:
    share = "the same share of its own figure" if rule.percent is None else f"{rule.percent} % of its own figure"
    if rule.needed is not None:
        number = f"in at least {rule.needed:,} {PLURAL[rule.by]}"
    elif rule.needed_percent == 100:
        number = f"in every {rule.by}"
    else:
        number = f"in at least {rule.needed_percent} % of the {PLURAL[rule.by]}"
    kinds = ", ".join(f'"{kind}"' for kind in rule.kinds)
    return sentence(f"{number}, {share} too") + (f" Only for kind = {kinds}." if kinds else "")


def _grounds(profile: Profile) -> Iterator[Rule]:
    for ground in profile.grounds:
        said = ground.category + ("" if ground.automatic else " (only people find it)")
        yield Rule("ground", f"ground.{ground.id}", ground.name, said, ground.citation, ground.mark)


def _facts(profile: Profile) -> Iterator[Rule]:
    for fact in profile.facts:
        name = sentence(fact.id.replace("_", " "))[:-1]
        yield Rule("fact", f"fact.{fact.id}", name, fact.says, fact.citation, fact.mark)


def unsure(profile: Profile) -> tuple[str, ...]:
    """Every rule, or thing in a rule, that is recalled or inferred, with its mark."""
    return tuple(said for rule in rules(profile) for said in rule.unsure)


def missing(profile: Profile) -> tuple[str, ...]:
    """What the profile does not say and a command would use, as sentences that say what is done without it."""
    told = [f"{RULE_NAMES[key]}. {WITHOUT_RULE[key]}" for key in WITHOUT_RULE if _open(profile.lines, key)]
    requirement = profile.requirement
    if not (requirement.tiers or requirement.kind or requirement.percent):
        told.append("The share of signatures required. The petition file must give `required`.")
    known = {ground.id for ground in profile.grounds}
    absent = [name[:1].lower() + name[1:] for key, name in GROUND_NAMES.items() if key not in known]
    if absent:
        told.append(f"The grounds: {', '.join(absent)}. No line is rejected for them.")
    told += without_sample(profile.sample)
    if profile.calendar is None:
        told.append("The steps. `suffice calendar` says that they are not known.")
    return tuple(told)


def _open(lines: LineRules, key: str) -> bool:
    return lines.roll_check.value and getattr(lines, key) is None
