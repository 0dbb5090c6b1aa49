"""Claim: one proposition of a type, anchored to exact words, under a stance, with who says so."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.identity import identify
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something.

    `start` and `end` are None where the words do not stand in the text (the outlet in a chain, a
    speaker understood from an earlier paragraph). `entity` is None while unresolved, and stays
    None for unnamed sources. `names` are all forms folded into the entity, the fullest first.
    """

    text: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    names: tuple[str, ...] = ()

    @classmethod
    def at(cls, span: Span) -> Mention:
        """The mention that stands at a span, not yet resolved."""
        return cls(span.text, span.start, span.end)

    @property
    def name(self) -> str:
        """The fullest form known, else the words themselves."""
        return self.names[0] if self.names else self.text


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """A mention in its part."""

    role: Role
    mention: Mention


@dataclass(frozen=True, slots=True)
class When:
    """Words of the report that say when the thing happened.

    `edtf` is None where they give no date, or a relative one has no anchor. `basis` is what it was
    counted from: `words` (they give the whole date), `scene` (another date of the text), or where the
    day of telling is known from (`published`, `dateline`, `person`, `text`, `link`); None while open.
    """

    span: Span
    edtf: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in words: `low`, `best`, `high` (None: open), what it counts, whether "about" stood there.

    `of` is the role that is counted; `status` is `civilian`, `combatant` or None where not said.
    """

    span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    of: Role | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: who passes it on, by which words, and where it was said."""

    source: Mention
    cue: Span | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """How likely each part of a claim is right, 0 to 1: that it is a claim of its type in these words; if so, that its
    stance is right; that its nearest speaker is.
    """

    type: float
    stance: float
    speaker: float

    @property
    def whole(self) -> float:
        """How likely all three are right together."""
        return self.type * self.stance * self.speaker


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition as the nearest speaker puts it.

    As `read` leaves it: mentions unresolved, `when.edtf` None, quantities without values, and
    `chain` the speakers in the text only, nearest first (empty in the outlet's own voice).
    As `resolve` leaves it: all of that filled where the words allow, and `chain` runs from the
    speaker nearest the content to the outlet that carries the report.

    `said_in` is the nearest attribution, None in the outlet's own voice. `reader` is name and
    version of who read it, or a person. `confidence` is 0 to 1: how likely type, stance and nearest
    speaker are right together; `certainty` has it by part, None where the reader does not tell
    them apart. `decided` is the identifier of the decision that last touched it, None if none did.
    """

    id: str
    report: str
    version: str
    type: ClaimType
    stance: Stance
    evidence: Evidence
    trigger: Span | None = None
    roles: tuple[RoleFiller, ...] = ()
    when: When | None = None
    quantities: tuple[Quantity, ...] = ()
    manner: Span | None = None
    basis: Basis = Basis.UNSTATED
    said_in: str | None = None
    chain: tuple[Link, ...] = ()
    reader: str = ""
    confidence: float = 1.0
    certainty: Certainty | None = None
    decided: str | None = None

    def role(self, *wanted: Role) -> Mention | None:
        """The first mention in one of the wanted roles, tried in that order."""
        for role in wanted:
            for filler in self.roles:
                if filler.role is role:
                    return filler.mention
        return None

    @property
    def speaker(self) -> Mention | None:
        """The nearest speaker; the outlet when it speaks itself; None before resolving an own-voice claim."""
        return self.chain[0].source if self.chain else None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everybody and everything that it names: in its roles, then by whom it comes, nearest first."""
        return (*(filler.mention for filler in self.roles), *(link.source for link in self.chain))

    @property
    def is_own_voice(self) -> bool:
        """Whether the outlet says it itself."""
        return self.said_in is None and len(self.chain) <= 1


def identify_claim(
    report: str, version: str, type_: ClaimType, *, trigger: Span | None, evidence: Evidence, speaker: Span | None
) -> str:
    """A claim is its report and version, type, trigger span (evidence span without one) and innermost speaker's span.

    Never its confidence or its reader: the same claim read twice is one claim (rule 2 of the design). The report
    is part of it because two outlets that print the same words are two reports with two claims.
    """
    anchor = trigger or evidence
    spoken = (speaker.start, speaker.end) if speaker else (None, None)
    return identify("c", report, version, type_, anchor.start, anchor.end, *spoken)
