"""Words of a text as spans: without the signs at their edges, and out of places that carry no claim."""

import re
from collections.abc import Iterable, Sequence

from sayso.model.report import FlawKind, Report
from sayso.model.values.span import Span
from sayso.read.labelling import Run
from sayso.read.words import Words

_OPENERS, _CLOSERS = "“‘«(\"'", "”’»)\"'"
_LOOSE = ",;:—–-"
_ENDS = ".!?…"
# A content that the network ends too late or begins too early: "handing over the base confirms", "of tribal allies"
_SMALL = ("that", "of", "and", "or", "but", "because")
_HANGING_START = frozenset(_SMALL)
_HANGING_END = frozenset((*_SMALL, "in", "on", "at", "by", "with", "as", "who", "which", "the", "a", "an", "confirms"))
_PARTNER = {"”": "“", "’": "‘", "»": "«", ")": "(", '"': '"', "'": "'"}


def span_of(words: Words, run: Run) -> Span:
    """A run of words as they stand in the whole text, from the first to the last."""
    start, end = int(words.spans[run[0], 0]), int(words.spans[run[1] - 1, 1])
    return Span(words.offset + start, words.offset + end, words.text[start:end])


def spans_of(words: Words, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Runs of words as spans in order, without signs at their edges; runs of nothing but signs are left out."""
    bare = (strip_signs(words, run) for run in sorted(runs))
    return tuple(span_of(words, run) for run in bare if run is not None)


def strip_signs(words: Words, run: Run) -> Run | None:
    """A run without commas, full stops, hanging words and quotation marks around it; a mark with its partner inside
    stays ('a signal to Sirte “north of the base”'). None if nothing is left.
    """
    start, end = run
    while start < end and _is_loose_start(words, start, end):
        start += 1
    while start < end and _is_loose_end(words, start, end):
        end -= 1
    return (start, end) if start < end else None


def _is_loose_start(words: Words, start: int, end: int) -> bool:
    word = words.strings[start]
    if word in _LOOSE or word in _ENDS or word in _CLOSERS[:3] or words.lower[start] in _HANGING_START:
        return True
    if word not in _OPENERS:
        return False
    closers = [c for c, o in _PARTNER.items() if o == word]
    inside = words.strings[start + 1 : end]
    closed_at = next((i for i, w in enumerate(inside) if w in closers), None)
    return closed_at is None or all(not w[0].isalnum() for w in inside[closed_at:])


def _is_loose_end(words: Words, start: int, end: int) -> bool:
    word = words.strings[end - 1]
    if word in _LOOSE or word in _ENDS or word in _OPENERS[:3] or words.lower[end - 1] in _HANGING_END:
        return True
    return word in _CLOSERS and _PARTNER[word] not in words.strings[start : end - 1]


def silent_words(report: Report, words: Words) -> frozenset[int]:
    """Words that carry no claim: headings, and sentences that break off."""
    spans = [*report.headings, *(f.span for f in report.flaws if f.kind is FlawKind.TRUNCATED and f.span)]
    silent = {i for span in spans for i in _words_at(words, span)}
    return frozenset(silent.union(*(range(*run) for run in _broken_sentences(words))))


def _words_at(words: Words, span: Span) -> Iterable[int]:
    start, end = span.start - words.offset, span.end - words.offset
    inside = (words.spans[:, 0] < end) & (words.spans[:, 1] > start)
    return (int(i) for i in inside.nonzero()[0])


_LEFT_HANGING = re.compile(
    r"that|to|the|a|an|of|and|or|but|in|on|at|by|for|from|with|as|which|who|when|while|because|if"
)


def _broken_sentences(words: Words) -> Iterable[Run]:
    """Sentences at a paragraph's end that stop on a word that must go on ('He had previously asked that')."""
    for last in range(len(words)):
        ends = last + 1 == len(words) or words.breaks[last + 1, 0] > words.breaks[last, 0]
        if ends and _LEFT_HANGING.fullmatch(words.lower[last]):
            yield words.sentence_at(last)
