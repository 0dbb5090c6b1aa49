"""Properties of decisions on known things and on claims, over a record of invented reports."""

import datetime
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.acquire import Limits
from sayso.corroborate import corroborate
from sayso.model.addition import Addition, Tie, write_addition
from sayso.model.checking import accept, amend, reject
from sayso.model.decision import DecisionKind, Target
from sayso.model.draft import Step
from sayso.model.knowing import decide_knowledge
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.rows import rows_of
from sayso.model.values.stance import ClaimType, Stance
from sayso.pipeline import derive_snapshot, propose, run, take_in
from sayso.read import load_reader
from sayso.record import open_record
from sayso.resolve import resolve
from sayso.workshop import Workshop

REPORTS = {
    "a": """outlet: Northgate Wire
published: 2031-03-02
language: en

The Amber Column captured the town of Tar on Sunday, the activist Odo Kell said. The River Guard left it.
""",
    "b": """outlet: Lowen Gazette
published: 2031-03-03
language: en

Shops stayed shut all week along the river.

Fighters of the Amber Column seized Tar on Sunday after a short battle, Colonel Odd Kjell told the Gazette.

The mayor of Tar, Lia Moss, denied that the town had been captured. Moss said the Guard held it.
""",
    "c": """outlet: Sahel Post
published: 2031-03-03
language: en

The Column took Tar, said its spokesman Jon Kell.

Lia Mosse, the mayor, denied it. Northgate Wire said the river was calm.
""",
}
PEOPLE = ["Odo Kell", "Odd Kjell", "Kell", "Jon Kell", "Lia Moss", "Moss", "Lia Mosse"]
BODIES = ["Amber Column", "The Column", "River Guard", "the Guard", "Northgate Wire", "Lowen Gazette"]
NAMES = st.sampled_from([*PEOPLE, *BODIES, "Tar", "amber-column", "odo-kell", "Nobody"])
ADDED = st.builds(
    lambda key, names, of: (
        DecisionKind.ADD,
        key,
        write_addition(Addition("the register", EntryType.ARMED_GROUP, tuple(names), ties=(Tie(of),) if of else ())),
    ),
    st.sampled_from(["amber-column", "odo-kell"]),
    st.lists(NAMES, min_size=1, max_size=2, unique=True),
    st.none() | st.sampled_from(["amber-column", "odo-kell"]),
)
RELATED = st.tuples(st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT]), NAMES, NAMES)
MADE = st.lists(ADDED | RELATED, min_size=1, max_size=4)


class Clock:
    """A second later each time."""

    def __init__(self):
        self.now = datetime.datetime(2031, 4, 1, tzinfo=datetime.UTC)

    def __call__(self):
        self.now += datetime.timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reversible")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with open_record(folder / "record.db") as record:
        opened = Workshop(record, load_reader, Knowledge(digest="none"), Limits(), "Amal", Clock())
        run([str(folder)], shop=opened)
        yield opened


def make(decided, shop):
    kind, known, value = decided
    made = propose(kind, Target(known=known), value, because="it is so", shop=shop)
    take_in(made, shop)
    return made


def undo(made, shop):
    back = propose(DecisionKind.UNDO, made.target, made.id, because="it is not", shop=shop)
    take_in(back, shop)
    return back


def rows(shop):
    return [json.dumps(row, sort_keys=True) for row in rows_of(shop.record.snapshot())]


# The record is one for all examples: each leaves it as it was, which is the very property.
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(MADE, st.randoms(use_true_random=False))
def test_any_decisions_undone_in_any_order_give_back_every_row_and_their_undoing_undone_all_of_theirs(
    shop, decided, chance
):
    before = rows(shop)
    made = [make(each, shop) for each in decided]
    after = rows(shop)
    backs = [undo(each, shop) for each in chance.sample(made, len(made))]
    assert rows(shop) == before
    again = [undo(each, shop) for each in backs]
    assert rows(shop) == after
    for each in again:
        undo(each, shop)
    assert rows(shop) == before


FEWER = settings(FEW, max_examples=12)  # each decision derives the record anew

