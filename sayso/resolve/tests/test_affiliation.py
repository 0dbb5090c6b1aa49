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


def test_he_who_speaks_for_a_body_is_of_it() -> None:
    said = ("“The port is ours,” says Captain Ida Korr, who speaks for the Harbour Committee.", {"port": "Ida Korr"})
    assert bodies_of("Ida Korr", said) == {"Harbour Committee"}


def test_captain_of_a_body_is_of_it() -> None:
    said = ("Captain Ida Korr of the Harbour Committee denied it.", {"denied it": "Captain Ida Korr"})
    assert bodies_of("Ida Korr", said) == {"Harbour Committee"}


def test_portfolio_of_a_minister_is_not_whom_he_speaks_for() -> None:
    said = ("Morvia has let the pier, its minister of the sea, Jon Vail, said.", {"let the pier": "Jon Vail"})
    assert bodies_of("Jon Vail", said) == {"Morvia"}


def test_police_chief_of_a_town_is_of_its_police_and_not_of_its_radio() -> None:
    text = "The police chief of Sel, Jon Vail, said no. Radio Sel was silent."
    assert bodies_of("Jon Vail", (text, {"said no": "Jon Vail"})) == {"Sel's police"}


def test_guard_of_the_sea_is_an_organ_of_its_state() -> None:
    text = "Zarune denied it. “We saw the flame,” the commander of its coast guard, Jon Vail, said."
    assert bodies_of("Jon Vail", (text, {"We saw the flame": "Jon Vail"})) == {"Zarune's coast guard"}


def test_secretary_of_a_body_is_of_it() -> None:
    said = ("Ida Korr, the secretary of the Hill Assembly, denied it.", {"denied it": "Ida Korr"})
    assert bodies_of("Ida Korr", said) == {"Hill Assembly"}


def test_body_called_by_its_noun_alone_is_one_with_its_full_name() -> None:
    full = ("Captain Ida Korr of the Committee of Harbour Workers denied it.", {"denied it": "Captain Ida Korr"})
    short = ("Captain Ida Korr of the Committee said no.", {"said no": "Captain Ida Korr"})
    assert bodies_of("Ida Korr", full, short) == {"Committee of Harbour Workers"}
