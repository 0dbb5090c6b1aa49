"""Telling: a claim as one report tells it, with what is compared when we ask whether two are about one happening."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from sayso.corroborate.kinship import type_kinship
from sayso.corroborate.matter import Matter, read_matter
from sayso.corroborate.setting import Setting, read_setting
from sayso.corroborate.wording import stems
from sayso.model.claim import Claim, Mention, Quantity
from sayso.model.entity import Entity, EntityKind
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values import edtf
from sayso.model.values.edtf import Bounds
from sayso.model.values.stance import ClaimType, Role, Stance

_PLACE_ROLES = (Role.OBJECT, Role.PLACE, Role.DESTINATION, Role.ORIGIN)
_NAME = re.compile(r"\b[A-Z]\w+")
# "the reports", "the accusation", "that account a fairy tale": the content is what was said before.
_POINTING = stems(
    "accusation charge account story reports report claim claims allegation allegations rumours rumors lie nonsense "
    "fairy tale fantasy finding guesswork figures deal describe description it such propaganda fabrication baseless "
    "untrue false"
)
_TO_COME = re.compile(
    r"\b(?:may|might|could|can|will|would|to expect|to leave|within days|soon|again|next|possible that)\b", re.I
)
# "The reports are lies": all that went before.
_SEVERAL = re.compile(r"\b(?:reports|accounts|claims|rumou?rs|allegations)\b", re.I)
_NEVER = re.compile(r"\b(?:would|will|shall) (?:never|not|be no)\b|\bwon['’]t\b", re.I)
#: Stances that speak of something that has not happened, or is not known to have.
AHEAD = frozenset({Stance.PLANNED, Stance.REQUESTED})


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim with its report, its words and its entities, ready to be compared.

    `words` are of the claim, `context` of its paragraph, `names` the capitalised ones of the
    claim, `things` of what is acted on, `doers` of who does it. `is_ahead`: it speaks of what may come.
    `places`, `actors` and `others` are entities: places named in any role; who does it; who suffers or
    gets it. `scene` is the place that its report is mostly about. `when` is what the words allow,
    `told` the days of publication; both None when unknown. `matter` is what its report is about.
    `order` counts the claims of its report, `near` are the words of the claims before and after it;
    `points_at` is the claim of its report that it speaks of without words of its own ("denied this").

    Whatever it says is of its own report: the rest of the record changes nothing of it.
    """

    claim: Claim
    report: Report
    words: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    things: frozenset[str]
    doers: frozenset[str]
    places: frozenset[str]
    actors: frozenset[str]
    others: frozenset[str]
    scene: str | None
    when: Bounds | None
    told: Bounds | None
    numbers: tuple[Quantity, ...]
    is_pointing: bool
    is_ahead: bool
    matter: Matter
    setting: Setting = field(compare=False)
    order: int = 0
    points_at: str | None = None
    near: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def position(self) -> int:
        return self.claim.evidence.start

    @property
    def type(self) -> ClaimType:
        return self.claim.type

    @property
    def stance(self) -> Stance:
        return self.claim.stance

    @property
    def speaker_key(self) -> str:
        """The nearest speaker's entity, else its words; the outlet's own voice has the outlet's."""
        speaker = self.claim.speaker
        if speaker is None:
            return f"outlet:{(self.report.outlet or self.report.id).casefold()}"
        return speaker.entity or " ".join(sorted(stems(speaker.text))) or speaker.text.casefold()


def gather_tellings(
    resolutions: Iterable[Resolution], entities_of: Callable[[str], Mapping[str, Entity]]
) -> list[Telling]:
    """Every claim of the resolutions as a telling, in order of claim identifier; `entities_of` knows a report's."""
    found = [t for resolution in resolutions for t in tell(resolution, entities_of(resolution.report.id))]
    return sorted(found, key=lambda telling: telling.id)


def tell(resolution: Resolution, entities: Mapping[str, Entity]) -> list[Telling]:
    """The claims of one report as tellings, in the order of its text."""
    report = resolution.report
    scene, matter = find_scene(resolution.claims, entities), read_matter(report)
    claims = sorted(resolution.claims, key=lambda claim: (claim.evidence.start, claim.id))
    bags = [_read_words(claim) for claim in claims]
    setting = read_setting(resolution, bags, claims)
    found: list[Telling] = []
    for order, claim in enumerate(claims):
        near = frozenset().union(*bags[max(0, order - 1) : order], *bags[order + 1 : order + 2])
        telling = make_telling(claim, report, scene, matter, setting, entities, order=order, near=near)
        target = _find_target(telling, found)
        found.append(replace(telling, points_at=target.id) if target else telling)
    return found


def _find_target(telling: Telling, before: Sequence[Telling]) -> Telling | None:
    """What a claim without words of its own points at: the first of what somebody else has last said.

    "The reports" are all that went before: the first claim of its type.
    """
    if not telling.is_pointing or telling.stance not in (Stance.DENIED, Stance.QUESTIONED, Stance.JUDGED):
        return None
    others = [t for t in reversed(before) if t.speaker_key != telling.speaker_key and t.stance is Stance.ASSERTED]
    if telling.type is not ClaimType.STATEMENT:
        others = [t for t in others if type_kinship(t, telling) >= 1.0] or [
            t for t in others if type_kinship(t, telling) > 0.5
        ]
    if not others or _SEVERAL.search(telling.claim.evidence.text):
        return others[-1] if others else None
    said_together = [t for t in others if t.speaker_key == others[0].speaker_key and t.context == others[0].context]
    return said_together[-1]


