"""The golden cases of `tests/golden/place`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.model.knowledge import Knowledge
from sayso.model.place import KnownPlace, PlaceKind
from sayso.resolve.place import Naming, is_actor_like, locate
from sayso.resolve.place.tests.build import Places

GOLDEN = Path(__file__).resolve().parents[4] / "tests" / "golden" / "place"
CASES = yaml.safe_load((GOLDEN / "where.yaml").read_text(encoding="utf-8"))
SENTENCES = yaml.safe_load((GOLDEN / "actor.yaml").read_text(encoding="utf-8"))


def known(row: dict[str, Any]) -> KnownPlace:
    return KnownPlace(
        row["id"],
        row["name"],
        PlaceKind(row["kind"]),
        row["country"],
        *row["at"],
        row.get("radius_m", 1_500),
        row.get("source", "the case"),
        region=row.get("region"),
        names=tuple(row.get("names", ())),
        population=row.get("people", 0),
    )


def namings(text: str, names: Sequence[str]) -> list[Naming]:
    at = [(name, text.index(name)) for name in names]
    return [Naming(name, "r", name, text[:start], text[start + len(name) :]) for name, start in at]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_place_is_put_where_the_report_has_it(case: dict[str, Any]) -> None:
    places = Places(*(known(row) for row in (*case["places"], *case.get("more", ()))))
    placed = locate(namings(case["text"], case["names"]), knowledge=Knowledge(gazetteer=places))
    for name, wanted in case["put"].items():
        location = placed[name].location
        assert (location and location.place.id) == (wanted and wanted["id"]), placed[name].answer.because
        if location:
            found = {
                "id": location.place.id,
                "geo_precision": location.geo_precision,
                "where_prec": location.where_prec,
                "radius_m": location.place.radius_m,
            }
            assert found | wanted == found
    for name, number in case.get("options", {}).items():
        assert len(placed[name].options) == number


@pytest.mark.parametrize(
    ("sentence", "is_actor"),
    [(words, sort == "actor") for sort, rows in SENTENCES.items() for words in rows],
)
def test_actor_is_told_from_its_place(sentence: str, is_actor: bool) -> None:
    before, _, rest = sentence.partition("[")
    _, _, after = rest.partition("]")
    assert is_actor_like(before, after) is is_actor
