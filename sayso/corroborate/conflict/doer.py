"""Doer: who is said to have done it, whether two are known to be different, and what happens without one: a mishap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.corroborate.conflict.phrase import any_of
from sayso.corroborate.conflict.saying import Saying
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides
from sayso.corroborate.wording import stems, words
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType, Role

# "We", "no man of ours": of whoever speaks.
_OURS = re.compile(r"(?:we|us|ours?|my)\b|.*\bof (?:ours|mine)\b", re.I)
# "Its fighters", "his missiles": in a denial of whoever denies, else of whom the text has named last.
_POSSESSED = re.compile(r"(?:(?:none|one|some|any|no \w+) of )?(?:its|his|her|their) \w|(?:it|they|he|she)$", re.I)
# What sort of party words name, where they give no name: a state's forces, foreigners, irregulars.
_KINDS = {
    "state": re.compile(
        r"\b(?:arm(?:y|ies)|soldiers?|troops|military|police(?:m[ae]n)?|gendarme\w*|conscripts?|servicem[ae]n|"
        r"ministry|government|regime|junta|general staff|defen[cs]es?|air ?force|air (?:attack|raid|strike)s?|aircraft|"
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
_UNTOLD_WORDS = frozenset(
    words(
        """
        men man people person persons gunmen fighters forces units members unit force personnel one two three some
        several armed unknown unidentified masked attackers group groups nobody none anyone anybody no who they
        them it side so called missiles missile rocket rockets shells drone drones gunners guns artillery bomb
        bombs army soldiers troops military police policeman ministry government regime junta defence aircraft air
        navy staff general spokesman rebels terrorists militants press office state national movement front
        commander official officials village town hundreds dozens
        thousands blast blasts explosion explosions fire flames mine mines boat lorry
        vehicle convoy column
        """
    )
)
_UNTOLD = stems(" ".join(_UNTOLD_WORDS))
_TITLE = re.compile(
    r"(?:the )?(?:colonel|general|major|captain|commander|lieutenant|sheikh|mr|mrs|dr|president)\b", re.I
)
# A body speaks for itself; for whom a person speaks has to be known.
_BODY = re.compile(
    r"\b(?:army|guards?|front|movement|league|union|council|committee|command|forces?|brigades?|ministry|government|party|"
    r"assembly|militia|group|organi[sz]ation|state|staff|corps|battalion|coalition|alliance|office|service|police|presidency|"
    r"authority|administration|embassy|company|navy|fighters|rebels)\b",
    re.I,
)
_BLOW = frozenset({ClaimType.STRIKE, ClaimType.ATTACK})
_MISHAP = any_of(
    r"""
    accident(?:s|al|ally)?\b|by mistake\b|misfir\w+|malfunction\w*|short[ -]circuit\w*
    |(?:gas|fuel) leak\w*|gas (?:bottle|cylinder|canister|pipe|main|tank|boiler)s?\b|negligen\w+
    |careless\w*|went off by itself|(?:worn|faulty|loose|old) (?:cable|wir\w+|fuse|valve)
    |technical (?:fault|failure|error|reason|problem)|self-?(?:ignit|detonat)\w+|spontaneous\w*
    |handling (?:error|mistake)|unstable (?:shells?|ammunition|munitions?|explosives?|powder|charges?)
    |(?:owing|due) to (?:an? )?(?:fire|fault|leak|error|overload|collision)
    |(?:engine|kitchen|forest) fire\b|fire in (?:the|its|an?) (?:engine|motor|kitchen|store|boiler)
    |(?:engine|motor|brake|weld) (?:fault|failure)|failure of an? \w+|(?:bad|poor) weld
    |collision\b|heat ?wave|overheat\w*|lightning\b|caught fire\b|electrical (?:fault|fire)
    |(?:cigarette|welding)\b
    """
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
        if self.side and other.side:
            return True
        # "Turbaned men" are no soldiers, and "the Guard" no army; but whom one calls terrorists may be the Front.
        if self.kinds and other.kinds:
            return True
        return bool((self.kinds | other.kinds) & _OPEN)


# What a party may be called without being named: not by the name of another sort of party.
_OPEN = frozenset({"state", "foreign"})
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
    """The party for which a saying's speaker speaks, as a doer; for whom a person speaks may not be known."""
    speaker = saying.telling.claim.speaker
    if speaker is None:
        return NOBODY
    is_body = bool(_BODY.search(speaker.name))
    spoken_for = saying.voice.speaks_for if saying.voice else None
    if not spoken_for and not is_body:
        return Doer(None, _read_kinds(speaker.text), frozenset())
    words = " ".join((speaker.text, *speaker.names)) if is_body else ""
    return _make(spoken_for or speaker.entity, words, sides)


def tells_mishap(saying: Saying) -> bool:
    """Whether it tells that nobody did it: an accident, a fault, a fire that broke out. A stray bomb is a bomb."""
    return saying.is_affirmed and saying.telling.type not in _BLOW and bool(_MISHAP.search(saying.text))


def _read_mention(mention: Mention, saying: Saying, sides: Sides) -> Doer:
    """Who is meant; "ours" is the speaker's, and "his men" too where he denies or no other is known."""
    speaker = read_speaker(saying, sides)
    if _OURS.match(mention.text):
        return speaker
    named = _make(mention.entity, " ".join((mention.text, *mention.names)), sides)
    if _TITLE.match(mention.name) and named.side == mention.entity:
        return replace(named, side=None)  # for whom he acts is not known
    if _POSSESSED.match(mention.text) and speaker.is_known:
        if saying.is_denied or not named.side:
            return speaker
        return replace(named, words=named.words | (speaker.words if named.side == speaker.side else frozenset()))
    return named


def _make(entity: str | None, text: str, sides: Sides) -> Doer:
    told = " ".join(word for word in text.split() if word.casefold() not in _UNTOLD_WORDS)
    words = frozenset(word for word in stems(told) - _UNTOLD if not word[0].isdigit())
    return Doer(sides.of(entity), _read_kinds(text), words)


def _read_kinds(text: str) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(text))
