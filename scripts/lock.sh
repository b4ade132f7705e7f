#!/usr/bin/env bash
# Pins and hashes every set of requirements for all platforms, without naming any registry.
# The sets agree with each other: run.txt holds for all, dev.txt for what is added to it.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --no-header "$@"
}
package=(pyproject.toml requirements/build.in)

compile --output-file requirements/run.txt "${package[@]}"
compile --constraints requirements/run.txt --extra dev --extra docs --output-file requirements/dev.txt "${package[@]}"
compile --constraints requirements/dev.txt --extra bench --output-file requirements/bench.txt "${package[@]}"
compile --constraints requirements/bench.txt --extra spark --output-file requirements/spark.txt "${package[@]}"
compile --constraints requirements/spark.txt --output-file requirements/build-spark.txt requirements/build-spark.in
