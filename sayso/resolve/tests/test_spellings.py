"""A name finds all those of a text that it may be a spelling of, without being compared with each."""

from random import Random

import pytest

from sayso.resolve.name import compare_names, is_same_token, parse_name
from sayso.resolve.name.sound import hear_alike
from sayso.resolve.roster import _is_short_of, call_roll
from sayso.resolve.spellings import Spellings
from sayso.resolve.tests.test_scale import invent_names

SPELLINGS = (
    "Khalifa Haftar", "Khalifa Hafter", "Haftar", "Colonel Haftar", "Abu Zayd", "Abuzayd", "Mohamed Sowan",
    "Muhammad Sawan", "Sowane", "Al-Jufra", "Jufrah", "Ida K", "Ida Korr", "I Korr", "Korr", "Northern Front",
    "Front", "The Front of Sel", "Radio Sel", "Sel", "Unit 9", "Unit 90", "القذافي", "Gaddafi", "Qadhafi",
)  # fmt: skip


def mix(seed: int) -> list[str]:
    names = [*SPELLINGS, *invent_names(60)]
    Random(seed).shuffle(names)  # noqa: S311 - no secret
    return names


@pytest.mark.parametrize("seed", range(3))
def test_no_name_that_could_fit_is_missed(seed: int) -> None:
    names = mix(seed)
    laid = Spellings(enumerate(names))
    for name in names:
        tokens = parse_name(name).tokens
        near, ending, beginning = set(laid.find_alike(name)), set(laid.find_ending(name)), laid.find_beginning(tokens)
        for other in names:
            assert other in near or not compare_names(name, other).score
            assert other in near or not compare_names(other, name).score
            assert other in ending or not _is_short_of(name, other)
            assert (other in beginning) == is_same_token(tokens[0], parse_name(other).tokens[0])


def test_few_of_many_names_are_compared() -> None:
    names = invent_names(400)
    laid = Spellings(enumerate(names))
    assert sum(len(list(laid.find_ending(name))) for name in names) < 10 * len(names)


def test_what_is_less_alike_than_asked_is_never_said_to_be_enough() -> None:
    words = [token for name in mix(0) for token in parse_name(name).tokens]
    for one in words:
        for other in words:
            whole = hear_alike(one, other)
            for least in (0.5, 0.86, 0.92):
                found = hear_alike(one, other, least=least)
                assert found == whole if whole >= least else found < least


def test_the_fullest_form_is_the_last_one_named_before() -> None:
    text = "Ida Korr spoke. Jon Korr left. Korr said no. General Ida Maria Korr came."
    roster = call_roll(text)
    assert roster.fuller("Korr", at=text.index("Korr said")) == "Jon Korr"
    assert roster.fuller("Korr", at=0) == "Ida Korr"
    assert roster.fuller("Korr", at=len(text)) == "Ida Maria Korr"
    assert roster.fuller("Vail") == "Vail"
