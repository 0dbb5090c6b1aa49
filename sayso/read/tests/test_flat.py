"""Attributions of the ruled corpus, put as PolNeAR's guidelines have them."""

from dataclasses import replace

import numpy as np

from sayso.read.attribution import FoundAttribution
from sayso.read.flat import flatten, take_relatives
from sayso.read.network import CueAnswer
from sayso.read.words import Words, split_words


def attribution(words: Words, source: str, cue: str, *contents: str) -> FoundAttribution:
    """An attribution by its words, each of which stands once in the text."""
    places = [find(words, each) for each in contents]
    at = find(words, cue)
    return FoundAttribution(at[0], 0.9, (find(words, source),), at, tuple(places), None, "asserted", False)


def find(words: Words, said: str) -> tuple[int, int]:
    start = words.text.index(said)
    inside = [n for n, (a, b) in enumerate(words.spans.tolist()) if start <= a and b <= start + len(said)]
    return inside[0], inside[-1] + 1


def contents(found: FoundAttribution, words: Words) -> list[str]:
    return [words.text[words.spans[a, 0] : words.spans[b - 1, 1]] for a, b in found.content]


def test_content_begins_behind_its_cue_and_has_no_holes() -> None:
    words = split_words("Mesh said that guards fled, for all he knew, and the town burned.")
    (found,) = flatten([attribution(words, "Mesh", "said", "guards fled", "the town burned")], words)
    assert contents(found, words) == ["that guards fled, for all he knew, and the town burned"]


def test_speech_that_goes_on_is_taken_by_sentences() -> None:
    words = split_words("Mesh said the guards fled. By noon the town burned, it seems. Rain fell.")
    (found,) = flatten([attribution(words, "Mesh", "said", "the guards fled", "the town burned")], words)
    assert contents(found, words) == ["the guards fled", "By noon the town burned, it seems."]


def test_a_quotation_is_taken_to_its_end() -> None:
    words = split_words("“The guards fled. Nobody paid them,” Mesh said.")
    (found,) = flatten([attribution(words, "Mesh", "said", "The guards fled")], words)
    assert contents(found, words) == ["“The guards fled. Nobody paid them,”"]


def test_nothing_is_nested() -> None:
    words = split_words("Mesh said that Orla thinks the guards fled.")
    outer = attribution(words, "Mesh", "said", "Orla thinks the guards fled")
    inner = attribution(words, "Orla", "thinks", "the guards fled")
    assert [words.strings[each.word] for each in flatten([outer, inner], words)] == ["said"]


def test_a_relative_pronoun_is_a_source_where_nobody_else_is() -> None:
    words = split_words("The agency, which reported that guards fled, is closed.")
    found = replace(attribution(words, "which", "reported", "that guards fled"), source=())
    which = find(words, "which")
    answer = CueAnswer(found.word, 0.9, {"source": (which,)}, {}, np.zeros(7, np.float32), np.zeros(3, np.float32))
    assert take_relatives([found], [answer], words)[0].source == (which,)
    assert take_relatives([attribution(words, "The agency", "reported", "fled")], [answer], words)[0].source != (which,)
