import pytest

from sayso.resolve.tests.build import claim, report, resolve_one


def name_of(text: str, words: str, role: str = "actor", *, by: str | None = None, type_: str = "seize") -> str | None:
    where = report(text)
    one = claim(where, text.rstrip("."), by=[by] if by else (), type_=type_, **{role: words})
    mention = resolve_one(where, one).claims[0].roles[0].mention
    return mention.name if mention.entity else None


def test_gunmen_of_a_party_are_that_party() -> None:
    assert name_of("Gunmen of the Hill Front took the post.", "Gunmen of the Hill Front") == "Hill Front"


def test_possessive_is_no_part_of_a_name() -> None:
    assert name_of("They took the Hill Front's guns.", "the Hill Front's", "recipient") == "Hill Front"


@pytest.mark.parametrize(
    "words",
    ["Gunmen", "Separatist fighters", "Sea drones", "Fire brigades", "Drivers on the far bank", "Guards at Lowen"],
)
def test_capital_of_a_sentence_makes_no_name(words: str) -> None:
    assert name_of(f"{words} left the post.", words) is None


def test_men_from_a_town_are_not_the_town() -> None:
    text = "The armed tribal men from Wedd left the post. Rain fell in Wedd."
    assert name_of(text, "The armed tribal men from Wedd") is None


def test_country_does_not_become_the_name_of_what_stands_in_it() -> None:
    text = "Fighters stormed a prison in eastern Morvia."
    assert name_of(text, "a prison in eastern Morvia", "object") != "Morvia prison"


def test_particle_is_no_part_of_a_place() -> None:
    text = "Will the Front hand Tel Orem over? Tel Orem air base is large."
    assert name_of(text, "Tel Orem over", "object", type_="hand_over") == "Tel Orem base"


def test_our_hands_are_those_of_the_legion_whose_commander_speaks() -> None:
    text = (
        "The Upland Legion denied that the army had taken the fort. “The fort is in our hands,” its commander, "
        "Ilo Sandt, said on Tuesday."
    )
    where = report(text)
    one = claim(where, "The fort is in our hands", by=["its commander, Ilo Sandt"], type_="hold", actor="our")
    assert resolve_one(where, one).claims[0].roles[0].mention.name == "Upland Legion"


def test_a_number_that_opens_a_sentence_is_no_name() -> None:
    assert name_of("Twelve fighters died near Marl. Fifty fled.", "Twelve fighters", "recipient", type_="kill") is None


def test_sons_of_a_place_bear_a_name() -> None:
    assert name_of("The Sons of Wedd took the post.", "The Sons of Wedd") == "Sons of Wedd"
