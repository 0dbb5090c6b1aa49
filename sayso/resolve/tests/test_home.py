import pytest

from sayso.model.knowledge import Knowledge
from sayso.resolve import resolve
from sayso.resolve.home import find_home, know_nations, read_outlet
from sayso.resolve.tests.build import claim, read, report


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("Zarune Public Radio", "Zarune"),
        ("Velian News Service", "Velia"),
        ("National Radio of the Coral Republic", "Coral Republic"),
        ("The Lowen Gazette", None),
        (None, None),
    ],
)
def test_outlet_called_after_a_country_is_at_home_there(outlet: str | None, home: str | None) -> None:
    assert find_home(read_outlet(outlet, {"Velia", "Lowen"}), know_nations({"Zarune"})) == home


def test_bare_organs_of_outlets_of_two_countries_are_of_two_states() -> None:
    text = "The army said it stood. Velia and Zarune signed at Port Sel on Monday."
    readings = []
    for outlet in ("Velian News Service", "National Radio of Zarune"):
        where = report(text, outlet=outlet)
        readings.append(read(where, claim(where, "it stood", by=["The army"])))
    found = resolve(readings, knowledge=Knowledge())
    assert len({each.claims[0].chain[0].source.entity for each in found}) == 2
