"""`sayso doubts`: what a person should look at first."""

import pathlib

import pytest
from typer.testing import CliRunner

import sayso
import sayso.cli
from sayso.cli.doubts import list_doubtful
from sayso.record import open_record

SAMPLE = pathlib.Path(sayso.__file__).parent / "sample" / "reports"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("doubts") / "r.db"
    done = CliRunner().invoke(sayso.cli.application(), ["read", str(SAMPLE), "--record", str(place)])
    assert done.exit_code == 0
    return place


def test_the_least_sure_claims_come_first_and_each_says_what_is_doubtful(place):
    done = CliRunner().invoke(sayso.cli.application(), ["doubts", "--limit", "3", "--record", str(place)])
    assert done.exit_code == 0
    with open_record(place) as record:
        doubtful = list_doubtful(record.snapshot())
    assert [c.confidence for c in doubtful] == sorted(c.confidence for c in doubtful)
    said = "".join(done.stdout.split())
    assert all(claim.id in said for claim in doubtful[:3])
    assert doubtful[3].id not in said


def test_confidence_is_the_product_of_its_parts(place):
    with open_record(place) as record:
        for claim in list_doubtful(record.snapshot()):
            assert claim.certainty is not None
            assert claim.confidence == pytest.approx(claim.certainty.whole, abs=0.001)
