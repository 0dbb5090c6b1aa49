"""Title: what reports say that a named speaker is ("the head of the civil defence, Mounir Dabbas").

A title names him when he speaks without his name ("the mediator"), and says for whom he speaks; the words are compared
with those who speak on the event, and settle nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

# Offices whose holder speaks for the body; a member, a resident or a relative speaks for himself.
_OFFICE = (
    r"(?:spokes(?:man|woman|person)|spokespeople|head|chief|commander|director|secretary|chair(?:man|woman|person)?|"
    r"president|leader|minister|governor|mayor|captain|colonel|major|general|lieutenant|sergeant|brigadier|admiral|"
    r"commodore|warden|manager|owner|founder|coordinator|representative|envoy|delegate|ambassador|consul|superintendent|"
    r"commissioner|prefect|administrator|mediator|negotiator|rector|dean|principal|prosecutor|bishop|imam|inspector|"
    r"registrar|master|skipper|officer|advis[eo]r|lawyer)"
)
_OFFICES = re.compile(rf"\b{_OFFICE}", re.I)
_OFFICE_CUT = re.compile(_OFFICE, re.I)  # "vice|president", where the words around a name begin in a word
_HAS_OFFICE = re.compile(rf"\b{_OFFICE}s?\b", re.I)
_PAST = re.compile(
    r"\b(?:former|ex|late|retired|then|brother|sister|son|daughter|wife|widow|niece|nephew|cousin)\b", re.I
)
_WORDS = r"[^\W\d_][\w’'&-]*(?: [\w’'&-]+){0,9}?"
_RANKS = r"(?:[A-Z][\w.-]+ ){0,3}"
_STOP = (
    r"(?=,|\.|;|:|\n|\"|”|$| (?:said|says|told|tells|who|has|had|was|is|added|announced|confirmed|denied|put|spoke|"
    r"[a-z]+ed)\b)"
)
_SAYING = (
    r"(?:said|says|told|added|announced|stressed|explained|noted|informed|stated|declared|confirmed|reported|promised|"
    r"warned|denied|recalled|pointed out)"
)
_REACH = 160  # characters around a name in which its title stands
_OF = re.compile(r"\b(?:of|for|at|with)\s+(?P<body>.+)$", re.I)
_OWNED = re.compile(r"^(?P<body>.+?)['’]s?\s", re.I)
_BEFORE = re.compile(rf"^(?:the |an? )?(?P<body>.+?)\s+{_OFFICE}$", re.I)


# Stands for the name, so that patterns are made once: a letter that no report uses.
_NAMED = "ꙮ"
# Titles: before the name with a comma, after it, around it ("Commander Orate of the coast guard"), and right before it.
_PATTERNS = (
    re.compile(rf"(?:^|[,.;:\n“\"] ?|\b(?:and|as|by|to|that|while|but) )(?P<title>{_WORDS}), {_RANKS}{_NAMED}\b"),
    re.compile(rf"\b{_NAMED}, (?P<title>{_WORDS}){_STOP}"),
    re.compile(rf"\b(?P<title>(?:{_OFFICE}) {_RANKS}{_NAMED} of {_WORDS}){_STOP}", re.I),
    re.compile(rf"(?:^|[,.;:\n“\"] ?|\b(?:[Tt]he|[Aa]n?) )(?P<title>{_WORDS} ?{_OFFICE}) {_RANKS}{_NAMED}\b"),
)


@lru_cache(maxsize=20_000)
def read_titles(text: str, name: str) -> tuple[str, ...]:
    """The titles that a text puts beside a name, in the order of the text; empty if it puts none."""
    found: dict[str, None] = {}
    start = text.find(name)
    while start >= 0:
        first, last = max(0, start - _REACH), start + len(name) + _REACH
        # Most names stand beside no office, and that is soon asked.
        patterns = _PATTERNS if _may_have_office(text, first, last) else ()
        around = text[first:last].replace(name, _NAMED)
        for match in (match for pattern in patterns for match in pattern.finditer(around)):
            title = " ".join(match["title"].replace(_NAMED, name).split())
            if _HAS_OFFICE.search(title) and not _PAST.search(title):
                found[title] = None
        start = text.find(name, start + len(name))
    return tuple(found)


def _may_have_office(text: str, first: int, last: int) -> bool:
    offices = _find_offices(text)
    return bisect_left(offices, first) < bisect_left(offices, last) or bool(_OFFICE_CUT.match(text, first))


@lru_cache(maxsize=2_000)
def _find_offices(text: str) -> tuple[int, ...]:
    """Where words begin in a text that begin as an office does."""
    return tuple(match.start() for match in _OFFICES.finditer(text))


@lru_cache(maxsize=20_000)
def is_quoted(text: str, name: str) -> bool:
    """Whether a text lets somebody speak by name ("said Colonel Ada Moor", "Ada Moor, the commander, stressed")."""
    if name not in text:
        return False
    spelled = re.escape(name)
    return bool(
        re.search(rf"\b{_SAYING} {_RANKS}{spelled}\b|\b{spelled}(?:, [^,.\n]{{1,80}},)? {_SAYING}\b|\b{spelled}:", text)
    )


def find_bodies(titles: Iterable[str]) -> tuple[str, ...]:
    """The bodies that titles are of: "the civil defence" for "the head of the civil defence"."""
    tried = ((pattern, title) for title in titles for pattern in (_OF, _OWNED, _BEFORE))
    found = (match["body"].strip() for pattern, title in tried if (match := pattern.search(title)))
    return tuple(dict.fromkeys(found))
