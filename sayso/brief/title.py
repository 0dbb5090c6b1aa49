"""Titles: a happening in one line of our own words, made only of what its claims name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.brief.subject import telling_words
from sayso.brief.wording import HAPPENED
from sayso.model.claim import Claim, Mention
from sayso.model.event import Event
from sayso.model.values.stance import ClaimType, Role

_TOWARD: dict[ClaimType, str] = {
    ClaimType.HAND_OVER: "to",
    ClaimType.SUPPLY: "to",
    ClaimType.REQUEST: "to",
    ClaimType.SUPPORT: "for",
    ClaimType.NEGOTIATE: "with",
    ClaimType.AGREE: "with",
    ClaimType.SEIZE: "from",
    ClaimType.STRIKE: "against",
    ClaimType.ATTACK: "against",
    ClaimType.THREATEN: "against",
    ClaimType.ACCUSE: "against",
    ClaimType.REFUSE: "towards",
}
_LONG = 48  # characters of a name in a title; the words themselves stand in full below it


def title_event(event: Event, claims: Sequence[Claim]) -> str:
    """`Taken: Tarsel air base, by The Karun Guard, 2024-05-11`; what no claim names is left out."""
    same = [claim for claim in claims if claim.type is event.type] or claims
    where = event.place_names[0] if event.place_names else _name(claims, Role.PLACE, Role.DESTINATION, Role.ORIGIN)
    what = _name(same, Role.OBJECT)
    whom = _name(same, Role.RECIPIENT)
    who = _name(same, Role.ACTOR)
    parts = [
        what if what and not _is_same(what, where) else None,
        where,
        _toward(event.type, whom) if whom and not _is_same(whom, what) else None,
        f"by {who}" if who and not _is_same(who, what) else None,
        event.when or "day not known",
    ]
    return f"{HAPPENED[event.type]}: {', '.join(part for part in parts if part)}"


def _name(claims: Iterable[Claim], *roles: Role) -> str | None:
    """The name in one of the roles that most claims give, the first of them where several do."""
    named = [mention for claim in claims if (mention := claim.role(*roles)) and _tells(mention)]
    if not named:
        return None
    names = [mention.name for mention in named]
    return _shorten(max(dict.fromkeys(names), key=names.count))


def _tells(mention: Mention) -> bool:
    """Whether the words are more than an article or a letter: "the" alone names nothing."""
    return any(len(word) > 2 for word in telling_words(mention.name))


def _shorten(name: str) -> str:
    if len(name) <= _LONG:
        return name
    return name[:_LONG].rsplit(" ", 1)[0] + " …"


def _toward(type_: ClaimType, whom: str) -> str:
    """Whoever is harmed stands without a word before them: `Killed: 12 soldiers`."""
    return f"{_TOWARD[type_]} {whom}" if type_ in _TOWARD else whom


def _is_same(name: str, other: str | None) -> bool:
    return other is not None and telling_words(name) == telling_words(other)
