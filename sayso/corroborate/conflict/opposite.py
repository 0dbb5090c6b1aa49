"""Opposite: assertions that cannot both be so, though neither denies the other: he left, and he is still there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.conflict.doer import read_parties
from sayso.corroborate.conflict.phrase import any_of
from sayso.corroborate.conflict.saying import Saying
from sayso.corroborate.side import Sides
from sayso.corroborate.wording import stems
from sayso.model.values.stance import ClaimType, Role

T = ClaimType
_ANY = frozenset(ClaimType) - {T.SILENCE, T.REQUEST}
_HARMED = (Role.RECIPIENT, Role.OBJECT)
_EVERY_ROLE = (Role.ACTOR, Role.RECIPIENT, Role.OBJECT)


@dataclass(frozen=True, slots=True)
class _Pole:
    """What an assertion must be to stand at one end: its type, its words (None: any), whom it is about."""

    types: frozenset[ClaimType]
    words: re.Pattern[str] | None = None
    about: tuple[Role, ...] = _EVERY_ROLE


@dataclass(frozen=True, slots=True)
class _Opposition:
    """Two poles at which nothing can stand at once; both must be about one party or thing where `is_of_one`."""

    because: str
    one: _Pole
    other: _Pole
    is_of_one: bool = True


_STILL = any_of(r"""
    still\b|remain\w*\b|stay\w*\b|never left\b
    |(?:at|in) (?:its|their|his|our|her) (?:posts?|positions?)\b
""")
_FREE = any_of(r"""
    still\b|free\b|safe\b|(?:at|in) (?:its|their|his|our|her) (?:posts?|positions?)\b|at large\b
    |escaped\b
""")
_ALIVE = any_of(r"""
    alive\b|living\b|survived\b|unhurt\b|unharmed\b|safe\b|in good health\b|well\b|recovering\b
    |telephoned\b|fine\b
""")
_REPELLED = any_of(r"""
    repel\w*\b|repuls\w+\b
    |(?:beat|beaten|drove|driven|threw|thrown|pushed|held) (?:them |it |\w+ )?(?:back|off)\b
    |thwart\w*\b|foil\w*\b
    |(?:attack|assault|attempt|attackers) (?:had |has |was |were )?(?:failed|fail|defeated)\b
""")
_WHOLE = any_of(r"""
    intact\b|undamaged\b|unscathed\b|still stand(?:s|ing)\b|stands\b|in use\b|in working order\b
    |passable\b
""")
_DECLARED = any_of(r"(?:declared|pronounced|reported|said to (?:be|have been)) (?:dead|killed)\b")
_REMOVED = any_of(r"removed\b|deposed\b|ousted\b|overthrown\b|toppled\b|dismissed\b|stepped down\b|resigned\b")
_IN_OFFICE = any_of(r"still\b|in office\b|I am your \w+\b|remain\w*\b|in charge\b|in command\b")
_CLOSED = any_of(r"closed\b|shut\b|sealed\b|blocked\b|cut off\b|impassable\b")
_OPEN = any_of(r"open\b|opened\b|reopened\b|passable\b|traffic\b")
_EMPTY = any_of(r"empty\b|deserted\b|abandoned\b|unmanned\b|nobody (?:there|inside|left)\b")
_CALM = any_of(r"calm\b|quiet\b|normal\b|peaceful\b|under control\b")
_CAPTIVE = any_of(r"""
    still (?:held|captive|in custody|in prison|in their hands)\b|in captivity\b
    |not (?:been )?released\b
