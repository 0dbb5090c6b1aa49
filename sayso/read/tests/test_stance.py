"""How a speaker knows."""

import pytest

from sayso.model.values.stance import Basis
from sayso.read.stance import find_basis, settle_stance
from sayso.read.tests.build import place
from sayso.read.words import split_words


@pytest.mark.parametrize(
    ("source", "cue", "basis"),
    [
        ("satellite images of 23 May", "show", Basis.IMAGES),
        ("A ministry report", "said", Basis.DOCUMENT),
        ("a witness", "said", Basis.SAW),
        ("A farmer", "watched", Basis.SAW),
        ("The mayor", "had been told", Basis.TOLD),
        ("The reporters", "said", Basis.UNSTATED),
        ("The general", "said", Basis.UNSTATED),
    ],
)
def test_basis_follows_the_words(source: str, cue: str, basis: Basis) -> None:
    assert find_basis(source, cue) is basis


def test_to_see_that_is_an_opinion() -> None:
    assert find_basis("The analyst", "saw", goes_on="that") is Basis.UNSTATED


def stance_of(text: str, trigger: str, *, said: str = "asserted") -> str:
    """How the first clause of a text is put, its trigger given."""
    words = split_words(text)
    word = words.lower.index(trigger)
    return settle_stance(said, "strike", ((0, len(words)),), word, words, is_own_voice=False)


def test_what_is_still_to_come_is_planned() -> None:
    assert stance_of("The strikes to be executed soon will hit the north", "strikes") == "planned"


def test_an_event_that_is_valued_is_judged() -> None:
    assert stance_of("Converting the port into a Westmark base is no surprise", "converting") == "judged"


def test_a_hedge_before_the_content_makes_it_possible() -> None:
    words = split_words("He said it is possible that Sarn is a gathering point")
    content = ((6, len(words)),)
    word = words.lower.index("gathering")
    assert settle_stance("asserted", "mobilize", content, word, words, is_own_voice=False) == "possible"


def test_a_plain_assertion_stays_one() -> None:
    assert stance_of("Strikes hit the north on Friday", "strikes") == "asserted"


def put(text: str, content: str, trigger: str) -> str:
    """How words of a text are put that the network takes for denied."""
    words = split_words(text)
    start, end = place(words, content)
    return settle_stance("denied", "kill", ((start, end),), words.lower.index(trigger), words, is_own_voice=False)


@pytest.mark.parametrize(
    ("text", "content", "trigger"),
    [
        ("The agency could not independently confirm the claim .", "the claim", "claim"),
        ("The monitors said they were unable to establish how many were killed .", "how many were killed", "killed"),
        (
            "Their account of the killing could not be verified .",
            "Their account of the killing could not be verified",
            "killing",
        ),
        ("The ministry gave no further details of casualties .", "no further details of casualties", "casualties"),
    ],
)
def test_who_cannot_confirm_denies_nothing(text: str, content: str, trigger: str) -> None:
    assert put(text, content, trigger) == "questioned"


@pytest.mark.parametrize(
    ("text", "content", "trigger"),
    [
        ("The army denied that anybody was killed .", "anybody was killed", "killed"),
        ("The army said no civilian was killed , which nobody could confirm .", "no civilian was killed", "killed"),
    ],
)
def test_a_plain_denial_stays_one(text: str, content: str, trigger: str) -> None:
    assert put(text, content, trigger) == "denied"
