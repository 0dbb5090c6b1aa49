from dataclasses import replace

import numpy as np
import pytest

from sayso.read.event import FoundClaim
from sayso.read.labels import UNDERSTOOD
from sayso.read.tests.build import answer, place
from sayso.read.understood import add_understood
from sayso.read.words import Words, split_words

WORDS = split_words("There were tanks on the road , Haddad said . “ And ” The bridge had been closed .")


def found(words: Words, trigger: str, content: str) -> FoundClaim:
    voice = np.zeros(3, dtype=np.float32)
    voice[UNDERSTOOD] = 0.9
    told = replace(answer(words, "destroy", trigger, content), voice=voice)
    at = place(words, content)
    return FoundClaim(place(words, trigger)[0], "destroy", "asserted", 0.9, (at,), {}, {}, {}, None, told)


def test_speech_that_goes_on_has_an_understood_speaker() -> None:
    claims, (made,) = add_understood([found(WORDS, "closed", "The bridge had been closed")], WORDS)
    assert claims[0].said_in is made
    assert made.is_understood


@pytest.mark.parametrize("signs", ["“ And ”", "”", "."])
def test_words_that_say_nothing_are_nobodys_speech(signs: str) -> None:
    """Once the reader failed on a whole report for an attribution whose content was a quotation mark."""
    claims, made = add_understood([found(WORDS, "closed", signs)], WORDS)
    assert claims[0].said_in is None
    assert made == ()
