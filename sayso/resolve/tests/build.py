"""Builders: a report, a claim and a reading in one line each."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.identity import identify
from sayso.model.knowledge import Knowledge
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.resolve import resolve

READER = ReaderIdentity("test", "1", "0")


def report(text: str, *, outlet: str | None = "The Lowen Gazette", published: str | None = "2031-05-12") -> Report:
    told = Published(published, PublishedBasis.HEADER) if published else None
    return Report(identify("r", outlet, text), "test", text, outlet=outlet, published=told)


def span(text: str, words: str, *, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def claim(
    where: Report,
    words: str,
    *,
    by: Sequence[str] = (),
    cue: str | None = None,
    when: str | None = None,
    count: str | None = None,
    stance: str = "asserted",
    type_: str = "statement",
    **roles: str,
) -> Claim:
    """A claim with its words found in the report; sources are found in the sentences beside them."""
    evidence = span(where.text, words)
    links = []
    for source in by:
        beside = max(where.text.rfind("\n\n", 0, evidence.start), 0)
        found = span(where.text, source, after=beside if source in where.text[beside:] else 0)
        links.append(Link(Mention.at(found), span(where.text, cue, after=found.end) if cue else None))
    quantity = span(where.text, count, after=evidence.start) if count else None
    fillers = [
        RoleFiller(Role(role), Mention.at(span(where.text, filler, after=evidence.start)))
        for role, filler in roles.items()
    ]
    return Claim(
        id=identify("c", where.id, words, *by),
        report=where.id,
        version=where.version,
        type=ClaimType(type_),
        stance=Stance(stance),
        evidence=Evidence((evidence,)),
        roles=tuple(fillers),
        when=When(span(where.text, when)) if when else None,
        quantities=(Quantity(quantity),) if quantity else (),
        said_in="t1" if by else None,
        chain=tuple(links),
    )


def read(where: Report, *claims: Claim) -> tuple[Report, Reading]:
    return where, Reading(where.id, where.version, READER, (), claims)


def resolve_one(where: Report, *claims: Claim) -> Resolution:
    return resolve([read(where, *claims)], knowledge=Knowledge())[0]


def chain_names(one: Claim) -> list[str]:
    return [link.source.name for link in one.chain]
