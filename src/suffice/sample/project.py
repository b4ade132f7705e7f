"""A sample projected by the profile's own method, whole or county by county."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil

from suffice.errors import InputError
from suffice.law.profile import Profile
from suffice.law.sampling import Decision, SampleRule, StrataRule
from suffice.sample.arizona import Subtraction, arizona
from suffice.sample.california import california
from suffice.sample.check import check_tally
from suffice.sample.michigan import michigan
from suffice.sample.oregon import oregon
from suffice.sample.projection import Projection, Tally, decided, step
from suffice.sample.ratio import ratio
from suffice.sample.size import check_size
from suffice.sample.washington import washington

SINGLE: Mapping[str, Callable[[Tally, SampleRule], Projection]] = {
    "california": california,
    "ratio": ratio,
    "washington": washington,
}
"""Methods that need one tally and nothing else."""


def sampled(profile: Profile) -> SampleRule:
    """The profile's sample. Raises InputError where its law knows none that decides a petition."""
    if profile.sample is None:
        raise InputError(
            f"The law of the profile {profile.id} as of {profile.as_of} knows no random sample",
            remedy="Every line is looked at there. `suffice sample plan` shows what a sample would tell.",
        )
    return profile.sample


def copies_lost(profile: Profile) -> int:
    """The signatures that a pair costs: 1 where one copy counts, 2 where every copy is void."""
    return 2 if profile.lines.duplicate_policy.value == "void_all" else 1


def project(
    profile: Profile,
    tally: Tally,
    *,
    second: Tally | None = None,
    subtractions: Sequence[Subtraction] = (),
    as_drawn: bool = False,
) -> Projection:
    """The projection of one sample. `second` tells what both samples together showed, where the law has two.

    Raises InputError for counts that contradict each other, a sample below the statute's floor (unless `as_drawn`), or input
    that the profile's method has no use for.
    """
    rule = deciding(profile)
    warnings = check_tally(tally, rule, copies_lost(profile))
    left = tally.raw - sum(one.lines for one in subtractions)
    if left < tally.sample:
        raise InputError(
            "The sample is larger than what the subtractions leave", found=f"{tally.sample:,} of {left:,} lines"
        )
    warnings += check_size(rule, left, tally.sample, as_drawn=as_drawn)
    if second is not None:
        warnings += _check_second(profile, rule, tally, second)
    if tally.raw < tally.required:
        warnings.append(
            f"Only {tally.raw:,} lines were filed and {tally.required:,} are required: "
            "the petition cannot suffice whatever the sample shows."
        )
    if rule.strata is not None and rule.strata.by != "sheet":
        warnings.append(
            f"The law draws by {rule.strata.by} ({rule.strata.citation}): this is the projection of one sample. "
            "Give all of them as a file (--counties)."
        )
    return compute(rule, tally, second, subtractions).warned(*warnings)


def compute(
    rule: SampleRule, tally: Tally, second: Tally | None = None, subtractions: Sequence[Subtraction] = ()
) -> Projection:
    """The projection without any check: for callers that have made them. Raises InputError where the law has none."""
    method = rule.projection.method if rule.projection else ""
    if subtractions and method != "arizona":
        raise InputError("This profile's method knows no subtractions before the sample", found=method)
    if second is not None and rule.second is None:
        raise InputError("This profile's law knows no second sample", found=method)
    if method == "arizona":
        return arizona(tally, rule, subtractions)
    if method == "oregon":
        return oregon(tally, rule, second)
    if method == "michigan":
        return michigan(tally, rule, second)
    return SINGLE[method](tally, rule)


def project_parts(
    profile: Profile, tallies: Sequence[Tally], required: int | None, *, as_drawn: bool = False
) -> Projection:
    """The projections of counties, wards or districts, added up or decided one by one as the law says.

    `required` is the number required of all of them; not needed where each has its own. The tallies were checked.
    Raises InputError where the law does not draw by parts, or a part's sample is below the floor (unless `as_drawn`).
    """
    rule = deciding(profile)
    strata = rule.strata
    if strata is None or rule.projection is None or rule.projection.method not in SINGLE:
        raise InputError(f"The law of the profile {profile.id} draws one sample of the whole petition, not by parts")
    if required is None and (strata.decided == "together" or strata.whole):
        raise InputError("The number of signatures required is missing", remedy="Give it with --required.")
    if required is not None and required < 1:
        raise InputError("The number under required is too small", found=f"{required:,}", expected="1 or more")
    warnings: list[str] = []
    parts: list[Projection] = []
    for tally in tallies:
        place = str(tally.place)
        warnings += [f"{place}: {said}" for said in check_size(rule, tally.raw, tally.sample, as_drawn=as_drawn)]
        parts.append(compute(rule, tally).at(place))
    if strata.decided == "together":
        return _together(rule, strata, parts, required or 0).warned(*warnings)
    return _each(rule, strata, tallies, parts, required).warned(*warnings)


