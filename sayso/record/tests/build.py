"""Builders: each makes one thing in one line. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sayso.model.capture import Capture
from sayso.model.claim import Claim, Link, Mention, RoleFiller, When
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.event import Event
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

NATIVE = ReaderIdentity("native", "1.0", "aa11")
OTHER = ReaderIdentity("llm", "2.0", "bb22")
MORNING = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def clock() -> Callable[[], datetime]:
    """A clock that is a second later each time it is asked."""
    times = (MORNING + timedelta(seconds=second) for second in range(1_000_000))
    return lambda: next(times)


def capture(text: str = "page", *, address: str = "a.html", hour: int = 8) -> Capture:
    return Capture(address, text.encode(), MORNING.replace(hour=hour), "text/html", headers=(("etag", "1"),))


def report(text: str = "Fighters left.", *, of: str = "r1", title: str | None = None) -> Report:
    return Report(of, "a.html", text, title=title, outlet="Sahel Post")


def reading(of: Report, *, by: ReaderIdentity = NATIVE, claims: tuple[Claim, ...] = ()) -> Reading:
    return Reading(of.id, of.version, by, claims=claims)


def claim(id_: str = "c1", *, of: str = "r1", place: str = "tel-arwan", when: str | None = None) -> Claim:
    said = Span(0, 8, "Fighters")
    return Claim(
        id=id_,
        report=of,
        version="v",
        type=ClaimType.WITHDRAW,
        stance=Stance.ASSERTED,
        evidence=Evidence((said,)),
        roles=(RoleFiller(Role.PLACE, Mention("Tel Arwan", entity=place)), RoleFiller(Role.ACTOR, Mention.at(said))),
        when=When(said, when) if when else None,
        chain=(Link(Mention("a spokesman", entity="spokesman")), Link(Mention("Sahel Post", entity="sahel-post"))),
    )


def voice(id_: str, *claims: str) -> Voice:
    return Voice(id_, "a spokesman", (), "army", (Stance.ASSERTED,), Interest.FOR, claims)


def event(id_: str, *claims: str, voices: tuple[Voice, ...] = ()) -> Event:
    return Event(id_, ClaimType.WITHDRAW, "tel-arwan", ("Tel Arwan",), "2026-02", claims, voices)


def derived(*events: Event) -> Corroboration:
    return Corroboration(events=events)


def resolution(of: Report, *claims: Claim) -> Resolution:
    return Resolution(of, claims=claims)


def known_decision(id_: str = "k1", *, known: str = "northern-front") -> Decision:
    target = Target(known=known)
    return Decision(id_, DecisionKind.MERGE, target, '["the Front"]', "amal", MORNING, "one body by two names")


def decision(id_: str = "d1", *, value: str = "c1", kind: DecisionKind = DecisionKind.REJECT) -> Decision:
    return Decision(id_, kind, Target("r1", "v", 0, 8, "claim"), value, "amal", MORNING, "the words say otherwise")
