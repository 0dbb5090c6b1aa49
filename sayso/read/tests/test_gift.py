"""Who gets it and what is given are two. The sentences are invented."""

import pytest

from sayso.read.gift import split_gift, turn_to_receivers
from sayso.read.words import split_words


def roles_of(text, *objects, recipient=None, type_="hand_over"):
    words = split_words(text)

    def run(phrase):
        wanted = phrase.split()
        at = next(i for i in range(len(words)) if words.strings[i : i + len(wanted)] == wanted)
        return at, at + len(wanted)

    given = {"object": tuple(map(run, objects))} | ({"recipient": (run(recipient),)} if recipient else {})
    found = split_gift(type_, given, words)
    return {role: [" ".join(words.strings[slice(*r)]) for r in runs] for role, runs in found.items()}


def test_the_first_name_gets_the_second_thing():
    assert roles_of("After giving the Westmark the base of Sarn, he left", "the Westmark the base of Sarn") == {
        "object": ["the base of Sarn"],
        "recipient": ["the Westmark"],
    }


def test_with_a_recipient_elsewhere_the_first_name_gives():
    text = "handing Harb the base of Sarn to the envoys"
    assert roles_of(text, "Harb the base of Sarn", recipient="the envoys") == {
        "object": ["the base of Sarn"],
        "recipient": ["the envoys"],
        "actor": ["Harb"],
    }


@pytest.mark.parametrize("phrase", ["the base of the envoys", "air bases", "the old base"])
def test_one_thing_stays_one(phrase):
    assert roles_of(f"He gave {phrase} away", phrase) == {"object": [phrase]}


def test_other_claims_are_left_alone():
    assert roles_of("They struck Sarn the port", "Sarn the port", type_="strike") == {"object": ["Sarn the port"]}


def receivers(text, act, *, type_="hand_over", **phrases):
    words = split_words(text)

    def run(phrase):
        wanted = phrase.split()
        at = next(i for i in range(len(words)) if words.strings[i : i + len(wanted)] == wanted)
        return at, at + len(wanted)

    given = {role: (run(phrase),) for role, phrase in phrases.items()}
    found = turn_to_receivers(type_, given, words.strings.index(act), words)
    return {role: [" ".join(words.strings[slice(*r)]) for r in runs] for role, runs in found.items()}


def test_whom_a_thing_is_handed_to_does_not_hand_it_over():
    text = "Sarn was handed over to the Westmark without a fight"
    assert receivers(text, "handed", object="Sarn", actor="the Westmark") == {
        "object": ["Sarn"],
        "recipient": ["the Westmark"],
    }


def test_whom_a_thing_is_handed_to_is_not_handed_over():
    text = "Will the Westmark hand Sarn over to Vesk"
    assert receivers(text, "hand", actor="the Westmark", object="Vesk") == {
        "actor": ["the Westmark"],
        "recipient": ["Vesk"],
    }


def test_who_hands_over_before_the_act_stays():
    assert receivers("To the Westmark Sarn was handed by Vesk", "handed", object="Sarn", actor="Vesk") == {
        "object": ["Sarn"],
        "actor": ["Vesk"],
    }


def test_who_is_struck_gets_nothing():
    assert receivers("They laid siege to Sarn", "laid", type_="besiege", object="Sarn") == {"object": ["Sarn"]}
