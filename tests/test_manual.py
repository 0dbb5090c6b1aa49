"""The manual's examples are the program's: every command in it exists, with the options that it shows."""

import pathlib
import shlex

import pytest
import typer
from typer.testing import CliRunner

import sayso.cli

README = pathlib.Path(__file__).parent.parent / "README.md"
COMMANDS = typer.main.get_command(sayso.cli.application()).commands
EXAMPLES = [
    line.partition("   #")[0].strip()
    for line in README.read_text(encoding="utf-8").splitlines()
    if line.startswith("sayso ")
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_readme_is_a_command_that_parses(example):
    _, name, *words = shlex.split(example)
    COMMANDS[name].make_context(name, words, resilient_parsing=False)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example_that_parses(name):
    page = CliRunner().invoke(sayso.cli.application(), [name, "--help"], env={"COLUMNS": "200"}).stdout
    example = page.partition("Example: ")[2].splitlines()[0].strip(" │")
    _, command, *words = shlex.split(example)
    assert command == name
    COMMANDS[name].make_context(name, words, resilient_parsing=False)


def test_an_option_that_does_not_exist_is_refused():
    assert CliRunner().invoke(sayso.cli.application(), ["brief", "Tarsel", "--nonsense"]).exit_code == 2
