"""Flat: attributions put as PolNeAR's guidelines have them. Chosen on its dev part.

An attribution is as sure as its cue and its words; where one's cue stands in another, the surer stands; sources are the
words that the network took, a relative pronoun alone too ("the agency, which reported").

For weights that never learnt these guidelines: nothing is nested, and contents are whole: from the cue on ("that"
belongs to them), without holes, sentences in which speech goes on and quotations to their ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from sayso.read.attribution import REACH, FoundAttribution, choose_attributions, outer_of
from sayso.read.labelling import Run, join_touching
from sayso.read.nearby import nearby
from sayso.read.network import CueAnswer
from sayso.read.sureness import chance_of_words
from sayso.read.words import Words

_RELATIVE = frozenset(("which", "that"))
_NEAR = 3  # words between a cue and the content that begins with it ("said on Friday that")


def choose_flat(answers: Sequence[CueAnswer], words: Words, *, threshold: float) -> tuple[FoundAttribution, ...]:
    """The attributions that are likely enough, their words and all, by weights that learnt these guidelines."""
    by_cue = {answer.word: answer for answer in answers}
    likely = choose_attributions(answers, words, threshold=threshold)
    weighed = (_weigh(each, by_cue[each.word]) for each in likely)
    sure = [each for each in weighed if each.score >= threshold]
    return tuple(each for each in sure if not any(_gives_way(each, other) for other in nearby(sure, each.word, REACH)))


def _weigh(found: FoundAttribution, answer: CueAnswer) -> FoundAttribution:
    """An attribution with the source as the network took it, as sure as its cue and the mean of its words."""
    source = join_touching(tuple(answer.speech.get("source", ())))
    parts = [("source", run) for run in source] + [("content", run) for run in found.content]
    words = np.concatenate([chance_of_words(answer, role, run) for role, run in parts])
    return replace(found, source=source, score=found.score * float(words.mean()))


def _gives_way(found: FoundAttribution, other: FoundAttribution) -> bool:
    """Does the cue begin in the content of a surer one, or share words with its cue?"""
    if other.score <= found.score or other.cue is None or found.cue is None:
        return False
    return other.holds(found.word) or (other.cue[0] < found.cue[1] and found.cue[0] < other.cue[1])


def flatten(found: Sequence[FoundAttribution], words: Words) -> tuple[FoundAttribution, ...]:
    """The outermost attributions, with their contents made whole."""
    outermost = (each for each in found if outer_of(each, found) is None)
    return tuple(replace(each, content=_make_whole(each, words)) for each in outermost)


def take_relatives(
    found: Iterable[FoundAttribution], answers: Iterable[CueAnswer], words: Words
) -> tuple[FoundAttribution, ...]:
    """The attributions; where no speaker was left, the relative pronoun that the network took for one is it."""
    said = {answer.word: answer.speech.get("source", ()) for answer in answers}
    relatives = {
        word: tuple(run for run in runs if run[1] - run[0] == 1 and words.lower[run[0]] in _RELATIVE)
        for word, runs in said.items()
    }
    return tuple(each if each.source else replace(each, source=relatives.get(each.word, ())) for each in found)


def _make_whole(attribution: FoundAttribution, words: Words) -> tuple[Run, ...]:
    cue = attribution.cue or (attribution.word, attribution.word)
    taken = {place for run in (*attribution.source, cue) for place in range(*run)}
    content = [place for run in attribution.content for place in range(*run) if place not in taken]
    whole = set(content)
    for _, places in groupby(content, key=lambda place: words.breaks[place].tolist()):
        whole |= _fill(list(places), cue, words)
    return tuple(_runs_of((whole | _quoted_with(whole, words)) - taken))


def _fill(places: Sequence[int], cue: Run, words: Words) -> set[int]:
    """The content in one sentence without holes: from the cue on, up to it, or all of a sentence without the cue."""
    start, end = words.sentence_at(places[0])
    if not start <= cue[0] < end:
        return set(range(start, end))
    before, behind = [p for p in places if p < cue[0]], [p for p in places if p >= cue[1]]
    filled = set(range(start, before[-1] + 1)) if before else set()
    if behind:
        begin = cue[1] if behind[0] - cue[1] <= _NEAR else behind[0]
        filled |= set(range(begin, behind[-1] + 1))
    return filled


def _quoted_with(content: Iterable[int], words: Words) -> set[int]:
    """The words of the quotations that the content has words of."""
    found: set[int] = set()
    for place in content:
        if words.looks[place, 2] and place not in found:
            found |= {*_go_on(place, -1, words), *_go_on(place, 1, words)}
    return found


def _go_on(place: int, step: int, words: Words) -> Iterator[int]:
    paragraph = words.breaks[place, 0]
    while 0 <= place < len(words) and words.looks[place, 2] and words.breaks[place, 0] == paragraph:
        yield place
        place += step


def _runs_of(places: Iterable[int]) -> Iterator[Run]:
    row = sorted(places)
    for _, run in groupby(enumerate(row), key=lambda pair: pair[1] - pair[0]):
        held = [place for _, place in run]
        yield held[0], held[-1] + 1
