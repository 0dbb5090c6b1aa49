from sayso.model.entity import Entity
from sayso.model.knowledge import Knowledge
from sayso.resolve import resolve
from sayso.resolve.tests.build import claim, read, report

Told = tuple[str, dict[str, str]]


def bodies_of(name: str, *reports: Told) -> set[str]:
    """The names of those for whom somebody speaks; each report by its text and its speakers by their words."""
    readings = []
    for number, (text, said) in enumerate(reports):
        where = report(text, outlet=f"Paper {number}")
        readings.append(read(where, *(claim(where, words, by=[by]) for words, by in said.items())))
    entities: dict[str, Entity] = {}
    for each in resolve(readings, knowledge=Knowledge()):
        entities |= {entity.id: entity for entity in each.entities}
    (who,) = (each for each in entities.values() if name in each.names)
    return {entities[tie.of].name for tie in who.affiliations}


RANK = (
    "The army denied it. Captain Ida Korr said the fort fell.",
    {"denied it": "The army", "the fort fell": "Captain Ida Korr"},
)


def test_rank_alone_is_of_the_only_army() -> None:
    assert bodies_of("Ida Korr", RANK) == {"army"}


def test_rank_counts_for_nothing_where_a_report_says_whose_it_is() -> None:
    said = ("The Hill Front's commander, Ida Korr, said the road was lost.", {"the road was lost": "Ida Korr"})
    assert bodies_of("Ida Korr", RANK, said) == {"Hill Front"}
