#!/usr/bin/env bash
# One twentieth of Los Angeles County's 2022 recall petition, from nothing to the report.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n\033[1m%s\033[0m\n' "$1"; }

rm -rf demo
say "1/4  A mock petition: 35,792 lines, 283,428 voters, the truth about every line known"
suffice mock demo/petition --voters 283428 --lines 35792 --seed 2022
say "2/4  The voter roll becomes a snapshot"
suffice roll import demo/petition/roll.csv --out demo/roll.parquet
say "3/4  Every line is looked up and examined"
suffice verify demo/petition/petition.toml --roll demo/roll.parquet --lines demo/petition/lines.csv --out demo/verified
say "4/4  The proposals against the truth"
suffice measure demo/verified --truth demo/petition/truth.csv
say "The report: $PWD/demo/verified/report.html"
