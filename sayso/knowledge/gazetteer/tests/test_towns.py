"""What the package with GeoNames' settlements holds, as far as a build relies on it."""

from itertools import islice

from sayso.knowledge.gazetteer import towns
from sayso.model.place import PlaceKind


def test_package_still_holds_settlements_as_they_are_read() -> None:
    for town in islice(towns._read_settlements(), 50):
        assert {"geonameid", "name", "countrycode", "admin1code", "latitude", "longitude", "population"} <= set(town)
        assert isinstance(town["alternatenames"], list)


def test_settlement_keeps_readable_names_and_its_region() -> None:
    row = {
        "geonameid": 1, "name": "Waddān", "countrycode": "LY", "admin1code": "64", "latitude": 29.16,
        "longitude": 16.14, "population": 10_000, "alternatenames": ["ودان", "wdan", "WDN", "Weddan", "ワッダン"],
    }  # fmt: skip
    place = towns._settlement(row, {"LY.64": "Al Jufrah"}, is_capital=False)
    assert place.names == ("ودان", "Weddan")
    assert (place.kind, place.region, place.radius_m) == (PlaceKind.SETTLEMENT, "Al Jufrah", 1_500)


def test_divisions_say_that_their_middle_is_derived() -> None:
    rows = towns._read_divisions()
    first = next(row for row in rows if row["level"] == "1")
    place = towns._division(first, ("Sh.",))
    assert place.kind is PlaceKind.REGION
    assert "middle and radius of its" in place.source
    assert place.names[-1] == "Sh."
