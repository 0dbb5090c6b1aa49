# Every target makes .venv when it is missing; .venv/bin/sayso is then the command.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo.db

.PHONY: demo test test-spark check format bench evaluation model

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/ready  ## read the sample affair and print the brief of its air base
	mkdir -p build
	rm -rf $(DEMO) $(DEMO)-wal $(DEMO)-shm build/demo.evidence
	$(BIN)/sayso read sayso/sample/reports --record $(DEMO)
	$(BIN)/sayso brief "Tel Arwan" --record $(DEMO)

test: .venv/ready  ## run the tests and the manual's examples
	$(BIN)/python -m pytest

test-spark: .venv/ready  ## hold plain, DuckDB and Spark equal on random affairs (installs the spark extra; some minutes)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[spark]'
	$(BIN)/python -m pytest -W default sayso/engine/tests/spark.py

check: .venv/ready  ## format, lint, strict types, import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready  ## put the code into its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/ready  ## time the stages against each other in one run, the reader against spaCy's small pipeline
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks

evaluation: .venv/ready  ## measure on gold and write docs/accuracy.md (needs the folder AFFAIRS)
	$(BIN)/python -m benchmarks.evaluation

model: .venv/ready  ## make the shipped reader anew (needs the training extra; hours on two cores)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[training]'
	$(BIN)/python -m training
	$(BIN)/python -m training.affair dev build/affairs/dev
	$(BIN)/python -m training.certainty build/affairs
