"""Agreement of two readers of the same texts, each of whom did not see the other's work.

Cohen's kappa (Cohen 1960) says how much more they agree than by chance: 1 is always, 0 as often as by chance. It is
asked three times: whether a sentence holds a claim at all, and of the claims that both found, which type and which
stance they have. F1 of spans says how well they agree on the words. Every figure comes with the number of items
behind it; one without items is None, never 0.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.draft import Place
from sayso.model.pairing import pair_claims

_Count = Callable[[Sequence[Place], Sequence[Place]], int]

#: An end of a sentence, with marks that close it; abbreviations with one letter or a title do not end one.
_END = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bCol)[.!?؟。]+[\"”’'»)\]]*(?=\s)|\n+")


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement beyond chance over `items` items; `observed` is the share of them on which both said the same.

    `value` is None where there are no items, and where both said one and the same of every item: chance alone would
    agree as well, so that nothing can be said beyond it.
    """

    value: float | None
    observed: float | None
    items: int


@dataclass(frozen=True, slots=True)
class SpanF1:
    """F1 of words: of all words of claims by either, those that have a counterpart with the other, each once."""

    value: float | None
    both: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree: on sentences, on types and stances of claims that both found, and on words.

    `exact` asks for the very same words, `overlap` for words in common.
    """

    sentences: Kappa
    types: Kappa
    stances: Kappa
    exact: SpanF1
    overlap: SpanF1


@dataclass(frozen=True, slots=True)
class Twice:
    """One text with the claims of two readers."""

    text: str
    first: Sequence[Claim]
    second: Sequence[Claim]


def measure_agreement(texts: Iterable[Twice]) -> Agreement:
    """How far two readers agree on texts that both read, all of them taken together."""
    every = list(texts)
    pairs = [pair for each in every for pair in pair_claims(each.first, each.second).both]
    return Agreement(
        sentences=cohen_kappa([pair for each in every for pair in _judge_sentences(each)]),
        types=cohen_kappa([(str(one.type), str(other.type)) for one, other in pairs]),
        stances=cohen_kappa([(str(one.stance), str(other.stance)) for one, other in pairs]),
        exact=_score_spans(every, _count_exact),
        overlap=_score_spans(every, _count_overlapping),
    )


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> Kappa:
    """Kappa of two readers from what each said of every item: (observed - chance) / (1 - chance)."""
    items = len(pairs)
    if not items:
        return Kappa(None, None, 0)
    observed = sum(one == other for one, other in pairs) / items
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[label] * second[label] for label in first) / items**2
    return Kappa((observed - chance) / (1 - chance) if chance < 1 else None, observed, items)


def list_sentences(text: str) -> tuple[Place, ...]:
    """Where the sentences of a text stand, white space around them aside; a line always ends one."""
    ends = [match.end() for match in _END.finditer(text)]
    bounds = zip([0, *ends], [*ends, len(text)], strict=True)
    return tuple(place for start, end in bounds if (place := _trim(text, start, end)))


def _judge_sentences(twice: Twice) -> list[tuple[str, str]]:
    """What both say of every sentence: that words of a claim stand in it, or none."""
    return [(_judge(place, twice.first), _judge(place, twice.second)) for place in list_sentences(twice.text)]


def _judge(place: Place, claims: Iterable[Claim]) -> str:
    spans = (span for claim in claims for span in claim.evidence.spans)
    return "claim" if any(span.start < place[1] and place[0] < span.end for span in spans) else "none"


def _score_spans(texts: Iterable[Twice], count: _Count) -> SpanF1:
    both, first, second = 0, 0, 0
    for each in texts:
        mine, theirs = _places(each.first), _places(each.second)
        both, first, second = both + count(mine, theirs), first + len(mine), second + len(theirs)
    return SpanF1(2 * both / (first + second) if first + second else None, both, first, second)


def _places(claims: Iterable[Claim]) -> list[Place]:
    """All places of words of claims; two claims in the same words have them twice."""
    return sorted((span.start, span.end) for claim in claims for span in claim.evidence.spans)


def _count_exact(mine: Sequence[Place], theirs: Sequence[Place]) -> int:
    return sum((Counter(mine) & Counter(theirs)).values())


def _count_overlapping(mine: Sequence[Place], theirs: Sequence[Place]) -> int:
    """How many places have a counterpart that shares characters, each once, those that share most first."""
    shared = sorted(
        (-_shared(one, other), i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if _shared(one, other)
    )
    left, right = set[int](), set[int]()
    for _, i, j in shared:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def _shared(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _trim(text: str, start: int, end: int) -> Place | None:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return (begin, begin + len(words.strip())) if words.strip() else None
