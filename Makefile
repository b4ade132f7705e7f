# Two commands for a newcomer: `make demo` and `make test`. Both need only Python >= 3.11 with venv, and make.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
# One stamp for each set of pinned, hashed requirements: made once, made again when the pins change.
RUN := $(VENV)/.stamp-run
DEV := $(VENV)/.stamp-dev
BENCH := $(VENV)/.stamp-bench
SPARK := $(VENV)/.stamp-spark

.PHONY: help demo test check bench spark test-spark install format docs lint types layers reference lock clean charts

help:  ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

demo: $(RUN)  ## A mock petition, verified against a mock roll, compared with the truth
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/demo.sh

test: $(DEV)  ## All tests
	$(BIN)/python -m pytest -n auto

check: $(DEV) lint types layers docs  ## Format, lint, types, layers, docs

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

layers: $(DEV)
	$(BIN)/lint-imports

docs: $(DEV)  ## The documentation, as pages in site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: $(DEV) $(BENCH)  ## Time, memory and correctness at county size, beside the peers
	$(BIN)/python -m benchmarks $(ARGS)

spark: $(SPARK)  ## Install what --engine spark needs (some 500 MB)

test-spark: $(DEV) $(SPARK)  ## 200,000 voters and 25,000 lines on DuckDB and on Spark: the same answer
	$(BIN)/python -m pytest -m spark tests/engine

install: $(DEV) $(BENCH)  ## The whole environment

format: $(DEV)  ## Format and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

charts: $(DEV)  ## The charts of the documentation, drawn anew
	$(BIN)/python -m benchmarks.charts

reference: $(DEV)  ## The pages of commands and of profiles, written from the program itself
	$(BIN)/python -m suffice.cli.reference docs/commands.md
	$(BIN)/python -m suffice.report.profile_pages docs/profiles

lock: $(DEV)  ## Pin and hash the requirements anew from pyproject.toml
	bash scripts/lock.sh

clean:  ## Remove what can be made again
	rm -rf $(VENV) site demo build dist bench-work .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Suffice needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Suffice runs on (once)..."
	$(PIP) --require-hashes --only-binary :all: --requirement requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	@echo "Installing what checks and tests Suffice (once)..."
	$(PIP) --require-hashes --only-binary :all: --requirement requirements/dev.txt
	@touch $@

$(BENCH): requirements/bench.txt $(RUN)
	@echo "Installing the benchmarks' peers (once)..."
	$(PIP) --require-hashes --only-binary :all: --requirement requirements/bench.txt
	@touch $@

# pyspark is published as source only: it is built here, with tools that are pinned too.
$(SPARK): requirements/spark.txt requirements/build-spark.txt $(RUN)
	@echo "Installing Spark (once)..."
	$(PIP) --require-hashes --only-binary :all: --requirement requirements/build-spark.txt
	$(PIP) --require-hashes --only-binary :all: --no-binary pyspark --no-build-isolation --requirement requirements/spark.txt
	@touch $@
