"""Occurrence: one side says that it happened, the other that it did not, or that something excluding did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.corroborate.conflict.manner import names_a_way, read_weapons
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.kinship import type_kinship as kinship
from sayso.corroborate.party import are_other, gainer
from sayso.corroborate.side import Sides
from sayso.corroborate.wording import stems
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Role, Stance

# "only a gathering point", "not a staying point", "have only moved": something else in its place.
_EXCLUDES = re.compile(
    r"\b(?:only|merely|just|simply|no more than) (?:an? |moved|passing|gather|transit)|\bnot an? \w+ (?:point|base)\b",
    re.I,
)
# "Still occupy", "were at their post": said against a departure.
_STILL = re.compile(r"\b(?:still|remain\w*|stay\w*|never left|at (?:its|their) posts?)\b", re.I)
# "Had been in Kurdish hands since": who held it before is no rival of who holds it.
_BEFORE = re.compile(r"\bhad (?:been|held|controlled)\b.*\bsince\b", re.I)
_POINTS = re.compile(r"(?:these|those|this|that|such|it|they|its|their|he|she|we|our)\b", re.I)
_KIN = 0.4
_MOST = 0.6
_PRESENCE = frozenset({ClaimType.PRESENT, ClaimType.DEPLOY})
_STAYING = frozenset({ClaimType.PRESENT, ClaimType.HOLD})
_NOBODY = stems("nobody none anyone anybody no")
# Asking and keeping silent are no happening that a denial of something else could deny.
_WORDS_ALONE = frozenset({ClaimType.REQUEST, ClaimType.SILENCE})
_TAKING = frozenset({ClaimType.SEIZE, ClaimType.HAND_OVER, ClaimType.HOLD})


def find_occurrence_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """At most one clash on occurrence and one on holder ("no vehicle of theirs is inside").

    A voice that itself says that it happened denies how, not that: no clash here.
    """
    asserted = [s for s in sayings if s.telling.stance is Stance.ASSERTED]
    left: list[Saying] = []
    right: list[Saying] = []
    absent: list[Saying] = []
    taken: list[Saying] = []
    for saying in sayings:
        targets = _targets(saying, asserted, sides)
        if not targets:
            continue
        if saying.is_denied and saying.telling.type in _PRESENCE and all(t.telling.type in _TAKING for t in targets):
            absent.append(saying)
            taken += [t for t in targets if t.telling.type is ClaimType.SEIZE]
        else:
            right.append(saying)
            left += targets
    right += _backing(asserted, left, right, sides)
    on, because = ConflictOn.OCCURRENCE, "asserted by one side, denied or excluded by the other"
    found = [make_clash(on, [s for s in left if s not in right], right, _words(left, right), because)]
    holder = ConflictOn.HOLDER
    found.append(
        make_clash(holder, taken, absent, _words(taken, absent), "taken, says one side; the other sees nobody")
    )
    return [clash for clash in found if clash]


def _targets(saying: Saying, asserted: Sequence[Saying], sides: Sides) -> list[Saying]:
    """The assertions that a denial denies, or that what is asserted cannot stand beside."""
    others = [
        a
        for a in asserted
        if a.is_other_voice(saying)
        and a.telling.type not in _WORDS_ALONE
        and kinship(a.telling, saying.telling) >= _KIN
        and (a.telling.type is not ClaimType.STATEMENT or _share_most_words(a, saying))
    ]
    if saying.is_denied:
        return _denied(saying, others, asserted)
    if saying.telling.type in _STAYING and _STILL.search(saying.text):
        return [a for a in others if a.telling.type is ClaimType.WITHDRAW and _is_one_party(a, saying, sides)]
    if not _EXCLUDES.search(saying.text):
        return []
    return [a for a in others if a.telling.type is not saying.telling.type and not _EXCLUDES.search(a.text)]


def _share_most_words(left: Saying, right: Saying) -> bool:
    """Whether two broad statements speak of one thing: without a listed type, only their words can tell."""
    mine, theirs = left.telling.words, right.telling.words
    return len(mine & theirs) >= _MOST * min(len(mine), len(theirs))


def _denied(denial: Saying, others: Sequence[Saying], asserted: Sequence[Saying]) -> list[Saying]:
    """What a denial denies: not what its own voice says too; only the weapon that it names, if it names one."""
    if _says_so_itself(denial, asserted):
        return []
    if denial.telling.type in (*_PRESENCE, ClaimType.HOLD):
        others = [a for a in others if a.telling.type is not ClaimType.WITHDRAW]  # who is gone is not there
    weapons = read_weapons(denial.text)
    others = [a for a in others if not weapons or not read_weapons(a.text) or weapons & read_weapons(a.text)]
    return [a for a in others if _has_to_do(denial, a) and not _is_elsewhere(denial, a)]


def _has_to_do(denial: Saying, other: Saying) -> bool:
    """Whether a denial shares a word with what it would deny ("Neither side has given a toll" denies no death)."""
    mine, theirs = denial.telling, other.telling
    is_bound = not mine.claim.is_own_voice and (mine.type is theirs.type or mine.is_pointing)
    return is_bound or bool((mine.words | mine.context) & theirs.words)


def _is_elsewhere(denial: Saying, other: Saying) -> bool:
    """Whether a denied presence or act is told of another doer or at another place than what is asserted."""
    if denial.telling.type in _TAKING or other.telling.type in _TAKING:
        return False
    mine, theirs = denial.telling, other.telling
    if denial.telling.type in _PRESENCE and mine.places and theirs.places and not mine.places & theirs.places:
        return True
    doers = frozenset() if _POINTS.match(_doer(denial)) else mine.doers - _NOBODY
    return bool(doers and theirs.doers and not doers & theirs.doers and not mine.actors & theirs.actors)


def _doer(saying: Saying) -> str:
    doer = saying.telling.claim.role(Role.ACTOR)
    return doer.text if doer else ""


def _is_one_party(left: Saying, right: Saying, sides: Sides) -> bool:
    """Whether both are told of one doer: he left, says one; he is still there, says the other."""
    one, other = left.telling.claim.role(Role.ACTOR), right.telling.claim.role(Role.ACTOR)
    if one and other and sides.is_same(one.entity, other.entity):
        return True
    return bool(left.telling.doers & right.telling.doers)


def _says_so_itself(denial: Saying, asserted: Sequence[Saying]) -> bool:
    """Whether the denying voice says that it happened, but otherwise: it denies how, how many or where from."""
    for own in asserted:
        if own.is_other_voice(denial) or kinship(own.telling, denial.telling) < 0.8 or _EXCLUDES.search(own.text):
            continue
        if own.telling.type is not denial.telling.type and own.telling.type is not ClaimType.HOLD:
            return True
        if own.telling.type is denial.telling.type and _is_about_detail(denial):
            return True
    return False


def _is_about_detail(denial: Saying) -> bool:
    """Whether a denial is about how many, where from, or in which way ("denied that anyone had run")."""
    telling = denial.telling
    return bool(telling.numbers or telling.claim.role(Role.ORIGIN) or names_a_way(denial.text))


def _backing(asserted: Sequence[Saying], left: Sequence[Saying], right: Sequence[Saying], sides: Sides) -> list[Saying]:
    """Holds by another party than the taker ("Tel Arwan is in our hands"), said by a voice that also denies."""
    deniers = {s.voice.id for s in right if s.voice}
    takers = [gainer(s.telling) for s in left]
    return [
        s
        for s in asserted
        if s.telling.type is ClaimType.HOLD
        and s.voice
        and s.voice.id in deniers
        and not any(
            sides.is_same(taker.entity, holder.entity) for taker in takers if taker and (holder := gainer(s.telling))
        )
    ]


def find_holder_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """One says that this party holds the place, another that that party does."""
    found: list[Clash | None] = []
    asserted = [
        s
        for s in sayings
        if s.telling.stance is Stance.ASSERTED and s.telling.type in _TAKING and not _BEFORE.search(s.text)
    ]
    for hold in (s for s in asserted if s.telling.type is ClaimType.HOLD):
        rivals = [
            s for s in asserted if s.is_other_voice(hold) and are_other(gainer(s.telling), gainer(hold.telling), sides)
        ]
        if rivals and not any(set(_ids(rivals)) & set(_ids(c.right)) and hold in c.left for c in found if c):
            found.append(
                make_clash(ConflictOn.HOLDER, rivals, [hold], _words(rivals, [hold]), "two parties are said to hold it")
            )
    return [clash for clash in found if clash]


def _ids(sayings: Sequence[Saying]) -> list[str]:
    return [s.node.id for s in sayings]


def _words(left: Sequence[Saying], right: Sequence[Saying]) -> tuple[str, str]:
    """The words of each side's first claim."""
    return (_first(left), _first(right))


def _first(sayings: Sequence[Saying]) -> str:
    return min(sayings, key=lambda s: s.node.id).telling.claim.evidence.text if sayings else ""
