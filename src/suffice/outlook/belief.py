"""What is believed before the campaign's own figures speak, and from which published petitions it comes.

Every outlook names the belief it started from. The numbers of published petitions are of full counts or of official samples;
how they spread is why the belief is weak: a hundred lines checked in-house already weigh more than all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from suffice.outlook.pace import PaceBelief


@dataclass(frozen=True)
class PublishedPetition:
    """A petition whose outcome was published: lines, and those valid if every copy of a signature is counted where known."""

    name: str
    lines: int
    valid: int
    source: str

    @property
    def share(self) -> float:
        """The share of lines that were valid."""
        return self.valid / self.lines


# Los Angeles' lines that would count if nobody had signed twice: 520,050 valid and 43,593 duplicates.
LOS_ANGELES_VALID_LINES = 563_643
LOS_ANGELES_DUPLICATES = 43_593
LOS_ANGELES_LINES = 715_833
LOS_ANGELES_REGISTERED = 5_668_569
LOS_ANGELES_REQUIRED = 566_857
LOS_ANGELES_NOT_IN_THE_ROLL = 9_490
"""Lines of Los Angeles whose signature did not compare: no look-up finds them."""

PUBLISHED = (
    PublishedPetition(
        "Los Angeles County 2022, recall of the District Attorney", 715_833, LOS_ANGELES_VALID_LINES,
        "Registrar-Recorder/County Clerk, press release, 15 August 2022",
    ),
    PublishedPetition(
        "Wisconsin 2012, recall of the Governor", 931_053, 904_940,
        "Government Accountability Board, 2012",
    ),
    PublishedPetition(
        "Michigan 2018, Voters Not Politicians (sample)", 505, 466, "Bureau of Elections, staff report, 2018"
    ),
    PublishedPetition("Oregon 2006, petition 58 (first sample)", 1_000, 768, "oreg.org, 2006/000058"),
    PublishedPetition("Colorado 2012, initiative 82 (sample)", 9_105, 4_547, "Secretary of State, 27 August 2012"),
)  # fmt: skip


@dataclass(frozen=True)
class Belief:
    """The starting belief.

    `validity` is the share of lines that are valid, second copies counted, and `validity_lines` how many lines it is worth;
    `channel_lines` how many lines a channel is held to be like the others; `batch_lines` and `batch_spread` how alike batches
    of one channel are (a beta distribution worth that many lines; deviation of its logarithm). `pair_rate` times the number of
    pairs of valid lines is the number of duplicates expected, with the doubt of having seen `pairs_seen` of them.
    """

    validity: float = LOS_ANGELES_VALID_LINES / LOS_ANGELES_LINES
    validity_lines: float = 30.0
    channel_lines: float = 60.0
    batch_lines: float = 80.0
    batch_spread: float = 1.0
    pairs_seen: float = 1.0
    signers_alike: float = 2 * LOS_ANGELES_DUPLICATES * LOS_ANGELES_REGISTERED / LOS_ANGELES_VALID_LINES**2
    drift: float = 0.06
    pace: PaceBelief = PaceBelief()  # noqa: RUF009 - frozen

    start: str = "the mix of Los Angeles County's recall petition of 2022"

    @property
    def source(self) -> str:
        """Which published petitions the belief starts from, in words."""
        return (
            f"Starting belief: {self.start} ({self.validity:.1%} of lines valid if nobody had signed twice; two lines "
            f"{self.signers_alike:.2f} times as likely to be one voter's as two draws from the roll), held loosely: "
            f"worth {self.validity_lines:.0f} lines checked and {self.pairs_seen:.0f} duplicate found."
        )


LOS_ANGELES = "los-angeles-2022"
BEFORE = "before-2022"
BELIEFS = {
    LOS_ANGELES: Belief(),
    # The recalls of 2003 (82 %), 2021 (81 %) and of San Francisco's District Attorney (79 %): recallelections.blogspot.com.
    # Their duplicates were not published; two lines are taken to be one voter's as often as two draws from the roll.
    BEFORE: Belief(
        validity=0.807, signers_alike=1.0,
        start="California's recall petitions before 2022 (82, 81 and 79 % valid; their duplicates were not published)",
    ),
}  # fmt: skip
"""The beliefs to start from, by name."""
