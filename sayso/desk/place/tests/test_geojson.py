"""GeoJSON: points only where a point is known; each account a feature of its own. All is made up."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from sayso.brief.holding import HoldingAccount
from sayso.desk.place.geojson import MapPlace, write_geojson
from sayso.model.holding import Holding, HoldingStatus
from sayso.model.place import UNCHECKED, KnownPlace, Location, PlaceKind
from sayso.model.values.point import distance_km


def located(kind: PlaceKind = PlaceKind.AIRFIELD, radius_m: int = 3000, source: str = "a gazetteer") -> Location:
    place = KnownPlace("made:up", "Tarsel", kind, "XX", 24.5, 17.25, radius_m, source)
    return Location(place, 1.0, 1, 1)


def account(holder: str, start: str, end: str | None = None, *, at_least: int | None = None) -> HoldingAccount:
    status = HoldingStatus.DISPUTED
    held = Holding(
        "e1", ("Tarsel",), holder, (holder,), start, end, status, "2017-06-10", ("v1",), 2, at_least=at_least
    )
    return HoldingAccount(held, (f"{holder} (for)",), ("somebody (against)",), ())


def write(*places: MapPlace) -> list[dict[str, Any]]:
    collection = write_geojson(places)
    assert collection["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = collection["features"]
    return features


def test_each_account_and_interval_is_a_feature_of_its_own() -> None:
    accounts = (account("army", "2016", "2017-06-03"), account("front", "2017-06-03"))
    army, front = write(MapPlace("e1", "Tarsel", located(), accounts, day="2017-06-05"))
    assert (army["properties"]["from"], army["properties"]["to"]) == ("2016", "2017-06-03")
    assert (army["properties"]["covers"], front["properties"]["covers"]) == ("no", "yes")
    assert army["id"] != front["id"]
    assert army["properties"].keys() >= {
        *("id", "holder", "account", "voices", "from", "to", "status", "precision_m"),
    }


def test_longitude_comes_first_and_precision_is_in_metres() -> None:
    (feature,) = write(MapPlace("e1", "Tarsel", located()))
    assert feature["geometry"] == {"type": "Point", "coordinates": [17.25, 24.5]}
    assert feature["properties"]["precision_m"] == 3000


def test_what_is_known_from_memory_alone_is_never_a_point() -> None:
    (feature,) = write(MapPlace("e1", "Tarsel", located(radius_m=25_000, source=UNCHECKED)))
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["position"] == "unchecked"


def test_a_region_is_an_area_as_wide_as_it_is_known_to_be() -> None:
    (feature,) = write(MapPlace("e1", "Tarsel", located(PlaceKind.REGION, 90_000)))
    (ring,) = feature["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    assert all(math.isclose(distance_km((24.5, 17.25), (y, x)), 90, rel_tol=0.02) for x, y in ring)
    turns = sum((bx - ax) * (by + ay) for (ax, ay), (bx, by) in pairwise(ring))
    assert turns < 0, "RFC 7946: the outer ring runs anticlockwise"


def test_what_was_not_found_has_no_geometry_and_stays_in_the_list() -> None:
    (feature,) = write(MapPlace("e1", "Tarsel", None, (account("army", "2016"),)))
    assert feature["geometry"] is None
    assert feature["properties"]["position"] == "none"
    assert feature["properties"]["holder"] == "army"


def test_a_withheld_voice_keeps_the_number_of_voices() -> None:
    (feature,) = write(MapPlace("e1", "Tarsel", located(), (account("army", "2016", at_least=1),)))
    assert feature["properties"]["voices"] is None


def test_a_circle_stays_on_the_globe() -> None:
    edge = KnownPlace("made:up", "Edge", PlaceKind.REGION, "XX", 89.9, 179.9, 80_000, "a gazetteer")
    (feature,) = write(MapPlace("e2", "Edge", Location(edge, 1.0, 3, 4)))
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in feature["geometry"]["coordinates"][0])


def test_holders_have_one_colour_each_over_all_places() -> None:
    first = MapPlace("e1", "Tarsel", located(), (account("army", "2016"),))
    second = MapPlace("e2", "Corvel", located(), (account("front", "2016"), account("army", "2017")))
    parties = [(each["properties"]["holder"], each["properties"]["party"]) for each in write(first, second)]
    assert parties == [("army", 0), ("front", 1), ("army", 0)]
