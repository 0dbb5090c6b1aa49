"""What the tests of the whole share: commands, said as a user says them."""

import pytest
from typer.testing import CliRunner

import sayso.cli
from sayso.errors import SaysoError


def run_command(*words):
    """A command run as `main` would; gives exit status, what it printed and what it said beside."""
    done = CliRunner().invoke(sayso.cli.application(), list(words))
    if isinstance(done.exception, SaysoError):
        return done.exception.exit_code, done.stdout, str(done.exception)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, " ".join(done.stderr.split())


@pytest.fixture
def say(tmp_path, monkeypatch):
    """Commands said by Amal, in an empty folder of her own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_USER", "Amal")
    return run_command
