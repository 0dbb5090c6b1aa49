# Every target makes .venv when it is missing; .venv/bin/sayso is then the command.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo.db
MESSAGES := sayso/desk/messages
# Calls whose words are messages: those of pages, and of refusals that pages show.
SAID := $(foreach call,say translate N_ Refused:2 Mistake:2 NotKnown NotAllowed NotInRecord BadLink BadLogIn Forged Replayed Expired Spoilt UsageError,-k $(call))

.PHONY: demo test test-spark check format islands messages bench bench-desk evaluation model

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/ready  ## read the sample affair, print the brief of its air base, and say how to open the desk on it
	mkdir -p build
	rm -rf $(DEMO) $(DEMO)-wal $(DEMO)-shm build/demo.evidence build/demo.people.db build/demo.inbox build/demo.mail
	$(BIN)/sayso read sayso/sample/reports --record $(DEMO)
	$(BIN)/sayso brief "Tel Arwan" --record $(DEMO)
	@echo; echo "Now open the desk on it: $(BIN)/sayso serve --record $(DEMO)"

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

islands:  ## build the desk's small scripts (needs Node; what they are built into is kept with the code)
	cd islands && npm ci && npm run build

messages: .venv/ready  ## gather the desk's messages for its catalogues, and compile these
	$(BIN)/pybabel -q extract -F $(MESSAGES)/babel.cfg $(SAID) --no-location --omit-header --sort-output --no-wrap -o build/desk.pot sayso
	$(BIN)/pybabel -q update -D desk -i build/desk.pot -d $(MESSAGES) --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -D desk -d $(MESSAGES)

bench: .venv/ready  ## time the stages against each other in one run, the reader against spaCy's small pipeline
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks

bench-desk: .venv/ready  ## load the desk: fifty people on a million claims, Datasette beside it (builds the record once; long)
	$(BIN)/python -m pip install -qq --disable-pip-version-check 'datasette>=0.64'
	$(BIN)/python -m benchmarks.desk

evaluation: .venv/ready  ## measure on gold and write docs/accuracy.md (needs the folder AFFAIRS)
	$(BIN)/python -m benchmarks.evaluation

model: .venv/ready  ## make the shipped reader anew (needs the training extra; hours on two cores)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[training]'
	$(BIN)/python -m training
	$(BIN)/python -m training.affair dev build/affairs/dev
	$(BIN)/python -m training.certainty build/affairs
