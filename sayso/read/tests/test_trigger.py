"""Plain forms are asked about, wherever they stand. The sentences are invented."""

import pytest

from sayso.read.trigger import find_cues, find_triggers
from sayso.read.words import split_words


def triggers(text):
    words = split_words(text)
    return {(words.lower[at], type_) for at, type_ in find_triggers(words)}


def cues(text):
    words = split_words(text)
    return {words.lower[at] for at in find_cues(words)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Guard wrestled full control over Sarn.", ("wrestled", "seize")),
        ("They took control of the pass at noon.", ("took", "seize")),
        ("The general presented two air bases to his friends.", ("presented", "hand_over")),
        ("After giving the Westmark the base of Sarn, he left.", ("giving", "hand_over")),
        ("He turned the airfield of Sarn into a Westmark base.", ("turned", "hand_over")),
        ("They asked the envoys to establish a permanent base there.", ("establish", "deploy")),
        ("Sarn is a gathering point, no more.", ("gathering", "mobilize")),
        ("The air strikes to be executed soon will fall on the north.", ("air", "strike")),
    ],
)
def test_a_plain_form_is_a_trigger(text, found):
    assert found in triggers(text)


@pytest.mark.parametrize(
    "text",
    [
        "She gave the children bread.",
        "The committee has control of the budget.",
        "He turned the page into a letter.",
        "After years of strikes the miners went home.",
        "The report presented figures on trade.",
    ],
)
def test_everyday_words_are_no_triggers(text):
    assert triggers(text) == set()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("A ministry report also revealed the presence of 14 jets.", "revealed"),
        ("The clerk told him that the shed was burning.", "told"),
        ("Harb had previously asked the Westmarkers to set up a camp.", "asked"),
    ],
)
def test_a_plain_form_is_a_cue(text, cue):
    assert cue in cues(text)


def test_asking_a_question_is_no_demand():
    assert cues("He had asked who was there.") == set()
