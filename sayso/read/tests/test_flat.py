"""Attributions of the ruled corpus, put as PolNeAR's guidelines have them."""

from dataclasses import replace

import numpy as np

from sayso.read.attribution import FoundAttribution
from sayso.read.flat import choose_flat, flatten, take_relatives
from sayso.read.labels import SPEECH, label_count
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


REACH = 20


def answer(words: Words, source: str, cue: str, content: str, *, score: float, chance: float = 1.0) -> CueAnswer:
    """What the network says of a cue, each word of source and content as likely as told."""
    speech = {"source": (find(words, source),), "cue": (find(words, cue),), "content": (find(words, content),)}
    at = speech["cue"][0][0]
    chances = np.full((2 * REACH + 1, label_count(SPEECH)), 1e-6, np.float32)
    for place, role in enumerate(SPEECH):
        (start, end), begin = speech[role][0], 1 + 2 * place
        chances[start - at + REACH, begin] = chance
        chances[start + 1 - at + REACH : end - at + REACH, begin + 1] = chance
    nothing = np.zeros(7, np.float32)
    runs = {role: tuple(some) for role, some in speech.items()}
    return CueAnswer(at, score, runs, {}, nothing, nothing, speech_scores=np.log(chances))


def cues(words: Words, *answers: CueAnswer) -> list[str]:
    in_order = sorted(answers, key=lambda each: each.word)
    return [words.strings[each.word] for each in choose_flat(in_order, words, threshold=0.5)]


def test_an_attribution_is_as_sure_as_its_words() -> None:
    words = split_words("Mesh said the guards fled.")
    assert cues(words, answer(words, "Mesh", "said", "the guards fled", score=0.8)) == ["said"]
    assert cues(words, answer(words, "Mesh", "said", "the guards fled", score=0.8, chance=0.5)) == []


def test_where_a_cue_stands_in_another_content_the_surer_stands() -> None:
    words = split_words("Mesh said that Orla thinks the guards fled.")
    outer = answer(words, "Mesh", "said", "that Orla thinks the guards fled", score=0.9)
    inner = answer(words, "Orla", "thinks", "the guards fled", score=0.7)
    assert cues(words, outer, inner) == ["said"]
    assert cues(words, replace(outer, score=0.7), replace(inner, score=0.9)) == ["said", "thinks"]


def test_of_two_readings_of_one_cue_the_surer_stands() -> None:
    words = split_words("Mesh has called for an end.")
    whole = answer(words, "Mesh", "has called for", "an end", score=0.9)
    short = answer(words, "Mesh", "called for", "an end", score=0.6)
    assert cues(words, whole, short) == ["has"]
