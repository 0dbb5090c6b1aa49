"""Outlet: the forms by which reports name an outlet, and whether two names are one."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.corroborate.lineage.calling import are_called_alike, call_outlet

_ARTICLE = re.compile(r"^the\s+", re.I)
_GENERIC_TAIL = re.compile(r"\s+(?:news agency|agency|service|online|network|website|newspaper)$", re.I)
# "Joint Monitoring Mission to Dravnia", "L'Etendard d'Azarem", "El Faro de Rosenda"
_OF_PLACE = re.compile(r"\s+(?:(?:to|of|in|for|de|di|do|da|du|des)\s+|d['’]).+$")
_FOREIGN_ARTICLE = re.compile(r"^(?:L['’]|(?:Le|La|Les|El|Los|Il|Der|Die|Das|Al|An)[ -])(?=[A-ZÀ-ÖØ-Þ])")
_FEWEST_INITIALS = 3


@lru_cache(maxsize=20_000)
def outlet_names(name: str) -> tuple[str, ...]:
    """The forms by which reports name an outlet, the full one first.

    In full, without "The", without "Agency" and the like, without the place that it is of where enough is left.
    """
    full = _ARTICLE.sub("", name.strip())
    short = _GENERIC_TAIL.sub("", full)
    head = _OF_PLACE.sub("", full)
    forms = [full, *([short] if len(short.split()) >= 2 else []), *_name_head(full, head)]
    return tuple(dict.fromkeys(forms))


def _name_head(full: str, head: str) -> list[str]:
    """What is left without the place: three words, or one with an article of its own, which may be put into English."""
    if head == full:
        return []
    article = _FOREIGN_ARTICLE.match(head)
    if article:
        return [head, f"The {head[article.end() :]}"]
    return [head] if len(head.split()) >= _FEWEST_INITIALS else []


@lru_cache(maxsize=200_000)
def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names stand for one outlet ("Signal Press" and "Signal Press Agency", "GNA" and its full name).

    Of names in different letters, whether they sound alike ("Al-Mizan" and الميزان).
    """
    if not left or not right:
        return False
    return (
        not fold_outlet(left).isdisjoint(fold_outlet(right))
        or _are_initials(left, right)
        or are_called_alike(left, right)
    )


def _are_initials(left: str, right: str) -> bool:
    short, long = sorted((left.strip(), right.strip()), key=len)
    return short.isupper() and len(short) >= _FEWEST_INITIALS and short == _read_initials(long)


@lru_cache(maxsize=20_000)
def _read_initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", _ARTICLE.sub("", name)) if word[:1].isupper())


@lru_cache(maxsize=20_000)
def fold_outlet(name: str) -> frozenset[str]:
    """The forms of a name without regard to capitals; names of one outlet share one."""
    return frozenset(form.casefold() for form in outlet_names(name))


def outlet_keys(name: str) -> frozenset[str]:
    """The forms of a name, and its initials: any two names that `same_outlet` takes for one share one of these."""
    initials = _read_initials(name.strip())
    short = {initials.casefold()} if len(initials) >= _FEWEST_INITIALS else frozenset[str]()
    return fold_outlet(name) | short | key_calling(name)


def key_calling(name: str) -> frozenset[str]:
    """The key of a name as it sounds, the same in all letters; empty where it has too few sounds."""
    called = call_outlet(name)
    return frozenset({f"~{' '.join(called)}"}) if called else frozenset()


@lru_cache(maxsize=20_000)
def match_outlet(name: str) -> re.Pattern[str]:
    """What finds an outlet's name in a text, in any of its forms."""
    forms = "|".join(re.escape(form) for form in outlet_names(name))
    return re.compile(rf"\b(?:{forms})\b")