""")

_OPPOSITIONS = (
    _Opposition(
        "one left, says one side; still there, the other",
        _Pole(frozenset({T.WITHDRAW}), about=(Role.ACTOR,)),
        _Pole(frozenset({T.PRESENT, T.HOLD, T.STATEMENT}), _STILL, (Role.ACTOR,)),
    ),
    _Opposition(
        "of their own will, says one side; held by force, the other",
        _Pole(frozenset({T.REFUSE})),
        _Pole(frozenset({T.DETAIN})),
        is_of_one=False,
    ),
    _Opposition(
        "taken away, says one side; at their posts, the other",
        _Pole(frozenset({T.DETAIN, T.DISPLACE}), about=_HARMED),
        _Pole(frozenset({T.PRESENT, T.HOLD, T.STATEMENT}), _FREE, (Role.ACTOR, Role.RECIPIENT)),
    ),
    _Opposition(
        "captured, says one side; gone, the other",
        _Pole(frozenset({T.DETAIN}), about=_HARMED),
        _Pole(frozenset({T.WITHDRAW}), about=(Role.ACTOR,)),
    ),
    _Opposition(
        "removed, says one side; still in office, the other",
        _Pole(_ANY, _REMOVED, _HARMED),
        _Pole(frozenset({T.PRESENT, T.HOLD, T.STATEMENT}), _IN_OFFICE, (Role.ACTOR,)),
    ),
    _Opposition(
        "freed, says one side; still held, the other",
        _Pole(frozenset({T.HAND_OVER, T.WITHDRAW}), about=(Role.OBJECT, Role.ACTOR)),
        _Pole(frozenset({T.DETAIN, T.PRESENT, T.HOLD, T.STATEMENT}), _CAPTIVE),
    ),
    _Opposition(
        "taken, says one side; beaten back, the other",
        _Pole(frozenset({T.SEIZE, T.HOLD, T.HAND_OVER, T.DEPLOY})),
        _Pole(frozenset({T.ATTACK, T.CLASH, T.SEIZE, T.HOLD, T.STATEMENT}), _REPELLED),
        is_of_one=False,
    ),
    _Opposition(
        "destroyed, says one side; whole, the other",
        _Pole(frozenset({T.DESTROY}), about=(Role.OBJECT,)),
        _Pole(_ANY - {T.DESTROY}, _WHOLE),
    ),
    _Opposition("closed, says one side; open, the other", _Pole(_ANY, _CLOSED), _Pole(_ANY, _OPEN)),
    _Opposition(
        "manned, says one side; empty, the other",
        _Pole(frozenset({T.PRESENT, T.DEPLOY, T.HOLD})),
        _Pole(frozenset({T.PRESENT, T.STATEMENT, T.HOLD}), _EMPTY),
        is_of_one=False,
    ),
    _Opposition(
        "fighting, says one side; calm, the other",
        _Pole(frozenset({T.CLASH, T.ATTACK, T.STRIKE})),
        _Pole(frozenset({T.STATEMENT, T.HOLD, T.PRESENT}), _CALM),
        is_of_one=False,
    ),
)

# "Only a gathering point", "not a staying point", "have only moved": something else in its place.
_INSTEAD = re.compile(
    r"\b(?:only|merely|just|simply|no more than|nothing but) (?:an? |moved|passing|gather|transit)"
    r"|\bnot an? \w+ (?:point|base)\b",
    re.I,
)
_ONLY = re.compile(r"\b(?:only|nothing but|exclusively|solely|no one but)\b", re.I)
_ALL_TIME = any_of(r"since\b|all (?:day|week|month|night)\b|never left\b|at the time\b|throughout\b")
_BLOW = frozenset({T.STRIKE, T.ATTACK, T.DESTROY, T.KILL, T.INJURE})
_HAPPENED = _BLOW | {T.SEIZE, T.DETAIN}
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing)\b|n['’]t\b", re.I)
_MOST = 0.6  # of the shorter one's words
_SURRENDER = frozenset({T.HAND_OVER, T.DETAIN, T.WITHDRAW, T.PRESENT})


def find_opposites(saying: Saying, sayings: Sequence[Saying], sides: Sides) -> list[Saying]:
    """The assertions of other voices beside which this one cannot stand, if it stands at the second pole."""
    others = [s for s in sayings if s.is_affirmed and s.is_other_voice(saying) and s.telling.type not in (T.SILENCE,)]
    poles = [opposition for opposition in _OPPOSITIONS if _stands_at(saying, opposition.other)]
    return [s for s in others if _find_reason(s, saying, poles, sides)]


def _find_reason(one: Saying, other: Saying, poles: Sequence[_Opposition], sides: Sides) -> str | None:
    """Why two assertions cannot both be so, the second excluding the first; None if they can.

    `poles` are the oppositions at whose second pole the second stands.
    """
    for opposition in poles:
        if _stands_at(one, opposition.one):
            if opposition.other.words and opposition.other.words.search(one.text):
                continue
            if not opposition.is_of_one or _are_of_one(one, opposition.one, other, opposition.other, sides):
                return opposition.because
    if _is_dead_and_alive(one, other):
        return "dead, says one side; alive, the other"
    if _is_done_and_refused(one, other):
        return "done, says one side; refused, the other"
    if _is_negated(one, other):
        return "so, says one side; not so, the other"
    if _is_alibi(one, other):
        return "here, says one side; elsewhere at the time, the other"
    if _is_instead(one, other):
        return "something else happened in its place"
    return None


def _stands_at(saying: Saying, pole: _Pole) -> bool:
    return saying.telling.type in pole.types and (pole.words is None or bool(pole.words.search(saying.text)))


def _are_of_one(one: Saying, pole: _Pole, other: Saying, opposite: _Pole, sides: Sides) -> bool:
    """Whether both are about one party or thing, as far as known: "the column left", "our people are still there"."""
    mine, theirs = read_parties(one, pole.about, sides), read_parties(other, opposite.about, sides)
    if (
        one.telling.places & other.telling.places
        or T.WITHDRAW in (one.telling.type, other.telling.type)
        or opposite.words is _IN_OFFICE
    ):
        return not any(a.is_rival(b) for a in mine for b in theirs)
    return any(a.is_same(b) for a in mine for b in theirs)


def _is_dead_and_alive(one: Saying, other: Saying) -> bool:
    """Whether a person by name died, says one, and was taken, seen or well, says the other."""
    if (
        one.telling.type is not T.KILL
        or other.telling.type is T.KILL
        or any((q.best or 2) > 1 for q in one.telling.numbers)
    ):
        return False
    victim = one.telling.claim.role(Role.RECIPIENT)
    names = stems(" ".join(re.findall(r"\b[A-Z][\w'’-]+", victim.text))) if victim else frozenset()
    is_alive = other.telling.type in _SURRENDER or bool(_ALIVE.search(other.text))
    return is_alive and len(names & other.telling.words) >= min(2, len(names)) > 0


def _is_negated(one: Saying, other: Saying) -> bool:
    """Whether a broad statement says that what another broad statement tells is not so: it is asserted, not denied."""
    if one.telling.type is not T.STATEMENT or other.telling.type is not T.STATEMENT:
        return False
    mine, theirs = one.telling.words, other.telling.words
    is_one = len(mine & theirs) >= _MOST * min(len(mine), len(theirs)) > 0
    return is_one and bool(_NOT.search(other.text)) and not _NOT.search(one.text)


def _is_done_and_refused(one: Saying, other: Saying) -> bool:
    """Whether one says that it was done or agreed, the other that its doers refused it."""
    if one.telling.type is T.REFUSE or other.telling.type is not T.REFUSE:
        return False
    refused = other.telling.claim.role(Role.OBJECT)
    words = stems(refused.text) if refused else other.telling.words
    return bool(words & one.telling.words) and one.telling.type in (T.STATEMENT, T.AGREE)


def _is_instead(one: Saying, other: Saying) -> bool:
    """Whether something else is said to have happened in its place ("only a gathering point")."""
    types = (one.telling.type, other.telling.type)
    if types[0] in (T.STATEMENT, T.HOLD, T.PRESENT) or types[1] is T.STATEMENT:
        return False
    if types[0] is types[1]:
        things = one.telling.things, other.telling.things
        if types[0] not in _BLOW or not things[0] or not things[1] or things[0] & things[1]:
            return False
    tells = _ONLY if types[0] is types[1] else _INSTEAD
    return bool(tells.search(other.text)) and not (_INSTEAD.search(one.text) or _ONLY.search(one.text))


def _is_alibi(one: Saying, other: Saying) -> bool:
    """Whether what was taken or struck here is said to have been elsewhere at the time."""
    if other.telling.type is not T.PRESENT or one.telling.type not in _HAPPENED or not _ALL_TIME.search(other.text):
        return False
    places = one.telling.places, other.telling.places
    is_here = bool(places[0] & places[1])
    return not is_here and bool(one.telling.things & (other.telling.things | other.telling.doers) & one.telling.names)
