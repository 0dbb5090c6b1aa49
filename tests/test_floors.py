"""Quality floors: what the whole way must reach on affairs with gold, pinned with the data's digest.

A floor is never lowered without a decision record. The affairs of `tests/golden/affairs` are invented and ship with the
project; nothing was tuned on five of the seven. The others are beside the checkout where they are there at all.
"""

import hashlib
import pathlib

import pytest

from sayso.evaluate import find_affairs, list_figures, load_affair, score_affair, sum_counts
from sayso.model.rows import rows_of
from sayso.settings import Settings
from sayso.trial import follow_gold, read_affair

OURS = pathlib.Path(__file__).parent / "golden" / "affairs"
DIGESTS = {
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
        "events": 63,
        "lineage": 92,
        "conflicts": 30,
        "holdings+status": 22,
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
        "events": 63,
        "lineage": 96,
        "conflicts": 37,
        "holdings+status": 34,  # was 51: decision 0020
    },
}
# plain code over given claims: it differs nowhere
FOLLOWED = {
    "ours": {
        "events": 80,
        "voices": 35,
        "conflicts": 61,  # was 62: decision 0024
        "sides": 49,
        "lineage": 95,
        "lineage+relation": 87,
        "holdings": 77,
        "holdings+status": 55,
    },
    "beside": {
        "events": 82,
        "voices": 49,
        "conflicts": 71,
        "sides": 64,
        "lineage": 99,
        "lineage+relation": 99,
        "holdings": 79,
        "holdings+status": 68,
    },
}


def folder_of(name, request):
    return OURS if name == "ours" else request.getfixturevalue("shared") / "affairs"


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


@pytest.mark.parametrize("name", ["ours", "beside"])
def test_the_data_are_those_that_the_floors_were_measured_on(name, request):
    assert digest(folder_of(name, request)) == DIGESTS[name]


@pytest.mark.parametrize("name", ["ours", "beside"])
def test_the_whole_way_reaches_its_floors(name, request):
    _assert_reached(measure(folder_of(name, request), read_affair), READ[name])


@pytest.mark.parametrize("name", ["ours", "beside"])
def test_what_follows_from_gold_claims_reaches_its_floors(name, request):
    _assert_reached(measure(folder_of(name, request), follow_gold), FOLLOWED[name])


def _assert_reached(figures, floors):
    missed = {score: (figures[score], floor) for score, floor in floors.items() if (figures[score] or 0) < floor}
    assert not missed, missed
