"""From claims to ACLED's kinds of events: a stated mapping of type, stance, roles, and words of the claim's sentences.

Made from the names of the kinds and a random half of the texts of CASE 2021 (`docs/decisions`). Kinds without a type
of claim of ours (protests, riots, sexual violence, crime, disasters, other) are never answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.model.claim import Claim
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType
_VIOLENT = frozenset({T.STRIKE, T.ATTACK, T.KILL, T.INJURE, T.CLASH, T.DESTROY})
_ANY = frozenset(T)
_HAPPENED = frozenset({Stance.ASSERTED, Stance.POSSIBLE, Stance.DENIED})

_STATE = r"army|armies|government|govt|troops|soldiers?|military|police|regime|security|coalition|navy|national guard"
_REBEL = (
    r"rebels?|militants?|insurgents?|terrorists?|fighters?|gunmen|militias?|guerrillas?|islamists?|jihadists?"
    r"|separatists?|opposition|taliban|isis|isil|daesh|islamic state|al[- ]?shabaa?b|boko haram|houthis?|hezbollah"
    r"|al[- ]?qaeda|nusra"
)
_ARMED = rf"{_REBEL}|{_STATE}|forces?|policem[ae]n|bases?|convoys?|patrols?|checkpoints?|camps?|members"
_ARMS = (
    r"weapons?|(fire)?arms|ammunitions?|explosives?|guns?|rifles?|pistols?|grenades?|(land)?mines?|ieds?|bombs?|rockets?"
    r"|munitions?|bullets?|rounds|caches?|devices?|projectiles"
)
_POST = r"(bases?|posts?|points?|checkpoints?|headquarters|hq|camps?|outposts?|barracks|cent(er|re)s?|facility)"
_SITE = r"(ports?|camps?|villages?|towns?|cit(y|ies)|airports?|districts?|bases?|areas?|positions?|hills?|strongholds?)"
_FLYING = (
    r"air[- ]?(strikes?|raids?|attacks?|force)|airstrikes?|warplanes?|(fighter )?jets?|drones?|helicopters?|aircraft"
    r"|aerial|planes?|barrel bombs?|airdrop\w*"
)
_SHOT = r"shell\w*|mortars?|rockets?|missiles?|artillery|howitzers?|katyushas?"
_MINED = (
    r"(land)?mines?|v?b?ieds?|improvised|roadside|car[- ]bombs?|limpet|booby\w*|bomb(s|ing|ings)?|blasts?|explosions?"
    r"|explod\w*|detonat\w*|explosive device"
)
_CHEMICAL = r"chlorine|sarin|poison(ous)? gas|chemical|nerve (agent|gas)|toxic|mustard|(yperite|gas) attacks?|poison\w*"
_SUICIDE = r"suicide|kamikaze|(blew|blow|blowing|blown) (himself|herself|themselves|itself) up"
_TAKEN = r"kidnap\w*|abduct\w*|hostages?|disappear\w*|captive|missing|ransom|snatch\w*"
_BLAMED = r"blam\w*|accus\w*|responsible|holds? .* responsible|den(y|ies|ied)|reject\w*"
_OWNED = r"(?<!immediately )claim(s|ed|ing)? (the )?(responsibility|credit)|took responsibility"
_ENVOYS = r"diplomats?|ambassadors?|embass(y|ies)|consulates?|envoys?|sanctions?"
_FREED = r"prisoners?|detainees?|captives?|bod(y|ies)|swap\w*|exchang\w*|releas\w*|surrender\w*|hostages?"
_PEACE = r"ceasefires?|cease-fires?|truces?|deals?|agreements?|pacts?|accords?|treat(y|ies)|peace talks"
_CALMLY = r"without (a fight|fighting|any)|resistance|peaceful\w*|deserted|abandon\w*|vacated|withdr\w+|pull\w* out"
_LOOTED = r"loot\w*|torch\w*|set (on )?fire|alight|burn\w*|vandali\w*|ransack\w*|stole|stolen"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what a rule looks at: its own words (cue, content, manner) and its sentences."""

    claim: Claim
    words: str
    sentences: str

    @classmethod
    def of(cls, claim: Claim, text: str) -> Told:
        """The claim in the text it was read in."""
        cue = claim.chain[0].cue if claim.chain else None
        own = [part.text for part in (cue, claim.manner) if part]
        return cls(claim, " ".join([*own, claim.evidence.text]), _sentences(text, claim.evidence.spans))

    def fillers(self, *roles: Role) -> str:
        """The words in some roles."""
        return " ".join(filler.mention.text for filler in self.claim.roles if filler.role in roles)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind is answered if a claim of one of the `types` stands under one of the `stances` and these patterns match:
    in its own words, its sentences (`near`), its actor, what it acts on (`target`). An empty pattern always does.
    """

    kind: str
    types: frozenset[ClaimType]
    words: str = ""
    near: str = ""
    actor: str = ""
    target: str = ""
    stances: frozenset[Stance] = field(default=_HAPPENED)

    def fits(self, told: Told) -> bool:
        """Whether the claim makes its text one of this kind."""
        return (
            told.claim.type in self.types
            and told.claim.stance in self.stances
            and _has(self.words, told.words)
            and _has(self.near, told.sentences)
            and _has(self.actor, told.fillers(Role.ACTOR))
            and _has(self.target, told.fillers(Role.OBJECT, Role.RECIPIENT, Role.PLACE))
        )


_ALL = frozenset(Stance)
#: The first that fits any claim of a text is answered: means and particulars.
SPECIAL: Sequence[Rule] = (
    Rule("CHEM_WEAP", _VIOLENT, near=_CHEMICAL),
    Rule("SUIC_BOMB", _VIOLENT, near=_SUICIDE),
    Rule("ATTRIB", frozenset({T.ACCUSE}), stances=_ALL),
    Rule("ATTRIB", _ANY, _BLAMED, stances=_ALL),
    Rule("ATTRIB", _ANY, near=_OWNED, stances=_ALL),
    Rule("DIPLO", _ANY, _ENVOYS, stances=_ALL),
    Rule("DISR_WEAP", frozenset({T.SEIZE, T.PRESENT, T.HOLD, T.SUPPLY}), _ARMS),
    Rule("GRENADE", _VIOLENT, near=r"grenades?"),
    Rule("AIR_STRIKE", _VIOLENT, near=_FLYING),
    Rule("ART_MISS_ATTACK", _VIOLENT, near=_SHOT),
    Rule("REM_EXPLOS", _VIOLENT, near=_MINED),
    Rule("HQ_ESTABLISHED", _ANY, near=rf"(set(ting)? up|establish\w*|open\w*|buil[dt]\w*|creat\w*) .*{_POST}"),
    Rule("PROPERTY_DISTRUCT", frozenset({T.SEIZE, T.DESTROY}), _LOOTED),
    Rule("AGREEMENT", frozenset({T.AGREE, T.NEGOTIATE}), near=_PEACE, stances=_ALL),
    Rule("AGREEMENT", frozenset({T.HAND_OVER}), near=_FREED),
    Rule("NON_VIOL_TERRIT_TRANSFER", frozenset({T.SEIZE, T.HAND_OVER, T.WITHDRAW}), near=_CALMLY),
)
#: Where none of them fits, the first claim of the text that fits one of these.
GENERAL: Sequence[Rule] = (
    Rule("GOV_REGAINS_TERIT", frozenset({T.SEIZE}), actor=_STATE),
    Rule("NON_STATE_ACTOR_OVERTAKES_TER", frozenset({T.SEIZE}), actor=_REBEL),
    Rule("GOV_REGAINS_TERIT", frozenset({T.SEIZE, T.HAND_OVER})),
    Rule("GOV_REGAINS_TERIT", frozenset({T.DETAIN}), r"captur\w*|seiz\w*", target=_SITE),
    Rule("ABDUCT_DISSAP", frozenset({T.DETAIN}), near=_TAKEN),
    Rule("ARREST", frozenset({T.DETAIN})),
    Rule("ARMED_CLASH", frozenset({T.CLASH})),
    Rule("ARMED_CLASH", _VIOLENT, target=_ARMED),
    Rule("PROPERTY_DISTRUCT", frozenset({T.DESTROY})),
    Rule("ATTACK", _VIOLENT),
    Rule("AGREEMENT", frozenset({T.AGREE}), stances=_ALL),
    Rule("CHANGE_TO_GROUP_ACT", frozenset({T.DEPLOY, T.MOBILIZE, T.PRESENT, T.WITHDRAW}), stances=_ALL),
    Rule("DIPLO", frozenset({T.NEGOTIATE, T.REQUEST, T.REFUSE, T.SUPPORT, T.THREATEN}), stances=_ALL),
)
EXPRESSIBLE = frozenset(rule.kind for rule in (*SPECIAL, *GENERAL))


def name_kind(text: str, claims: Iterable[Claim]) -> str | None:
    """The kind of event that a text is about, by the claims read in it; None where no rule fits."""
    told = [Told.of(claim, text) for claim in sorted(claims, key=lambda claim: claim.evidence.start)]
    special = (rule.kind for rule in SPECIAL if any(rule.fits(each) for each in told))
    general = (rule.kind for each in told for rule in GENERAL if rule.fits(each))
    return next(special, None) or next(general, None)


def name_kind_by_words(text: str) -> str | None:
    """The same patterns without a reader: the first special rule that matches the text. Reading adds the rest."""
    patterned = (rule for rule in SPECIAL if rule.words or rule.near)
    return next((rule.kind for rule in patterned if _has(rule.words, text) and _has(rule.near, text)), None)


def _has(pattern: str, text: str) -> bool:
    return not pattern or re.search(rf"(?i)(?<!\w)({pattern})(?!\w)", text) is not None


def _sentences(text: str, spans: Sequence[Span]) -> str:
    """The sentences of a text that some spans stand in."""
    cuts = [0, *(match.end() for match in re.finditer(r"(?<=[a-z\d)\"”][.!?])\s+(?=[A-Z\"“])", text)), len(text)]
    pairs = pairwise(cuts)
    return " ".join(text[a:b] for a, b in pairs if any(span.start < b and a < span.end for span in spans))
