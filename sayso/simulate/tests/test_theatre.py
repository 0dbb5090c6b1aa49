"""Claims stand in their texts; the same seed gives the same world; the truth is of these reports."""

from __future__ import annotations

import pytest

from sayso.simulate import Settings, Theatre, simulate

SMALL = Settings(seed=3, claims=600, flood_every=0)


@pytest.fixture(scope="module")
def theatres() -> list[Theatre]:
    return list(simulate(SMALL))


def test_every_span_gives_back_its_words(theatres: list[Theatre]) -> None:
    for resolution in (r for theatre in theatres for r in theatre.resolutions):
        text = resolution.report.text
        for claim in resolution.claims:
            spans = [*claim.evidence.spans, claim.trigger, claim.when and claim.when.span, claim.manner]
            spans += [quantity.span for quantity in claim.quantities]
            assert all(text[span.start : span.end] == span.text for span in spans if span)
            mentions = [filler.mention for filler in claim.roles] + [link.source for link in claim.chain]
            assert all(text[m.start : m.end] == m.text for m in mentions if m.start is not None)


def test_the_same_seed_gives_the_same_world(theatres: list[Theatre]) -> None:
    assert list(simulate(SMALL)) == theatres


def test_another_seed_gives_another_world(theatres: list[Theatre]) -> None:
    other = next(simulate(Settings(seed=4, claims=1)))
    assert not {r.report.text for r in other.resolutions} & {r.report.text for r in theatres[0].resolutions}


def test_identifiers_are_used_once(theatres: list[Theatre]) -> None:
    reports = [r.report.id for theatre in theatres for r in theatre.resolutions]
    claims = [claim.id for theatre in theatres for r in theatre.resolutions for claim in r.claims]
    assert len(set(reports)) == len(reports)
    assert len(set(claims)) == len(claims)


def test_every_claim_is_of_one_happening(theatres: list[Theatre]) -> None:
    for theatre in theatres:
        told = [claim for happening in theatre.truth.happenings for claim in happening.claims]
        assert sorted(told) == sorted(claim.id for r in theatre.resolutions for claim in r.claims)
