"""What persons decide of the reader's claims, brought to another reader's: gold's, which has other words, no triggers
and no words of saying.
"""

import pathlib
from datetime import UTC, datetime

import pytest

from sayso.evaluate import gold_reading, load_affair
from sayso.model.checking import accept, reject
from sayso.model.decision import sign
from sayso.model.pairing import pair_claims
from sayso.model.revision import revise
from sayso.pipeline import Stated, acquire_all, extract_pending, read_unread
from sayso.resolve import resolve, settle
from sayso.settings import load_settings
from sayso.workshop import open_workshop

AFFAIRS = pathlib.Path(__file__).parent / "golden" / "affairs"
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module", params=["quiral-crossing", "stolvina-prison"])
def pairs(request, tmp_path_factory):
    """Claims that reader and gold give the same type and speaker: text, attributions, the two, and gold's reading."""
    place, record = AFFAIRS / request.param, tmp_path_factory.mktemp("other") / "record.db"
    found = []
    with open_workshop(record, settings=load_settings(), create=True) as shop:
        acquire_all([str(place / "reports")], shop=shop)
        extract_pending(shop=shop, stated=Stated())
        read_unread(shop=shop)
        read = list(shop.record.readings())
        gold = gold_reading(load_affair(place), [report for report, _ in read])
        for (report, reading), (_, other) in zip(read, gold, strict=True):
            seen = settle(report, reading)
            (resolution,) = resolve([(report, seen)], knowledge=shop.knowledge, settled=[report.id])
            speakers = {claim.id: speaker(claim) for claim in seen.claims}  # as read: resolving may find one before him
            for mine, theirs in pair_claims(resolution.claims, other.claims).both:
                if mine.type is theirs.type and speakers[mine.id] == speaker(theirs):
                    found.append((report, resolution.attributions, mine, theirs, other))
    return found


def speaker(claim):
    """Where the words for the nearest speaker begin; None in the outlet's own voice."""
    return claim.chain[0].source.start if claim.chain else None


def after(act, report, other):
    made = sign(*act, by="Amal", at=NOON, because="seen")
    return revise(other, [made], {report.version: report.text})


def test_there_is_something_to_decide_on(pairs):
    assert len(pairs) >= 15


def test_a_rejected_claim_stays_rejected_and_takes_no_other_with_it(pairs):
    for report, attributions, mine, theirs, other in pairs:
        left = after(reject(mine, attributions), report, other)
        assert left.reading.claims == tuple(each for each in other.claims if each is not theirs), mine.evidence.text
        assert left.lost == ()


def test_an_accepted_claim_takes_the_place_of_the_other_readers(pairs):
    for report, attributions, mine, theirs, other in pairs:
        done = after(accept(mine, attributions), report, other)
        assert len(done.reading.claims) == len(other.claims), mine.evidence.text
        stands = done.reading.claims[other.claims.index(theirs)]
        assert (stands.id, stands.stance, stands.evidence) == (mine.id, mine.stance, mine.evidence)
