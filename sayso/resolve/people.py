"""People: where a text names or describes somebody, whether or not he speaks there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.resolve.capitals import is_acronym, is_body, strip_titles
from sayso.resolve.layout import Layout
from sayso.resolve.wording import GROUP_HEADS, OUTLET_HEADS, PERSON_NOUNS, PLACE_HEADS, PRONOUNS, words_of

_SEVERAL = re.compile(r".*(?:[^s]s|men|women|people)|one|two|three|some|none|both|others?|another|head|children")
_NOUNS = sorted((word for word in PERSON_NOUNS if not _SEVERAL.fullmatch(word)), key=len, reverse=True)
_DESCRIBED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[A-Z][\w\-]+['’]s) (?:[\w\-’']+ ){0,3}?"
    rf"(?:{'|'.join(map(re.escape, _NOUNS))})\b(?: (?:of|for|in|at|from) (?:the |a )?[\w\-]+(?: [A-Z][\w\-]+)*)?"
)
# What may stand before the subject: "But", "20:47", "At the cemetery", "On Friday".
_LEAD = re.compile(
    r"(?:[\d:.\[\]()|–—-]+ *)*(?:(?:But|And|Yet|Then|Meanwhile|However),? |(?:[Aa]t|[Oo]n|[Ii]n) [^,.;]{3,40} )?$"
)


def find_people(layout: Layout, names: Sequence[tuple[int, int, str]]) -> tuple[tuple[int, str, bool], ...]:
    """Place and words of each person named in full or described by a noun, and whether a sentence begins with it."""
    found = dict([*_described(layout.text), *_named(names)])
    return tuple((start, words, _begins(layout, start)) for start, words in sorted(found.items()))


def _described(text: str) -> Iterator[tuple[int, str]]:
    for match in _DESCRIBED.finditer(text):
        if not re.match(r" [A-Z]", text[match.end() : match.end() + 2]):  # "the commander Ida Korr" has a name
            yield match.start(), match.group()


def _named(names: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    for start, _, name in names:
        words = words_of(name)
        plain = " " in name and not is_body(name) and not is_acronym(name) and strip_titles(name) == name
        if plain and not {words[0], words[-1]} & (PLACE_HEADS | OUTLET_HEADS | GROUP_HEADS | PRONOUNS):
            yield start, name


def _begins(layout: Layout, at: int) -> bool:
    start, _ = layout.sentence(at)
    lead = layout.text[start:at]
    return len(lead) < 60 and bool(_LEAD.fullmatch(re.sub(r"(?:\b[A-Z]\w+\.? )+$", "", lead)))
