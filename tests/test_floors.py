"""Quality floors: what the whole way must reach on affairs with gold, pinned with the data's digest.

A floor is never lowered without a decision record. The affairs of `tests/golden/affairs` are invented and ship with the
project; nothing was tuned on five of the seven, nor on those of `tests/golden/affairs-unseen`, written later. The
others are beside the checkout where they are there at all.
"""

import hashlib
import pathlib

import pytest

from sayso.evaluate import find_affairs, list_figures, load_affair, score_affair, sum_counts
from sayso.model.rows import rows_of
from sayso.settings import Settings
from sayso.trial import follow_gold, read_affair

OURS = pathlib.Path(__file__).parent / "golden" / "affairs"
UNSEEN = OURS.parent / "affairs-unseen"
DIGESTS = {
    "unseen": "c76e140e0c148045",
    "ours": "c55ef98867b81227",
    "beside": "4c411b07f578a202",
}
# three to four points under what was measured, ten where there are few cases: answers in eight bits differ a
# little between processors
READ = {
    "ours": {
        "attribution": 85,
        "type": 71,
        "claim": 64,
        "roles": 79,
        "chain": 80,
        "stance": 91,
        "number": 87,
        "when": 87,
        "events": 66,
        "voices": 21,
        "lineage": 92,
        "conflicts": 52,
        "sides": 29,
        "holdings": 70,  # once 74: decision 0043
        "holdings+status": 43,  # once 47: decision 0045
    },
    "unseen": {
        "attribution": 77,
        "type": 57,
        "claim": 50,
        "roles": 76,
        "chain": 90,
        "stance": 91,
        "number": 92,
        "when": 81,
        "events": 43,
        "lineage": 60,
        "conflicts": 22,
        "holdings+status": 33,
    },
    "beside": {
        "attribution": 87,
        "type": 68,
        "claim": 59,
        "roles": 76,
        "chain": 91,
        "stance": 86,
        "number": 92,
        "when": 83,
        "events": 64,
        "voices": 26,
        "lineage": 96,
        "conflicts": 46,
        "sides": 28,
        "holdings": 70,
        "holdings+status": 48,  # once 51, then 34: decision 0020
    },
}
# plain code over given claims: it differs nowhere
FOLLOWED = {
    "ours": {
        "events": 81,
        "voices": 41,
        "conflicts": 74,
        "sides": 57,
        "lineage": 95,
        "lineage+relation": 95,
        "holdings": 87,
        "holdings+status": 66,
        "in time": 95,
    },
    "unseen": {
        "events": 68,
        "voices": 20,
        "conflicts": 58,
        "sides": 25,
        "lineage": 66,
        "holdings": 58,
        "holdings+status": 41,
        "in time": 67,
    },
    "beside": {
        "events": 85,
        "voices": 57,
        "conflicts": 72,
        "sides": 70,
        "lineage": 99,
        "lineage+relation": 99,
        "holdings": 88,
        "holdings+status": 82,
        "in time": 97,
    },
}


def folder_of(name, request):
    here = {"ours": OURS, "unseen": UNSEEN}
    return here[name] if name in here else request.getfixturevalue("shared") / "affairs"


def measure(folder, take):
    counts = (
        score_affair(load_affair(place), rows_of(take(place, settings=Settings()))) for place in find_affairs(folder)
    )
    return list_figures(sum_counts(counts))


def digest(folder):
    found = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".yaml")):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


@pytest.mark.parametrize("name", ["ours", "unseen", "beside"])
def test_the_data_are_those_that_the_floors_were_measured_on(name, request):
    assert digest(folder_of(name, request)) == DIGESTS[name]


@pytest.mark.parametrize("name", ["ours", "unseen", "beside"])
def test_the_whole_way_reaches_its_floors(name, request):
    _assert_reached(measure(folder_of(name, request), read_affair), READ[name])


@pytest.mark.parametrize("name", ["ours", "unseen", "beside"])
def test_what_follows_from_gold_claims_reaches_its_floors(name, request):
    _assert_reached(measure(folder_of(name, request), follow_gold), FOLLOWED[name])


def _assert_reached(figures, floors):
    missed = {score: (figures[score], floor) for score, floor in floors.items() if (figures[score] or 0) < floor}
    assert not missed, missed
