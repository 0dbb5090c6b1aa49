"""Responsibility: who did it, where two parties are named, or a party and a mishap.

A camp is what names one party as the doer. With one camp stand the denials that another party did it; who denies
that his own did it stands with the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.corroborate.conflict.doer import Doer, read_doer, read_speaker, tells_mishap
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash, said_before
from sayso.corroborate.side import Sides
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Role

T = ClaimType
# Acts that one party did and not another; support, supply, clashes and arrivals can have several doers.
_ONE_DOER = frozenset({T.STRIKE, T.ATTACK, T.DESTROY, T.KILL, T.INJURE, T.DETAIN, T.DISPLACE})
# "It was his delegation that had left": one did, and not the other.
_CLEFT = re.compile(r"\bit was\b.+\b(?:that|who|which)\b", re.I)
_MEANT = frozenset({T.STRIKE, T.ATTACK})
_PRESENCE = frozenset({T.PRESENT, T.DEPLOY})


@dataclass(slots=True)
class _Camp:
    """Sayings that name one doer, and those that say that this one did not do it."""

    doers: list[Doer]
    blaming: list[Saying]
    clearing: list[Saying] = field(default_factory=list)

    def is_rival(self, other: _Camp) -> bool:
        return any(a.is_rival(b) for a in self.doers for b in other.doers) and not self.is_named(other.doers)

    def is_named(self, doers: Sequence[Doer]) -> bool:
        return any(mine.is_same(other) for mine in self.doers for other in doers)


def find_responsibility_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """One voice says that this party did it, another that that party did, or that nobody did: a mishap."""
    mishaps = [s for s in sayings if tells_mishap(s) and s.telling.type in (*_ONE_DOER, T.STATEMENT)]
    types = _ONE_DOER | {s.telling.type for s in sayings if _CLEFT.search(s.telling.claim.evidence.text)}
    told = [s for s in sayings if s.is_affirmed and s.telling.type in types and s not in mishaps]
    camps = _pitch_camps(told, sides)
    _send_home(camps)
    denials = [s for s in sayings if s.is_denied and s.telling.type in (*_ONE_DOER, *_PRESENCE)]
    for denial in denials:
        _hear_denial(denial, camps, sayings, sides)
    found = [_clash(one, other) for one, other in combinations(camps, 2) if one.is_rival(other)]
    meant = [s for s in told if s.telling.type in _MEANT or any(s in camp.blaming for camp in camps)]
    return [clash for clash in (*found, _clash_over_mishap(meant, mishaps, denials)) if clash]


def _pitch_camps(told: Sequence[Saying], sides: Sides) -> list[_Camp]:
    """The sayings by the doer that they name, those with a known side first."""
    doers = [(s, doer) for s in told if (doer := read_doer(s, sides)).is_known]
    camps: list[_Camp] = []
    for saying, doer in sorted(doers, key=lambda row: (row[1].side is None, not row[1].kinds, row[0].node.id)):
        camp = next((camp for camp in camps if camp.is_named([doer])), None)
        if camp is None:
            camp = next((c for c in camps if not any(doer.is_rival(other) for other in c.doers)), None) or _Camp([], [])
            camps += [] if camp in camps else [camp]
        camp.doers.append(doer)
        camp.blaming.append(saying)
    return camps


def _send_home(camps: Sequence[_Camp]) -> None:
    """A voice is in one camp: what it says of another doer beside the act itself ("they hit the clouds") clears him."""
    types = Counter(s.telling.type for camp in camps for s in camp.blaming)
    if not types:
        return
    act = min(types, key=lambda type_: (-types[type_], type_))
    for camp in camps:
        for other in camps:
            if camp.is_rival(other):
                at_home = {s.voice.id for s in other.blaming if s.voice and s.telling.type is act}
                strays = [s for s in camp.blaming if s.voice and s.voice.id in at_home and s.telling.type is not act]
                camp.blaming = [s for s in camp.blaming if s not in strays]
                camp.clearing += strays


def _hear_denial(denial: Saying, camps: Sequence[_Camp], sayings: Sequence[Saying], sides: Sides) -> None:
    """Puts a denial to the camp whose doer it clears: the one it names, else the one just named, else its own."""
    doer = read_doer(denial, sides)
    if denial.telling.type in _PRESENCE and not doer.is_known:
        return
    before = None if doer.is_known else said_before(denial, sayings)
    named = doer if doer.is_known else read_speaker(denial, sides)
    cleared = next((camp for camp in camps if (before in camp.blaming if before else camp.is_named([named]))), None)
    if cleared and not any(not s.is_other_voice(denial) for s in cleared.blaming):
        cleared.clearing.append(denial)


def _clash(one: _Camp, other: _Camp) -> Clash | None:
    left, right = [*one.blaming, *other.clearing], [*other.blaming, *one.clearing]
    if not one.blaming or not other.blaming:
        return None
    values = (_name(one.blaming), _name(other.blaming))
    return make_clash(ConflictOn.RESPONSIBILITY, left, right, values, "two parties are said to have done it")


def _clash_over_mishap(meant: Sequence[Saying], mishaps: Sequence[Saying], denials: Sequence[Saying]) -> Clash | None:
    """Somebody did it, says one side; the other says that nobody did, and denies an attack."""
    if not meant or not mishaps:
        return None
    accident = {s.voice.id for s in mishaps if s.voice}
    denied = [s for s in denials if s.telling.type in _MEANT or (s.voice and s.voice.id in accident)]
    values = (_name(meant), mishaps[0].telling.claim.evidence.text)
    because = "somebody did it, says one side; the other tells of a mishap"
    return make_clash(ConflictOn.RESPONSIBILITY, meant, [*mishaps, *denied], values, because)


def _name(sayings: Sequence[Saying]) -> str:
    """The doer as the first saying names it, else its words."""
    first = min(sayings, key=lambda s: s.node.id)
    doer = first.telling.claim.role(Role.ACTOR)
    return doer.text if doer else first.telling.claim.evidence.text
