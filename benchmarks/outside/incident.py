"""From claims to MUC-4's slots: which claims are about an incident, its stage, and how an organisation's part is put.

A stated mapping, made on MUC's development texts (`docs/decisions`): types of claims stand for types of incidents,
shared words for the same incident; stance, type and speaker for stage and confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.outside.template import Incident, Suspect
from sayso.model.claim import Claim
from sayso.model.values.stance import ClaimType, Role, Stance

_HURT = frozenset({ClaimType.ATTACK, ClaimType.STRIKE, ClaimType.KILL, ClaimType.INJURE, ClaimType.THREATEN})
TYPES: Mapping[str, frozenset[ClaimType]] = {
    "ATTACK": _HURT | {ClaimType.CLASH, ClaimType.DESTROY},
    "BOMBING": _HURT | {ClaimType.DESTROY},
    "ARSON": frozenset({ClaimType.DESTROY, ClaimType.ATTACK, ClaimType.STRIKE}),
    "KIDNAPPING": frozenset({ClaimType.DETAIN, ClaimType.THREATEN}),
    "HIJACKING": frozenset({ClaimType.SEIZE, ClaimType.DETAIN}),
    "ROBBERY": frozenset({ClaimType.SEIZE, ClaimType.ATTACK}),
    "FORCED WORK STOPPAGE": frozenset({ClaimType.THREATEN, ClaimType.REFUSE}),
}
STAGES = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")
FACT, CLAIMED, POSSIBLE = "REPORTED AS FACT", "CLAIMED OR ADMITTED", "POSSIBLE"
SUSPECTED, SUSPECTED_BY_AUTHORITIES = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"
CONFIDENCES = (FACT, SUSPECTED, SUSPECTED_BY_AUTHORITIES, CLAIMED, POSSIBLE)

_SMALL_WORDS = "the a an of and in on at to by for from with de la el los del"
_SMALL = frozenset(_SMALL_WORDS.split())
_ATTEMPT = re.compile(
    r"(?i)\b(attempt(s|ed)?|tried|trying|fail(ed|s)|foiled|thwarted|frustrated|defused|deactivated|unsuccessful\w*)\b"
)
_THREAT = re.compile(r"(?i)\bthreat(s|en\w*)?\b")
_OFFICIAL = re.compile(
    r"(?i)\b(police|army|military|armed forces|government|president|presidency|administration|minist(er|ry)|state"
    r" department|embassy|col(onel)?|gen(eral)?|maj(or)?|officers?|officials?|commander|authorities|security|judge"
    r"|court|attorney|prosecutor|intelligence|investigat\w*|carabineros|governor|mayor|secretary|senator|congressman|das)\b"
)
_BLAME = re.compile(
    r"(?i)\b(blam\w*|accus\w*|charg\w*|suspect\w*|attribut\w*|alleg\w*|implicat\w*|responsible|involv\w*|link\w*)\b"
)
_HEDGE = re.compile(r"(?i)\b(apparent\w*|presum\w*|believ\w*|possibl\w*|could have)\b")
_OWN = re.compile(
    r"(?i)\b(claim\w* (\w+ ){0,2}(responsibility|credit)|took responsibility|admit\w*|acknowledg\w*|confess\w*)\b"
)
_HALF = 0.5  # of a name's words make it the same organisation
_PLANS = frozenset({Stance.PLANNED, Stance.REQUESTED})
_DOUBTS = frozenset({Stance.POSSIBLE, Stance.QUESTIONED, Stance.JUDGED, Stance.DENIED})
_LOOSE = frozenset({ClaimType.ACCUSE, ClaimType.STATEMENT})  # of no incident's type, may still say who is held to be it


@dataclass(frozen=True, slots=True)
class Part:
    """A claim that has to do with an organisation: how near it is to the incident, whether the organisation stands in
    its content, and whether it is the speaker.
    """

    claim: Claim
    score: float
    is_inside: bool
    is_speaker: bool


def name_stage(incident: Incident, claims: Iterable[Claim]) -> str | None:
    """The stage by the nearest claim of a type that fits; None without one that shares words with the incident."""
    kinds = _kinds(incident)
    scored = [(nearness(incident, claim), claim) for claim in claims if claim.type in kinds]
    score, nearest = max(scored, key=lambda each: each[0], default=(0.0, None))
    return stage_of(nearest) if nearest and score else None


def stage_of(claim: Claim) -> str:
    """Threats are threatened; words of trying, attempted; plans and demands, threatened; the rest was done."""
    if claim.type is ClaimType.THREATEN or _THREAT.search(claim.evidence.text):
        return "THREATENED"
    if _ATTEMPT.search(claim.evidence.text):
        return "ATTEMPTED"
    return "THREATENED" if claim.stance in _PLANS else "ACCOMPLISHED"


def name_confidence(incident: Incident, suspect: Suspect, claims: Iterable[Claim]) -> str | None:
    """How the nearest claim that names the organisation puts its part in the incident; None without one."""
    parts = list(_parts(incident, suspect, claims))
    return confidence_of(max(parts, key=lambda part: part.score)) if parts else None


def confidence_of(part: Part) -> str:
    """Its own word is claimed or admitted; blame, doubt and denial are suspicion, of authorities where one speaks; an
    organisation in what is said to be so is there as a fact; one that stands beside it is possible.
    """
    claim, words = part.claim, _said(part.claim)
    if _OWN.search(words) or (part.is_speaker and claim.stance is Stance.ASSERTED):
        return CLAIMED
    is_doubtful = claim.stance in _DOUBTS or _HEDGE.search(words)
    if claim.type is ClaimType.ACCUSE or is_doubtful or _BLAME.search(words):
        return SUSPECTED_BY_AUTHORITIES if _OFFICIAL.search(_speaker(claim)) else SUSPECTED
    return FACT if part.is_inside else POSSIBLE


def nearness(incident: Incident, claim: Claim) -> float:
    """Shared words, 0 to 4: targets count twice, then perpetrators and places, each by the name that fits best."""
    words = _words(claim.evidence.text, *(filler.mention.text for filler in claim.roles))
    organisations = [name for suspect in incident.suspects for name in suspect.names]
    return (
        2 * _share(incident.targets, words)
        + _share([*incident.people, *organisations], words)
        + _share(incident.places, words)
    )


def sentence_case(text: str) -> str:
    """A text in capitals with capitals only where a sentence begins; as many letters as before."""
    return re.sub(r'(^|[.!?]["”]?\s+|\n\s*\n\s*|\] )([a-z])', lambda m: m[1] + m[2].upper(), text.lower())


def _parts(incident: Incident, suspect: Suspect, claims: Iterable[Claim]) -> Iterator[Part]:
    kinds = _kinds(incident)
    for claim in claims:
        is_actor = _names(suspect, _fillers(claim, Role.ACTOR))
        is_speaker = _names(suspect, _speaker(claim))
        is_inside = is_actor or _names(suspect, claim.evidence.text)
        if not (is_inside or is_speaker or _names(suspect, _fillers(claim, Role.RECIPIENT))):
            continue
        if claim.type in kinds or claim.type is ClaimType.ACCUSE or _says_who(claim):
            bonus = 2 if is_actor else 1 if is_speaker or claim.type is ClaimType.ACCUSE else 0
            yield Part(claim, nearness(incident, claim) + bonus, is_inside, is_speaker)


def _says_who(claim: Claim) -> bool:
    return claim.type in _LOOSE and bool(_BLAME.search(_said(claim)) or _OWN.search(_said(claim)))


def _kinds(incident: Incident) -> frozenset[ClaimType]:
    return frozenset[ClaimType]().union(*(TYPES.get(name, frozenset()) for name in incident.type))


def _names(suspect: Suspect, text: str) -> bool:
    return _share(suspect.names, _words(text)) >= _HALF


def _share(names: Sequence[str], words: frozenset[str]) -> float:
    """The share of a name's words that stand there, of the name that fits best."""
    sets = (_words(name) for name in names)
    return max((len(each & words) / len(each) for each in sets if each), default=0.0)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"[^\W_]+", text.lower())) - _SMALL


def _fillers(claim: Claim, role: Role) -> str:
    return " ".join(filler.mention.text for filler in claim.roles if filler.role is role)


def _speaker(claim: Claim) -> str:
    return claim.speaker.text if claim.speaker else ""


def _said(claim: Claim) -> str:
    """The cue and the content."""
    cue = claim.chain[0].cue if claim.chain else None
    return f"{cue.text if cue else ''} {claim.evidence.text}"
