from itertools import permutations

from sayso.model.claim import Claim
from sayso.model.knowledge import Entry, EntryType, Knowledge
from sayso.model.place import UNCHECKED
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.resolve import resolve
from sayso.resolve.demonym import is_demonym
from sayso.resolve.tests.build import claim, read, report


def told(text: str, words: str, source: str, outlet: str) -> tuple[Report, Reading]:
    where = report(text, outlet=outlet)
    return read(where, claim(where, words, by=[source]))


READINGS = [
    told("Spokesman Ansel Fennar said the fort fell.", "the fort fell", "Spokesman Ansel Fennar", "A Gazette"),
    told("Fennar said the road was lost.", "the road was lost", "Fennar", "B Herald"),
    told("The spokesman Ansel Fanar said: nobody came.", "nobody came", "The spokesman Ansel Fanar", "C Post"),
    told("The army said it stood. The army of Zarland left.", "it stood", "The army", "D Wire"),
]


def speakers(readings: list[tuple[Report, Reading]]) -> dict[str, str | None]:
    resolutions = resolve(readings, knowledge=Knowledge())
    claims: list[Claim] = [each for resolution in resolutions for each in resolution.claims]
    return {each.id: each.chain[0].source.entity for each in claims}


def test_spellings_and_family_name_are_one_entity_across_reports() -> None:
    entities = list(speakers(READINGS[:3]).values())
    assert len(set(entities)) == 1
    assert entities[0] is not None


def test_order_of_reports_changes_nothing() -> None:
    expected = speakers(READINGS)
    for order in permutations(READINGS):
        assert speakers(list(order)) == expected


def test_family_name_that_two_bear_joins_neither() -> None:
    readings = [
        told("Minister Ida Korr said yes.", "yes", "Minister Ida Korr", "A Gazette"),
        told("Colonel Jon Korr said no.", "no", "Colonel Jon Korr", "B Herald"),
        told("Korr said nothing new.", "nothing new", "Korr", "C Post"),
    ]
    assert len(set(speakers(readings).values())) == 3


def test_people_are_matched_to_their_nation() -> None:
    assert is_demonym("Velian", "Velia")
    assert is_demonym("Egyptian", "Egypt")
    assert is_demonym("Turkish", "Turkey")
    assert not is_demonym("Malian", "Malawi")


def test_knowledge_gives_its_identifier_to_what_it_knows() -> None:
    known = Entry("fennar", EntryType.PERSON, ("Ansel Fennar",), UNCHECKED)
    (resolution,) = resolve(READINGS[:1], knowledge=Knowledge({known.id: known}))
    assert resolution.claims[0].chain[0].source.entity == known.id
