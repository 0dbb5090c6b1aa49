"""Mentioned: whom and what a text names or describes before a place, whether or not they speak there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.entity import EntityKind
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.heard import Heard
from sayso.resolve.layout import Layout, is_quoted
from sayso.resolve.party import resolve_party, resolve_person
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.unnamed import keep_words
from sayso.resolve.wording import DOCUMENT_NOUNS, GROUP_HEADS, IMAGE_NOUNS, MEMBERS, PERSON_NOUNS, PRONOUNS

_ASKS = re.compile(r"(?:,[^,.]{1,60},)?(?: had| has)? (?:asked|told|tells|tell|asks) (?:him|her|them)\b")
_PREPOSITION = re.compile(
    r"\b(?:of|in|at|from|near|to|for|with|by|against|on|under|into|between|behind|over|about|through|towards?)\s+"
    r"(?:the )?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\W_]*(?:(?:but|and|yet|then|meanwhile|however|the|an?)\b[\W_]*)*$", re.IGNORECASE)
_WHO = re.compile(r",? (?:who|whose)\b|, \d\d,")
_CUT = 80  # characters before a mention that are looked at


class How(StrEnum):
    """How somebody stands in a text: speaking, or named in passing."""

    SPEAKS = "speaks"
    QUOTED = "quoted"  # speaks, in what somebody else says
    STANDS_IN = "stands in"  # speaks, by a pronoun
    INTRODUCED = "introduced"  # a name with its office
    DESCRIBED = "described"  # a person, or the subject of a sentence
    NAMED = "named"  # a bare name
    SEVERAL = "several"  # people in the plural
    THING = "thing"  # a body, a paper, images


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody or something at a place of the text; `factors` are what speaks for or against it, seen from anywhere."""

    at: int
    end: int
    referent: Referent
    how: How
    factors: tuple[str, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it speaks there itself."""
        return self.how in (How.SPEAKS, How.QUOTED, How.STANDS_IN)


_SEVERAL_NOUNS = sorted(
    (word for word in PERSON_NOUNS | MEMBERS if len(word) > 3 and re.search(r"(?:s|men|women|people|police)$", word)),
    key=len,
    reverse=True,
)
_SEVERAL = re.compile(
    r"\b(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ss]everal|[Ss]ome"
    r"|[Mm]any|[Bb]oth|[Oo]ther|\d+|[A-Z][\w\-]+['’]s) (?:(?!to|of|in|and|that|who)[\w\-]+ ){0,2}?)?"
    rf"(?:{'|'.join(map(re.escape, _SEVERAL_NOUNS))})\b"
)
_THING_NOUNS = sorted(DOCUMENT_NOUNS | IMAGE_NOUNS | (GROUP_HEADS - MEMBERS), key=len, reverse=True)
_THING = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z][\w\-]+['’]s) (?:[\w\-’']+ ){0,3}?"
    rf"(?:{'|'.join(map(re.escape, _THING_NOUNS))})\b"
    r"(?: (?:of|for|in|at|from) (?:the |a )?[A-Z][\w\-]+(?: [A-Z][\w\-]+)*)?"
)


def find_mentioned(roster: Roster) -> tuple[Mentioned, ...]:
    """Whom and what a text names, in order, one at each place: the fullest reading of it.

    Words in apposition to a name are the name's. Misses people described by a noun that the lists do not have:
    accepted.
    """
    found: dict[int, Mentioned] = {}
    ends = {end for _, end, _ in roster.names}
    for at, words, how in _find_words(roster):
        # "Sten Orrin, the Front's leader, said": he is Orrin.
        apposed = how is not How.NAMED and at - 2 in ends and roster.text[at - 2 : at] == ", "
        if at not in found and not apposed:
            referent = refer(words, roster=roster, at=at, how=how)
            found[at] = _mention(at, at + len(words), referent, how, roster.layout)
    return tuple(found[at] for at in sorted(found))


def recall(heard: Heard, *, layout: Layout) -> Mentioned:
    """A speaker as one of those mentioned."""
    how = How.STANDS_IN if heard.words.casefold() in PRONOUNS else How.QUOTED if heard.inner else How.SPEAKS
    return _mention(heard.at, heard.end, heard.referent, how, layout)


def _mention(at: int, end: int, referent: Referent, how: How, layout: Layout) -> Mentioned:
    quoted = ["in a quotation"] if is_quoted(layout.text, layout, at) else []
    factors = (how.value, *_kind_factors(referent), *_place_factors(at, end, layout), *quoted)
    return Mentioned(at, end, referent, how, factors)


def refer(words: str, *, roster: Roster, at: int, how: How = How.DESCRIBED) -> Referent:
    """What words stand for by themselves."""
    if how is How.INTRODUCED:
        return resolve_person(Description(words, Sort.PERSON, name=words), roster=roster, at=at)
    first = words.split(",")[0]
    # "Ida Korr, of the institute in Orrin, doubts it": she, not the institute.
    described = describe(first if roster.is_person(first) else words)
    return resolve_party(described, roster=roster, at=at) or keep_words(described)


def _find_words(roster: Roster) -> Iterator[tuple[int, str, How]]:
    yield from ((each.at, each.name, How.INTRODUCED) for each in roster.introductions)
    yield from ((at, words, How.DESCRIBED) for at, words, _ in roster.people)
    yield from ((at, words, How.DESCRIBED) for at, words in roster.subjects)
    yield from ((at, name, How.NAMED) for at, end, name in roster.names if end - at == len(name))
    yield from ((match.start(), match.group(), How.SEVERAL) for match in _SEVERAL.finditer(roster.text))
    yield from ((match.start(), match.group(), How.THING) for match in _THING.finditer(roster.text))


def _kind_factors(referent: Referent) -> list[str]:
    return [
        name
        for name, holds in (
            ("by name", referent.named),
            ("of unknown kind", referent.kind is EntityKind.UNKNOWN),
            ("party", referent.kind is EntityKind.GROUP),
            ("plural", referent.plural),
        )
        if holds
    ]


def _place_factors(at: int, end: int, layout: Layout) -> list[str]:
    text, (start, _) = layout.text, layout.sentence(at)
    before = text[max(start, at - _CUT) : at]
    begins = at - start < _CUT and bool(_LEAD.fullmatch(before))
    return [
        name
        for name, holds in (
            ("begins its sentence", begins),
            ("behind a preposition", not begins and bool(_PREPOSITION.search(before))),
            ("owns what follows", text[end : end + 2] in ("'s", "’s")),
            ("asks the one meant", bool(_ASKS.match(text, end))),
            ("told of further", bool(_WHO.match(text, end))),
        )
        if holds
    ]
