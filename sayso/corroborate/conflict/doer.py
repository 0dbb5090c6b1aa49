"""Doer: who is said to have done it, whether two are known to be different, and what happens without one: a mishap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.conflict.saying import Saying
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.values.stance import Role

# "We", "no man of ours": of whoever speaks.
_OURS = re.compile(r"(?:we|us|ours?|my)\b|.*\bof (?:ours|mine)\b", re.I)
# "Its fighters", "his missiles": in a denial of whoever denies, else of whom the text has named last.
_POSSESSED = re.compile(r"(?:its|his|her|their)\b", re.I)
# What sort of party words name, where they give no name: a state's forces, foreigners, irregulars.
_KINDS = {
    "state": re.compile(
        r"\b(?:arm(?:y|ies)|soldiers?|troops|military|police(?:m[ae]n)?|gendarme\w*|conscripts?|servicem[ae]n|"
        r"ministry|government|regime|junta|general staff|defen[cs]e|air ?force|air (?:attack|raid|strike)s?|aircraft|"
        r"(?:air|war)?planes?|jets?|helicopters?|navy|warships?|coast ?guard|security forces)\b",
        re.I,
    ),
    "foreign": re.compile(r"\b(?:foreign(?:ers?)?|mercenar(?:y|ies)|white (?:men|m[ae]n|faces))\b", re.I),
    "irregular": re.compile(
        r"\b(?:rebels?|insurgents?|terrorists?|militants?|militia(?:s|m[ae]n)?|bandits?|separatists?|jihadists?|"
        r"extremists?|guerrillas?|looters?|raiders?|smugglers?|turbaned|motor(?:cycl|bik)\w+|horsem[ae]n|partisans?)\b",
        re.I,
    ),
}
# Words for people, arms and organs that name no party of their own; `_KINDS` says what organs tell.
_UNTOLD = stems(
    "men man people person persons gunmen fighters forces units members unit force personnel one two three some "
    "several armed unknown unidentified masked attackers group groups nobody none anyone anybody no who they them "
    "it side so called missiles missile rocket rockets shells drone drones gunners guns artillery bomb bombs army soldiers troops "
    "military police policeman ministry government regime junta defence aircraft air navy staff general spokesman "
    "rebels terrorists militants press office state national movement front commander official officials village town"
)
_MISHAP = re.compile(
    r"\baccident(?:s|al|ally)?\b|\bby mistake\b|\bmisfir\w+|\bmalfunction\w*|\bshort[ -]circuit\w*"
    r"|\b(?:gas|fuel) leak\w*|\bnegligen\w+|\bcareless\w*|\bwent off by itself"
    r"|\b(?:worn|faulty|loose|old) (?:cable|wir\w+|fuse|valve)"
    r"|\btechnical (?:fault|failure|error|reason|problem)|\bself-?(?:ignit|detonat)\w+|\bspontaneous\w*"
    r"|\bhandling (?:error|mistake)|\bunstable (?:shells?|ammunition|munitions?|explosives?|powder|charges?)"
    r"|\b(?:owing|due) to (?:an? )?(?:fire|fault|leak|error|overload|collision)|\b(?:engine|kitchen|forest) fire\b"
    r"|\bfire in (?:the|its|an?) (?:engine|motor|kitchen|store|boiler)|\bcollision\b"
    r"|\bheat ?wave|\boverheat\w*|\blightning\b|\bcaught fire\b|\belectrical (?:fault|fire)|\b(?:cigarette|welding)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it: the side of its entity (None unknown), the kinds of party that the words name, its own words."""

    side: str | None
    kinds: frozenset[str]
    words: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether anything tells it from others: "gunmen" are nobody in particular."""
        return bool(self.side or self.kinds or self.words)

    def is_same(self, other: Doer) -> bool:
        """Whether two are known to be one: of one side, or with a name or a description in common."""
        if (self.side and self.side == other.side) or self.words & other.words:
            return True
        # The armies of two states have names of their own.
        return bool(self.kinds & other.kinds) and not (self.side and other.side and self.words and other.words)

    def is_rival(self, other: Doer) -> bool:
        """Whether two are known to be different parties."""
        if not self.is_known or not other.is_known or self.is_same(other):
            return False
        if (self.side and other.side) or (self.kinds and other.kinds):
            return True
        # "Turbaned men on motorcycles" are no soldiers; "men in masks" may be the Front's.
        return not (self.side or other.side) and bool(self.kinds or other.kinds)


NOBODY = Doer(None, frozenset(), frozenset())


def read_doer(saying: Saying, sides: Sides) -> Doer:
    """Who did it as the saying puts it; nobody where it names nobody, or two parties that blame each other."""
    known = read_parties(saying, (Role.ACTOR,), sides)
    if any(one.is_rival(other) for one in known for other in known):
        return NOBODY
    return Doer(
        next((doer.side for doer in known if doer.side), None),
        frozenset(kind for doer in known for kind in doer.kinds),
        frozenset(word for doer in known for word in doer.words),
    )


def read_parties(saying: Saying, roles: Sequence[Role], sides: Sides) -> list[Doer]:
    """Everybody and everything in some roles, each by side, kind and words."""
    found = [_read_mention(f.mention, saying, sides) for f in saying.telling.claim.roles if f.role in roles]
    return [party for party in found if party.is_known]


def read_gainer(saying: Saying, sides: Sides) -> Doer:
    """Who holds it after what is told, as a doer."""
    mention = gainer(saying.telling)
    return _read_mention(mention, saying, sides) if mention else NOBODY


def read_speaker(saying: Saying, sides: Sides) -> Doer:
    """The party for which a saying's speaker speaks, as a doer."""
    speaker = saying.telling.claim.speaker
    if speaker is None or saying.telling.claim.is_own_voice:
        return NOBODY
    entity = (saying.voice.speaks_for if saying.voice else None) or speaker.entity
    return _make(entity, " ".join((speaker.text, *speaker.names)), sides)


def tells_mishap(saying: Saying) -> bool:
    """Whether a saying tells that nobody did it: an accident, a fault, a fire that broke out."""
    return not saying.is_denied and bool(_MISHAP.search(saying.text))


def _read_mention(mention: Mention, saying: Saying, sides: Sides) -> Doer:
    if _OURS.match(mention.text) or (saying.is_denied and _POSSESSED.match(mention.text)):
        speaker = read_speaker(saying, sides)
        if speaker.is_known:
            return speaker
    return _make(mention.entity, " ".join((mention.text, *mention.names)), sides)


def _make(entity: str | None, text: str, sides: Sides) -> Doer:
    kinds = frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(text))
    words = frozenset(word for word in stems(text) - _UNTOLD if not word[0].isdigit())
    return Doer(sides.of(entity), kinds, words)