def _read_text(claim: Claim) -> str:
    return " ".join([claim.evidence.text, *(filler.mention.text for filler in claim.roles)])


def _read_words(claim: Claim) -> frozenset[str]:
    return stems(_read_text(claim))


def make_telling(
    claim: Claim,
    report: Report,
    scene: str | None,
    matter: Matter,
    setting: Setting,
    entities: Mapping[str, Entity],
    *,
    order: int,
    near: frozenset[str],
) -> Telling:
    """One claim prepared for comparison; what it points at is not asked."""
    text = _read_text(claim)
    words = stems(text)
    told = read_bounds(report.told)
    return Telling(
        claim=claim,
        report=report,
        words=words,
        context=stems(_paragraph(report.text, claim.evidence.start)),
        things=stems(_texts(claim, Role.OBJECT, Role.RECIPIENT)),
        doers=stems(_texts(claim, Role.ACTOR)),
        names=stems(" ".join(_NAME.findall(text))),
        places=frozenset(filter(None, (place_of(f.mention, entities) for f in claim.roles if f.role in _PLACE_ROLES))),
        actors=_entities(claim, Role.ACTOR),
        others=_entities(claim, Role.RECIPIENT),
        scene=scene,
        when=read_bounds(claim.when.edtf if claim.when else None),
        told=told,
        numbers=claim.quantities,
        is_pointing=not claim.roles and len(words) <= 6 and words <= _POINTING | stems(" ".join(claim_names(claim))),
        is_ahead=is_to_come(claim),
        matter=matter,
        setting=setting,
        order=order,
        near=near,
    )


def is_to_come(claim: Claim) -> bool:
    """Whether a claim speaks of what may come: a plan, a demand, a forecast, "would never fall again"."""
    if claim.stance is Stance.DENIED:
        return bool(_NEVER.search(claim.evidence.text))
    return claim.stance in AHEAD or (claim.stance is Stance.POSSIBLE and bool(_TO_COME.search(claim.evidence.text)))


def _texts(claim: Claim, *roles: Role) -> str:
    """The words of the mentions in some roles, with their fullest name."""
    return " ".join(f"{f.mention.text} {f.mention.name}" for f in claim.roles if f.role in roles)


def _paragraph(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def claim_names(claim: Claim) -> list[str]:
    """Capitalised words of the evidence ("Trem's charge"): a name does not say what happened."""
    return _NAME.findall(claim.evidence.text)


def find_scene(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> str | None:
    """The place that most claims of a report name; None when none does."""
    counts = Counter(
        place
        for claim in claims
        for filler in claim.roles
        if filler.role in _PLACE_ROLES and (place := place_of(filler.mention, entities))
    )
    return min(counts, key=lambda place: (-counts[place], place)) if counts else None


def place_of(mention: Mention, entities: Mapping[str, Entity]) -> str | None:
    """The entity of a mention when it is a place, else None."""
    known = entities.get(mention.entity or "")
    return known.id if known and known.kind is EntityKind.PLACE else None


@lru_cache(maxsize=50_000)
def read_bounds(text: str | None) -> Bounds | None:
    """First and last day of a date; None where there is none or it cannot be read."""
    if not text:
        return None
    try:
        return edtf.bounds(re.sub(r"T[\d:]+", "", text))
    except ValueError:
        return None


def gap_days(left: Bounds, right: Bounds) -> int:
    """Days between two dates that do not meet, 0 when they may."""
    if left.meets(right):
        return 0
    spans = [(a.first, b.last) for a, b in ((left, right), (right, left))]
    return max((first - last).days for first, last in spans if first and last)


def latest_day(telling: Telling) -> date | None:
    """The last day on which what is told as done can have happened: the day it was told."""
    if telling.is_ahead or telling.stance in (Stance.POSSIBLE, Stance.QUESTIONED):
        return None
    return telling.told.last if telling.told else None


def anchor_day(telling: Telling) -> date | None:
    """The day that a telling is mostly about: its own date's start, else the day it was told."""
    for bounds in (telling.when, telling.told):
        if bounds and (bounds.first or bounds.last):
            return bounds.first or bounds.last
    return None


def _entities(claim: Claim, role: Role) -> frozenset[str]:
    return frozenset(f.mention.entity for f in claim.roles if f.role is role and f.mention.entity)


def is_day_of_saying(left: Telling, right: Telling) -> bool:
    """Whether one of two things that a voice says in one report is dated by the day on which it was said.

    "They have taken the base, he said on Sunday. “They entered it on Saturday,” he said": one happening.
    """
    if left.report.id != right.report.id or left.speaker_key != right.speaker_key or not left.actors & right.actors:
        return False
    return _is_dated_outside(left.claim) or _is_dated_outside(right.claim)


def _is_dated_outside(claim: Claim) -> bool:
    if claim.when is None:
        return False
    when = claim.when.span
    return not any(span.overlaps(when) for span in claim.evidence.spans)
