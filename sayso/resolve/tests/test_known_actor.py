"""What knowledge makes of the names in reports: invented reports; GNA and Russia are real."""

import pytest

from sayso.model.claim import Claim
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry
from sayso.model.place import UNCHECKED
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve import resolve
from sayso.resolve.tests.build import claim, read, report

T = EntryType


def entry(key: str, type_: EntryType, *names: str, **more: object) -> Entry:
    return Entry(key, type_, names, UNCHECKED, **more)  # type: ignore[arg-type]


def tie(of: str) -> Affiliation:
    return Affiliation(identify_entry(of), "knowledge entry", role="spokesman")


ENTRIES = (
    entry("russia", T.STATE, "Russia", country="RU", capital=("Moscow",), people=("Russian", "Russians")),
    entry("libya", T.STATE, "Libya", country="LY", people=("Libyan",)),
    entry("ghana", T.STATE, "Ghana", country="GH", capital=("Accra",)),
    entry("libya-gna", T.POLITICAL_BODY, "Government of National Accord", "GNA", country="LY"),
    entry("ghana-news-agency", T.OUTLET, "Ghana News Agency", "GNA", country="GH"),
    entry("ansel-dray", T.PERSON, "Ansel Dray", country="LY", affiliations=(tie("libya-gna"),)),
)
KNOWLEDGE = Knowledge({each.id: each for each in ENTRIES})


def told(
    text: str, words: str, source: str, outlet: str, day: str = "2031-05-12", **roles: str
) -> tuple[Report, Reading]:
    where = report(text, outlet=outlet, published=day)
    return read(where, claim(where, words, by=[source], **roles))


def run(*readings: tuple[Report, Reading]) -> tuple[Resolution, ...]:
    return resolve(readings, knowledge=KNOWLEDGE)


def entity(resolution: Resolution, id_: str | None) -> Entity:
    return {each.id: each for each in resolution.entities}[id_ or ""]


def speaker(resolution: Resolution) -> Entity:
    first: Claim = resolution.claims[0]
    return entity(resolution, first.chain[0].source.entity)


def test_one_name_is_two_actors_in_reports_of_two_countries() -> None:
    one, two = run(
        told("In Libya the GNA said the fort fell.", "the fort fell", "the GNA", "A Gazette"),
        told("In Ghana the GNA said the road was lost.", "the road was lost", "the GNA", "B Herald"),
    )
    assert speaker(one).known == (identify_entry("libya-gna"),)
    assert speaker(two).known == (identify_entry("ghana-news-agency"),)
    assert speaker(two).kind is EntityKind.OUTLET


def test_name_that_two_bear_stays_as_its_words_where_nothing_tells() -> None:
    (one,) = run(told("The GNA said the fort fell.", "the fort fell", "The GNA", "A Gazette"))
    assert (speaker(one).known, speaker(one).source) == ((), "text")


def test_capital_that_speaks_is_the_government_and_the_city_is_a_place() -> None:
    text = "Moscow said soldiers had been seen in Moscow."
    (one,) = run(told(text, "soldiers had been seen in Moscow", "Moscow", "A Gazette", place="Moscow", type_="present"))
    assert speaker(one).known == (identify_entry("russia"),)
    assert speaker(one).name == "Russia"
    (place,) = [f.mention for f in one.claims[0].roles]
    assert entity(one, place.entity).kind is EntityKind.PLACE


def test_state_its_people_and_its_capital_are_one() -> None:
    found = run(
        told("Moscow said the fort fell.", "the fort fell", "Moscow", "A Gazette"),
        told("Russia said the road was lost.", "the road was lost", "Russia", "B Herald"),
        told("Russian forces said nobody came.", "nobody came", "Russian forces", "C Post"),
    )
    assert {speaker(each).id for each in found} == {identify_entry("russia")}


def test_what_the_text_states_comes_before_what_is_known() -> None:
    text = "In Libya the Hill Front's spokesman, Ansel Dray, said the fort fell."
    (one,) = run(told(text, "the fort fell", "the Hill Front's spokesman, Ansel Dray", "A Gazette"))
    dray = speaker(one)
    assert dray.known == (identify_entry("ansel-dray"),)
    assert [tie.role for tie in dray.affiliations] == ["spokesman", "spokesman"]
    assert entity(one, dray.affiliations[0].of).name == "Hill Front"
    assert dray.affiliations[1].of == identify_entry("libya-gna")


def test_person_speaks_for_whom_each_text_says_at_its_time() -> None:
    early = told(
        "The Front's spokesman, Ida Tann, said yes.", "yes", "The Front's spokesman, Ida Tann", "A", "2014-05-01"
    )
    late = told(
        "The Hill Council's spokesman, Ida Tann, said no.",
        "no",
        "The Hill Council's spokesman, Ida Tann",
        "B",
        "2020-05-01",
    )
    one, _ = run(early, late)
    assert [(each.start, each.end) for each in speaker(one).affiliations] == [
        (None, "2020-05-01"),
        ("2020-05-01", None),
    ]


@pytest.mark.parametrize("name", ["Ж", "አማራ", "X" * 5_000, "Abd-al-" * 300 + "Korr", "\u202eKorr", "O'"])
def test_odd_names_are_somebody_and_never_fail(name: str) -> None:
    (one,) = run(told(f"Colonel {name} said the fort fell.", "the fort fell", f"Colonel {name}", "A Gazette"))
    assert one.claims[0].chain[0].source.text.startswith("Colonel")
