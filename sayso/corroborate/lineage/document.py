"""Document: a text of a third that a report prints word for word, as a communiqué.

It stands in a quotation of some length, or in the paragraphs after a colon, and the words around call it one.
Misses a document that is neither quoted nor set out: accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FEWEST_WORDS = 12  # of a quotation that is a document
_KINDS = (
    r"(?:communiqu[ée]|(?:press |joint |written )?(?:statement|declaration)|press release|proclamation|decree|"
    r"open letter|letter|message|manifesto|bulletin|leaflet|order|resolution|text of the agreement)"
)
_KIND = re.compile(rf"\b{_KINDS}\b", re.I)
_ISSUED_BY = re.compile(
    rf"\b{_KINDS}\s+(?:(?:issued|released|published|signed|made public)\s+)?(?:of|by|from)\s+"
    r"((?:the )?[^\s,.:;\"“]+(?: [^\s,.:;\"“]+){0,5}?)"
    r"(?=[,.:;\"“]|\s+(?:on|reads?|said|says|in|was|is|follows?)\b|$)",
    re.I,
)
_ISSUER_SAYS = re.compile(
    r"^\W*((?:The |An? )?[^\s,.:;\"“]+(?: [^\s,.:;\"“]+){0,5}?)\s+(?:has |have |had )?"
    r"(?:said|says|announced|declared|issued|released|published|wrote|sent|put out)\b"
)
_OPENING, _CLOSING = '“"„«', '”"“»'


@dataclass(frozen=True, slots=True)
class Document:
    """A text that a report prints: its stretch, who issued it as the report has it, and the words that say so."""

    start: int
    end: int
    issuer: str
    words: str


def find_documents(text: str) -> tuple[Document, ...]:
    """The documents that a report prints word for word, in their order."""
    return tuple(
        Document(start, end, _read_issuer(intro), intro)
        for start, end, intro in (*_quoted(text), *_set_out(text))
        if _KIND.search(intro)
    )


def _quoted(text: str) -> Iterator[tuple[int, int, str]]:
    """Quotations of some length, over paragraphs if need be, with the words that stand before and after them."""
    for start, end in _join_quotes(text):
        if len(text[start:end].split()) >= _FEWEST_WORDS:
            yield start, end, _words_around(text, start, end)


def _join_quotes(text: str) -> list[tuple[int, int]]:
    """Stretches in quotation marks. One that a paragraph leaves open goes on if the next opens with a mark."""
    found: list[tuple[int, int]] = []
    goes_on = False
    for match in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in re.finditer(r"[“”\"„«»]", match.group()):
            at = match.start() + mark.start()
            if opened is None and mark.group() in _OPENING:
                opened = at
            elif opened is not None and mark.group() in _CLOSING:
                _add_quote(found, opened, at + 1, joined=goes_on)
                opened, goes_on = None, False
        if opened is not None:
            _add_quote(found, opened, match.end(), joined=goes_on)
            goes_on = True
    return found


def _add_quote(found: list[tuple[int, int]], start: int, end: int, *, joined: bool) -> None:
    if joined and found:
        found[-1] = (found[-1][0], end)
    else:
        found.append((start, end))


def _words_around(text: str, start: int, end: int) -> str:
    """What stands before a quotation in its paragraph (the one before if it opens its own), then what follows it."""
    before = text[:start].rstrip()
    line = before[before.rfind("\n") + 1 :]
    sentence = re.split(r"(?<=[.!?])\s+", line)[-1]
    after = re.split(r"(?<=[.!?])\s|\n", text[end:].lstrip(" ,"), maxsplit=1)[0] if text[end : end + 1] != "\n" else ""
    return " ".join(part for part in (sentence.strip(), after.strip()) if part)


def _set_out(text: str) -> Iterator[tuple[int, int, str]]:
    """The paragraphs after a line that ends in a colon, without quotation marks of their own."""
    for match in re.finditer(r"^([^\n]*:)[ ]*\n+(?=[^\s“\"„«])", text, re.M):
        yield match.end(), len(text), re.split(r"(?<=[.!?])\s+", match[1])[-1]


def _read_issuer(intro: str) -> str:
    """Whose document it is, as the words around it have it; those words' own noun where they do not say."""
    match = _ISSUED_BY.search(intro) or _ISSUER_SAYS.search(intro)
    noun = _KIND.search(intro)
    return match[1].strip() if match else (noun.group() if noun else intro)
