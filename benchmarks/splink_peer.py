"""The peer: Splink 5 on DuckDB, set up as a competent user of general record linkage would, on the same two files.

`python -m benchmarks.splink_peer --roll ROLL --lines LINES --out BEST.parquet [--threads 2]`; CSV or Parquet, by the
name. Writes the best voter of every line with Splink's match weight: unique_id ("section/line"), voter_id, weight (to
base 2). Set-up after Splink's documentation (https://moj-analytical-services.github.io/splink): names and addresses
standardised and split, several strict blocking rules, Jaro-Winkler and Levenshtein levels, term frequency adjustments,
the probability of a match from deterministic rules, u by random sampling, m by expectation maximisation.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as level
from splink import comparison_library as comparison

SQL = Path(__file__).parent / "sql"
LINES = "section, line, printed_name, residence_address, zip"
ROLL = "voter_id, last_name, first_name, middle_name, house_number, street_name, zip"
LEAST = 0.0
"""Pairs of a lower match weight, those likelier two persons than one, are not kept."""


def main() -> None:
    """Links the two files and writes the best voter of every line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--roll", type=Path, required=True)
    asked.add_argument("--lines", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--threads", type=int, default=2)
    given = asked.parse_args()
    logging.getLogger("splink").setLevel(logging.WARNING)
    connection = duckdb.connect(config={"threads": given.threads, "preserve_insertion_order": False})
    for name, columns, path in (("lines", LINES, given.lines), ("roll", ROLL, given.roll)):
        script = (SQL / f"splink_{name}.sql").read_text(encoding="utf-8")
        connection.execute(script.replace(f"${name}", f"(SELECT {columns} FROM {_read(path)})"))
    api = DuckDBAPI(connection)
    tables = [api.register(name, dataset_display_name=f"the_{name}") for name in ("lines", "roll")]
    linker = Linker(tables, settings(), log_level=None)
    train(linker)
    pairs = linker.inference.predict(threshold_match_weight=LEAST)
    connection.execute(
        f"""COPY (
            SELECT unique_id_l AS unique_id, arg_max(unique_id_r, match_weight) AS voter_id,
                max(match_weight) AS weight
            FROM {pairs.physical_name} GROUP BY unique_id_l
        ) TO '{given.out}' (FORMAT parquet)"""
    )


def settings() -> SettingsCreator:
    """The model: what is compared, how, and which pairs are looked at."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            comparison.NameComparison("surname", jaro_winkler_thresholds=[0.92, 0.88]),
            first_names(),
            comparison.ExactMatch("middle_initial"),
            comparison.LevenshteinAtThresholds("house_number", [1]),
            comparison.JaroWinklerAtThresholds("street", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            comparison.LevenshteinAtThresholds("zip", [1]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("surname", "house_number"),
            block_on("first_name", "surname", "zip"),
            block_on("house_number", "street", "first_name"),
            block_on("surname", "street"),
            block_on("first_name", "house_number", "zip"),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def first_names() -> comparison.CustomComparison:
    """Exact, nearly alike, or an initial that agrees."""
    initial = "(length(first_name_l) = 1 or length(first_name_r) = 1) and left(first_name_l, 1) = left(first_name_r, 1)"
    return comparison.CustomComparison(
        output_column_name="first_name",
        comparison_levels=[
            level.NullLevel("first_name"),
            level.ExactMatchLevel("first_name", term_frequency_adjustments=True),
            level.JaroWinklerLevel("first_name", 0.92),
            level.JaroWinklerLevel("first_name", 0.85),
            level.CustomLevel(initial, "An initial that agrees"),
            level.ElseLevel(),
        ],
    )


def train(linker: Linker) -> None:
    """Estimates the model's parameters, without labels; the seed makes it repeatable."""
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "house_number", "street")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    # Blocked on the address alone, or on surname and house number alone, most pairs are relatives and the model would
    # learn that names do not matter; the middle initial keeps the pairs that are mostly one person.
    rules = (
        ("first_name", "house_number"),
        ("surname", "house_number", "middle_initial"),
        ("first_name", "surname", "zip"),
    )
    for rule in (block_on(*columns) for columns in rules):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True, max_pairs=1e6
        )


def _read(path: Path) -> str:
    if path.suffix == ".parquet":
        return f"read_parquet('{path}')"
    return f"read_csv('{path}', header = true, all_varchar = true)"


if __name__ == "__main__":
    main()