#: A decision on some claim of the record: which claim, what, and with which value where it is amended.
ON_CLAIM = st.tuples(
    st.integers(0, 30),
    st.one_of(
        st.just((accept,)),
        st.just((reject,)),
        st.sampled_from(Stance).map(lambda stance: (amend, "stance", stance)),
        st.sampled_from(ClaimType).map(lambda type_: (amend, "type", type_)),
        st.just((amend, "speaker", ())),
        st.just((amend, "place", ())),
        st.sampled_from(["Lia Moss", "Odo Kell"]).map(lambda name: (amend, "speaker", name)),
    ),
)


def decide_claim(decided, shop):
    """A decision on one of the claims that stand now; None where none is left."""
    which, (act, *changed) = decided
    claims = [(claim, each) for each in shop.record.snapshot().resolutions for claim in each.claims]
    if not claims:
        return None
    claim, resolution = claims[which % len(claims)]
    if changed and isinstance(changed[1], str) and changed[0] == "speaker":
        start = resolution.report.text.find(changed[1])
        changed[1] = (Step((start, start + len(changed[1]))),) if start >= 0 else ()
    made = propose(*act(claim, resolution.attributions, *changed), because="seen", shop=shop)
    take_in(made, shop)
    return made


@FEWER
@given(st.lists(ON_CLAIM, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_any_decisions_on_claims_undone_in_any_order_give_back_every_row(shop, decided, chance):
    before = rows(shop)
    made = [each for each in (decide_claim(one, shop) for one in decided) if each]
    after = rows(shop)
    backs = [undo(each, shop) for each in chance.sample(made, len(made))]
    assert rows(shop) == before
    again = [undo(each, shop) for each in backs]
    assert rows(shop) == after
    for each in again:
        undo(each, shop)
    assert rows(shop) == before


@FEWER
@given(st.lists(ON_CLAIM, min_size=1, max_size=4))
def test_a_blind_reader_loses_nothing_that_a_person_stands_by(shop, decided):
    made = [each for each in (decide_claim(one, shop) for one in decided) if each]
    claims = {claim.id: claim for each in shop.record.snapshot().resolutions for claim in each.claims}
    blind = [(report, replace(reading, claims=(), attributions=())) for report, reading in shop.record.readings()]
    texts = {report.version: report.text for report, _ in blind}
    left = derive_snapshot(blind, knowledge=shop.knowledge, decisions=shop.record.decisions(), texts=texts)
    found = {claim.id: claim for each in left.resolutions for claim in each.claims}
    assert set(found) == {id_ for id_, claim in claims.items() if claim.decided}
    for id_, claim in found.items():
        assert (claim.type, claim.stance, claim.evidence) == (
            claims[id_].type,
            claims[id_].stance,
            claims[id_].evidence,
        )
    for each in made:
        undo(each, shop)


@FEW
@given(MADE, st.permutations(range(len(REPORTS))))
def test_the_order_of_reports_changes_neither_who_is_one_nor_any_count(shop, decided, order):
    decisions = [propose(kind, Target(known=known), value, because="x", shop=shop) for kind, known, value in decided]
    knowledge = decide_knowledge(shop.knowledge, decisions)
    readings = list(shop.record.readings())
    one = derive_snapshot(readings, knowledge=knowledge)
    other = derive_snapshot([readings[place] for place in order], knowledge=knowledge)
    assert partition(one) == partition(other)
    assert counts(one) == counts(other)


def test_the_reports_tell_enough_for_these_properties_to_mean_something(shop):
    snapshot = shop.record.snapshot()
    assert max(len(event.voices) for event in snapshot.corroboration.events) >= 3
    assert corroborate(resolve(shop.record.readings(), knowledge=Knowledge()), knowledge=Knowledge()).events


def partition(snapshot):
    """Which mentions are one entity, whatever it is called."""
    groups = {}
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            mentions = [link.source for link in claim.chain] + [filler.mention for filler in claim.roles]
            for at, mention in enumerate(mentions):
                groups.setdefault(mention.entity or (claim.id, at), set()).add((claim.id, at))
    return {frozenset(group) for group in groups.values()}


def counts(snapshot):
    events = {
        (frozenset(event.claims), len(event.voices), len(event.conflicts), event.knowledge)
        for event in snapshot.corroboration.events
    }
    holdings = {(h.start, h.end, h.status, h.voices, frozenset(h.claims)) for h in snapshot.corroboration.holdings}
    return events, holdings
