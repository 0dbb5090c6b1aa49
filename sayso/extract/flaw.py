"""What is wrong with a text: a sentence that breaks off, a body that goes on elsewhere. Said, never mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.clean import Kept
from sayso.model.report import Flaw, FlawKind
from sayso.model.values.span import Span

#: Words that no English, French or Spanish sentence ends with: something has to follow.
_FUNCTION_WORDS = (
    "a an the this these those and or but nor that which who whom whose where when while because although if as than "
    "of to from for with by at into onto upon between among against during without within toward towards "
    "is are was were be has have had will would could should may might must very more most its their his our my your "
    "le la les un une des du de et ou que qui dans avec pour par sur el los las una y o en con por para"
)
_OPEN_WORDS = frozenset(_FUNCTION_WORDS.split())
_LAST_WORD = re.compile(r"(\w+)[\s,\-–—]*$")
_OPEN_END = re.compile(r"[\w,\-–—]$")  # an emoji or a bracket ends a message as a full stop does
_CONTINUES = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\(?continued\)?|>>|»)\s*$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(]*[^\W\d_a-z])")
_CONTINUED_ELSEWHERE = frozenset({"read more", "continued"})
_MANY_WORDS = 12  # a shorter open line is a heading, an entry of a list, a message


def find_flaws(text: str, kept: Sequence[Kept], headings: Sequence[Span], following: Sequence[str]) -> tuple[Flaw, ...]:
    """Sentences that break off, and whether the body goes on elsewhere.

    `following` has the kinds of the furniture below the body. Truncated is a paragraph that is no heading and ends
    open: with a word or a mark that something has to follow, or, in a text whose other paragraphs end
    properly, a long one without any end mark. The next line going on in lower case makes it whole.
    Misses a sentence that happens to be complete where it was cut.
    """
    named = {(heading.start, heading.end) for heading in headings}
    body = [one for one in kept if (one.start, one.end) not in named]
    flaws = [Flaw(FlawKind.TRUNCATED, _last_sentence(text, one)) for one in _truncated(body)]
    if cut := _cut_short(text, body, following):
        flaws.append(cut)
    return tuple(flaws)


def _truncated(body: Sequence[Kept]) -> Iterator[Kept]:
    long = [one for one in body if one.paragraph.words >= _MANY_WORDS]
    proper = sum(1 for one in long if not _OPEN_END.search(one.paragraph.text))
    is_proper = len(long) > 2 and proper * 5 >= len(long) * 4
    for place, one in enumerate(body):
        goes_on = place + 1 < len(body) and body[place + 1].paragraph.text[0].islower()
        if goes_on or not _OPEN_END.search(one.paragraph.text):
            continue
        if _is_unfinished(one) or (
            is_proper and place > 0 and one.paragraph.words >= _MANY_WORDS and not one.paragraph.text.isupper()
        ):
            yield one


def _is_unfinished(one: Kept) -> bool:
    """Whether the last word or mark asks for more: "had requested that", "of the army and,"."""
    text, words = one.paragraph.text, one.paragraph.words
    word = _LAST_WORD.search(text)
    if words >= 4 and word and word.group(1) in _OPEN_WORDS:
        return True
    return words >= 8 and bool(re.search(r"\w[,\-]$", text))


def _last_sentence(text: str, one: Kept) -> Span:
    starts = [match.end() for match in _SENTENCE_START.finditer(text, one.start, one.end)]
    return Span.of(text, starts[-1] if starts else one.start, one.end)


def _cut_short(text: str, body: Sequence[Kept], following: Sequence[str]) -> Flaw | None:
    if not body:
        return None
    last = body[-1]
    is_continued = bool(following) and following[0] in _CONTINUED_ELSEWHERE
    if is_continued or (last.paragraph.words >= 5 and _CONTINUES.search(last.paragraph.text)):
        return Flaw(FlawKind.CUT_SHORT, _last_sentence(text, last))
    return None
