"""Articles and marks come in as PolNeAR has them, predictions go out as its scorer takes them."""

import json
import subprocess
import sys
import tarfile

import pytest

from sayso.errors import MissingInput, UnusableInput
from sayso.evaluate.polnear import load_polnear, predict_attributions, write_predictions
from sayso.model.attribution import Attribution
from sayso.model.values.span import Span


@pytest.fixture
def lantern(golden):
    [document] = load_polnear(golden / "polnear")
    return document


def find_marked(document):
    """A reader that finds what was marked, and nothing else."""

    def find(text):
        return [
            Attribution(
                f"t{place}",
                "r1",
                tuple(Span.of(text, *pair) for pair in mark.source),
                tuple(Span.of(text, *pair) for pair in mark.cue),
                tuple(Span.of(text, *pair) for pair in mark.content),
            )
            for place, mark in enumerate(document.attributions)
        ]

    return find


def test_a_split_content_is_joined(lantern):
    assert [lantern.text[start:end] for start, end in lantern.attributions[1].content] == [
        "Nobody",
        "will take our lights",
    ]


def test_an_unnamed_source_is_empty(lantern):
    assert lantern.attributions[2].source == ()


def test_only_attributions_of_the_first_annotator_count(lantern):
    assert len(lantern.attributions) == 3


def test_the_archive_gives_the_same_as_the_folder(golden, tmp_path, lantern):
    archive = tmp_path / "polnear.tar.gz"
    with tarfile.open(archive, "w:gz") as file:
        file.add(golden / "polnear", "PolNeAR/data/test")
        file.add(golden / "polnear" / "text", "PolNeAR/data/train/text")
    assert load_polnear(archive) == (lantern,)
    assert load_polnear(archive, part="train")[0].attributions == ()


def test_the_folder_above_gives_its_parts(golden, tmp_path, lantern):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "dev").symlink_to(golden / "polnear")
    assert load_polnear(tmp_path, part="dev") == (lantern,)


def test_a_place_without_articles_says_what_to_give(tmp_path):
    with pytest.raises(MissingInput, match="give the folder that holds text"):
        load_polnear(tmp_path)
    (tmp_path / "polnear.tar.gz").write_bytes(b"no archive")
    with pytest.raises(UnusableInput, match=r"give polnear\.tar\.gz"):
        load_polnear(tmp_path / "polnear.tar.gz")


def test_the_scorer_takes_our_predictions(shared, golden, tmp_path, lantern):
    output = tmp_path / "predictions.jsonl"
    assert write_predictions(predict_attributions([lantern], find_marked(lantern)), output) == 1
    command = [sys.executable, shared / "gold" / "polnear_score.py", golden / "polnear", output, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert json.loads(done.stdout)["attribution exact"] == {"P": 100.0, "R": 100.0, "F": 100.0}
