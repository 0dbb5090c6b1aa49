"""Pretence: what somebody wants others to believe ("circulated photos to make people think that …").

The words behind such a phrase are the claim of whoever shows or spreads the thing; that they deceive is the writer's
judgement. The network has seen too few of them, and the forms are a closed set, so they are read by rule.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.attribution import FoundAttribution
from sayso.read.labelling import Run
from sayso.read.words import Words

_AUDIENCE = (
    r"(?:the |their |our |its )?(?:public|people|world|readers|viewers|audience|population|media|others|everyone|us)"
)
_PRETENCE = re.compile(
    r"\b(?P<cue>(?:(?:in order |so as )?to (?:delude|deceive|mislead|fool|trick|persuade|convince|make|let)"
    rf" {_AUDIENCE}(?: (?:believe|think|into (?:believing|thinking)))?"
    rf"|so (?:that )?{_AUDIENCE} (?:would |will |might )?(?:believe|think)))"
    r" that (?P<content>[^.;?!\n]+)",
    re.IGNORECASE,
)
_HAS = ("has", "have", "had", "is", "are", "was", "were")
_SPREAD = ("circulated", "published", "posted", "shared", "released", "spread", "showed", "broadcast", "aired", "shows")
_SHOWS = frozenset((*_HAS, *_SPREAD))
_OPENERS = frozenset(("but", "and", "meanwhile", "however", ","))


def add_pretences(attributions: Sequence[FoundAttribution], words: Words) -> tuple[FoundAttribution, ...]:
    """The attributions, and one for each pretence; contents that ran on into a pretence end before it.

    Misses pretences without "that", and sources that do not open their sentence: accepted.
    """
    pretences = [p for p in _find_pretences(words) if p.source]
    kept = [
        _end_before(a, pretences)
        for a in attributions
        if not any(_is_within(a.word, p.cue) for p in pretences if p.cue)
    ]
    return tuple(sorted((*(a for a in kept if a.content), *pretences), key=lambda a: a.word))


def _find_pretences(words: Words) -> Iterator[FoundAttribution]:
    for match in _PRETENCE.finditer(words.text):
        cue, content = _run(words, *match.span("cue")), _run(words, *match.span("content"))
        source = _subject(words, cue[0])
        yield FoundAttribution(
            word=cue[0],
            score=1.0,
            source=(source,) if source else (),
            cue=cue,
            content=(content,),
            channel=None,
            stance="asserted",
            is_understood=False,
            is_pretence=True,
        )


def _subject(words: Words, at: int) -> Run | None:
    """Who opens the sentence, up to the verb that shows or spreads; None if there is no such verb."""
    start, _ = words.sentence_at(at)
    while start < at and words.lower[start] in _OPENERS:
        start += 1
    verb = next((i for i in range(start + 1, at) if words.lower[i] in _SHOWS), None)
    return (start, verb) if verb else None


def _end_before(attribution: FoundAttribution, pretences: Sequence[FoundAttribution]) -> FoundAttribution:
    for pretence in pretences:
        at = pretence.word
        if attribution.holds(at):
            cut = tuple((start, min(end, at)) for start, end in attribution.content if start < at)
            attribution = replace(attribution, content=cut)
    return attribution


def _run(words: Words, start: int, end: int) -> Run:
    first = bisect_right(words.spans[:, 1].tolist(), start)
    return first, bisect_left(words.spans[:, 0].tolist(), end)


def _is_within(word: int, run: Run) -> bool:
    return run[0] <= word < run[1]