def parts_needed(strata: StrataRule, count: int) -> int:
    """How many of `count` parts must reach their number, where the law decides part by part."""
    return strata.needed or ceil(count * Fraction(strata.needed_percent or 100) / 100)


def _together(rule: SampleRule, strata: StrataRule, parts: Sequence[Projection], required: int) -> Projection:
    steps = [one for part in parts for one in part.steps]
    total = sum(part.projected for part in parts)
    steps.append(step("projected", total, f"the projections of {len(parts)} parts added up", strata.citation))
    unsaid = [said for part in parts for said in part.warnings if said.startswith("This statute")]
    return decided(parts[0].method, steps, total, required, rule.decision, unsaid[:1])


def _each(
    rule: SampleRule, strata: StrataRule, tallies: Sequence[Tally], parts: Sequence[Projection], required: int | None
) -> Projection:
    """Decided part by part: enough parts must suffice, and where the law says so all together as well."""
    count = len(parts)
    needed = parts_needed(strata, count)
    if needed > count:
        raise InputError(
            f"The file tells of too few of its {strata.by}s", found=f"{count}", expected=f"at least {needed}"
        )
    outcomes = [part.decision for part in parts]
    may = count - outcomes.count("insufficient")
    steps = [one for part in parts for one in part.steps]
    steps += [
        step("parts_sufficient", outcomes.count("sufficient"), f"{strata.by}s that reach theirs", strata.citation),
        step("parts_needed", needed, f"{strata.by}s that must", strata.citation),
    ]
    decision: Decision = (
        "sufficient" if outcomes.count("sufficient") >= needed else "insufficient" if may < needed else "full-check"
    )
    total = sum(part.projected for part in parts)
    due = required if required is not None else sum(tally.required for tally in tallies)
    warnings = [*strata.doubt("needed_percent", f"{needed} {strata.by}s as the number that must suffice")]
    warnings += [said for part in parts for said in part.warnings]
    whole = decided(parts[0].method, steps, total, due, rule.decision, warnings)
    if strata.whole and "insufficient" in (whole.decision, decision):
        decision = "insufficient"
    elif strata.whole and whole.decision != "sufficient":
        decision = "full-check"
    low, high = (whole.low, whole.high) if strata.whole else (None, None)
    return Projection(whole.method, whole.steps, total, due, low, high, decision, tuple(dict.fromkeys(whole.warnings)))


def deciding(profile: Profile) -> SampleRule:
    """The profile's sample, which decides. Raises InputError where its law knows none, or none that is projected."""
    rule = sampled(profile)
    if rule.projection is None:
        raise InputError(
            f"The sample of the profile {profile.id} is not projected",
            found=rule.note or rule.citation,
            remedy="It says which lines are looked at, not how many are valid in the petition.",
        )
    return rule


def _check_second(profile: Profile, rule: SampleRule, first: Tally, both: Tally) -> list[str]:
    if rule.second is None:
        return []
    more = both.sample - first.sample
    if more < 1 or both.valid < first.valid - copies_lost(profile) * both.duplicates:
        raise InputError(
            "The second file must tell of both samples together",
            found=f"{both.sample:,} lines, {both.valid:,} valid after {first.sample:,} lines, {first.valid:,} valid",
            expected="more lines than the first sample had, its valid lines among them",
        )
    if rule.second.larger and more <= first.sample:
        raise InputError(
            "The second sample must be larger than the first",
            found=f"{more:,} lines after {first.sample:,}",
            expected=f"more than {first.sample:,} ({rule.second.citation})",
        )
    return check_tally(both, rule, copies_lost(profile))
