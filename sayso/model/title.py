"""Title: what an event is called by in one line, from the names that its claims give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.claim import Claim, Mention
from sayso.model.event import Event
from sayso.model.values.stance import Role

# Words that do not tell one place or party from another; "the base" alone is never a match for "the base of Sarn".
_ARTICLES = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "from", "near", "and", "al", "el", "s"]
)
_BASES = ["air", "airbase", "base", "airport", "airfield", "camp"]
_AREAS = ["area", "town", "city", "village", "region", "district", "province"]
_GENERIC = frozenset([*_ARTICLES, *_BASES, *_AREAS, "forces", "army"])
#: "Nobody fired at us": a title that says "by Nobody" would name a doer.
_NOBODY = frozenset((word,) for word in ("nobody", "no", "none", "neither", "nothing", "any", "anybody", "anyone"))
_LONG = 48  # characters of a name in a title; the words themselves stand in full below it


@dataclass(frozen=True, slots=True)
class Title:
    """The names of a title; None for what no claim names, and for what would be named twice."""

    what: str | None
    where: str | None
    whom: str | None
    who: str | None


def title_of(event: Event, claims: Sequence[Claim]) -> Title:
    """What, where, towards whom and by whom, as most of its claims name them."""
    same = [claim for claim in claims if claim.type is event.type] or claims
    where = event.place_names[0] if event.place_names else _name(claims, Role.PLACE, Role.DESTINATION, Role.ORIGIN)
    what = _name(same, Role.OBJECT)
    whom = _name(same, Role.RECIPIENT)
    who = _name(same, Role.ACTOR)
    return Title(
        what=what if what and not _is_same(what, where) else None,
        where=where,
        whom=whom if whom and not _is_same(whom, what) else None,
        who=who if who and not _is_same(who, what) else None,
    )


@lru_cache(maxsize=50_000)  # a search of a record asks of all its names, which come again and again
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: lower case, no accents, no articles, no generic heads."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    found = re.findall(r"[^\W_]+", plain.casefold())
    return tuple(word for word in found if word not in _GENERIC) or tuple(found)


def _name(claims: Iterable[Claim], *roles: Role) -> str | None:
    """The name in one of the roles that most claims give, the first of them where several do."""
    named = [mention for claim in claims if (mention := claim.role(*roles)) and _tells(mention)]
    if not named:
        return None
    names = [mention.name for mention in named]
    return _shorten(max(dict.fromkeys(names), key=names.count))


def is_nobody(name: str) -> bool:
    """Whether words say that there is nobody, or nobody in particular: "nobody", "no ship", "any guard"."""
    return telling_words(name)[:1] in _NOBODY


def _tells(mention: Mention) -> bool:
    """Whether the words are a number, or more than an article or a letter: "the" alone names nothing."""
    if is_nobody(mention.name):
        return False
    return mention.name.isdigit() or any(len(word) > 2 for word in telling_words(mention.name))


def _shorten(name: str) -> str:
    if len(name) <= _LONG:
        return name
    return name[:_LONG].rsplit(" ", 1)[0] + " …"


def _is_same(name: str, other: str | None) -> bool:
    return other is not None and telling_words(name) == telling_words(other)
