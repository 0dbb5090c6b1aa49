"""The invented affair that most tests of this room are about, and the record that it should give."""

import pathlib
import shutil

import pytest

from sayso.evaluate import load_affair, write_ideal_rows

GOLDEN = pathlib.Path(__file__).resolve().parents[3] / "tests" / "golden" / "evaluate"


@pytest.fixture(scope="session")
def golden():
    return GOLDEN


@pytest.fixture(scope="session")
def marrow():
    """Three reports on a bridge: a wire, a copy of it, and a paper of its own mind."""
    return load_affair(GOLDEN / "marrow-bridge")


@pytest.fixture
def rows(marrow):
    """What a record of it would export that has read it as gold does."""
    return write_ideal_rows(marrow)


@pytest.fixture
def copied(tmp_path):
    """The affair in a folder of its own, with words of its gold exchanged."""

    def copy(before="", after=""):
        folder = tmp_path / "marrow-bridge"
        shutil.copytree(GOLDEN / "marrow-bridge", folder, dirs_exist_ok=True)
        gold = folder / "gold.yaml"
        text = gold.read_text(encoding="utf-8")
        assert before in text
        gold.write_text(text.replace(before, after, 1), encoding="utf-8")
        return folder

    return copy
