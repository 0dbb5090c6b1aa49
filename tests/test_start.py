"""A command begins with what it uses: its own file, and no stage, reader or site that it does not go through."""

import subprocess
import sys

import pytest
import typer

import sayso.cli
from sayso.record import open_record

REPORT = """\
TARSA, 3 March 2031 (Northgate Wire) - Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said.
The mayor of Tarsa, Lia Moss, denied that the base had been seized. Moss said the army held it.
"""
TELLING = "import sys\nfrom sayso.cli import main\ntry: main()\nfinally: print('LOADED', *sys.modules)"
TAKING_IN = {"sayso.acquire", "sayso.extract", "sayso.read", "httpx", "lxml", "onnxruntime", "trafilatura", "warcio"}
BESIDE = {"sayso.desk", "sayso.evaluate", "sayso.simulate", "sayso.people", "alembic", "duckdb", "fastapi"}
FOLLOWING = {"sayso.resolve", "sayso.corroborate", "sayso.engine.store", "numpy", "pyarrow"}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """A record of one report."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "wire.txt").write_text(REPORT, encoding="utf-8")
    run(folder / "record.db", "read", str(folder / "wire.txt"))
    return folder / "record.db"


def run(record, *words):
    """A command in a process of its own; gives what it printed, and which modules it had loaded in the end."""
    place = [] if "--help" in words else ["--record", str(record)]
    command = [sys.executable, "-c", TELLING, *words, *place]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    page, _, loaded = done.stdout.rpartition("LOADED ")
    return page, set(loaded.split())


def find_claim(record):
    with open_record(record, create=False) as opened:
        return next(claim.id for each in opened.snapshot().resolutions for claim in each.claims)


def test_accepting_a_claim_loads_neither_what_takes_reports_in_nor_what_stands_beside(record):
    page, loaded = run(record, "accept", find_claim(record), "--yes")
    assert page.startswith("accepted:")
    assert not loaded & (TAKING_IN | BESIDE)


@pytest.mark.parametrize("words", [("holdings", "Tarsa"), ("brief", "Tarsa"), ("show", "wire.txt")])
def test_looking_at_the_record_loads_no_stage_of_it(record, words):
    page, loaded = run(record, *words)
    assert "TARSA" in page.upper()
    assert not loaded & (TAKING_IN | BESIDE | FOLLOWING)


@pytest.mark.parametrize("words", [("--help",), ("accept", "--help"), ("merge", "--help")])
def test_help_loads_no_stage_of_the_record(record, words):
    page, loaded = run(record, *words)
    assert "Usage" in page
    assert not loaded & (TAKING_IN | FOLLOWING | {"fastapi", "duckdb"})


def test_every_command_stands_in_the_file_that_is_loaded_for_it():
    commands = typer.main.get_command(sayso.cli.application()).commands
    listed = {name: f"sayso.cli.{file}" for file, names in sayso.cli.FILES.items() for name in names}
    assert {name: module_of(command) for name, command in commands.items()} == listed


def module_of(command):
    """Where a command stands, or the first one of a group."""
    first, *_ = [*getattr(command, "commands", {}).values(), command]
    return first.callback.__module__


def test_one_command_alone_is_called_by_its_name(record):
    assert "Usage" in run(record, "holdings", "--help")[0]
