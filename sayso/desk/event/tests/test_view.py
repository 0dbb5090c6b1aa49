"""What an event's page shows: who says it, who denies it, by which words, and how the voices were counted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import sayso
from sayso.brief.count import caption_event
from sayso.desk.event.lineage import Branch
from sayso.desk.event.tests.affair import (
    DENIED,
    PLANNED,
    account,
    claim,
    conflict,
    event,
    snapshot,
    voice,
)
from sayso.desk.event.view import EventView, view_event
from sayso.errors import NotInRecord
from sayso.model.conflict import ConflictOn
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import FACTUAL, ClaimType, Stance
from sayso.pipeline import run
from sayso.record import open_record
from sayso.settings import Settings
from sayso.workshop import open_workshop

ORVAKH = Path(sayso.__file__).parent.parent / "tests" / "golden" / "corroboration" / "four-days-at-orvakh.yaml"


@pytest.fixture(scope="module")
def sample(read_once: Path) -> Snapshot:
    with open_record(read_once, create=False) as record:
        return record.snapshot()


@pytest.fixture(scope="module")
def orvakh(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("orvakh")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in yaml.safe_load(ORVAKH.read_text(encoding="utf-8"))["reports"].items():
        (reports / name).write_text(text, encoding="utf-8")
    with open_workshop(folder / "record.db", settings=Settings(user="sample"), create=True) as shop:
        run([str(reports)], shop=shop)
        return shop.record.snapshot()


def views(snapshot_: Snapshot) -> list[EventView]:
    return [view_event(snapshot_, each.id) for each in snapshot_.corroboration.events]


def of_type(snapshot_: Snapshot, type_: ClaimType) -> EventView:
    """The event of a type that most claims tell of."""
    return max((v for v in views(snapshot_) if v.event.type is type_), key=lambda view: len(view.rows))


def shown_claims(view: EventView) -> list[str]:
    """All claims whose words stand in accounts, beside them, or below."""
    heard = [each for side in view.sides for each in side.heard] + [each for b in view.beside for each in b.heard]
    sayings = [saying for each in heard for saying in each.sayings]
    sayings += [saying for part in (*view.sides, *view.beside) for saying in part.unsourced] + list(view.elsewhere)
    return [id_ for saying in sayings for id_ in (saying.claim.id, *(again.id for again, _ in saying.again))]


def test_the_headline_is_the_briefs_own(sample: Snapshot) -> None:
    for view in views(sample):
        reports = {each.report.id for each in view.rows}
        assert view.count == caption_event(view.event, reports=len(reports))


def test_every_claims_words_are_on_the_page_once(sample: Snapshot, orvakh: Snapshot) -> None:
    for view in [*views(sample), *views(orvakh)]:
        assert sorted(shown_claims(view)) == sorted(view.event.claims)


def test_accounts_hold_only_what_somebody_says_of_what_happened(sample: Snapshot) -> None:
    for view in views(sample):
        stances = {stance for side in view.sides for heard in side.heard for stance in heard.stances}
        assert stances <= FACTUAL
        assert not {each.stance for each in view.beside} & FACTUAL


def test_each_report_that_carries_a_voice_stands_once_in_its_tree(sample: Snapshot, orvakh: Snapshot) -> None:
    reports = {c.id: c.report for each in (sample, orvakh) for r in each.resolutions for c in r.claims}
    for view in [*views(sample), *views(orvakh)]:
        for each in view.voices:
            drawn = [branch.report.id for branch in walk(each.branches) if branch.report.held]
            assert sorted(drawn) == sorted({reports[id_] for id_ in each.voice.claims})


def walk(branches: tuple[Branch, ...]) -> list[Branch]:
    return [found for branch in branches for found in (branch, *walk(branch.taken_over))]


def test_the_fall_of_the_airport_has_three_accounts_of_three_voices(orvakh: Snapshot) -> None:
    view = of_type(orvakh, ClaimType.SEIZE)
    assert view.count == "2 voices (1 for, 1 third) in 5 reports; denied by 1 (against)"
    told = [(side.letter, [heard.voice.name for heard in side.heard]) for side in view.sides]
    assert told == [("A", ["Davit Renn"]), ("B", ["residents of the town"]), ("C", ["People's Legion"])]
    assert {(each.on, each.left.letters, each.right.letters) for each in view.disputes} == {
        (ConflictOn.OCCURRENCE, ("A", "B"), ("C",)),
        (ConflictOn.MANNER, ("A",), ("B",)),
    }


def test_copy_and_correction_stand_below_the_wire(orvakh: Snapshot) -> None:
    view = of_type(orvakh, ClaimType.SEIZE)
    (wire,) = next(each for each in view.voices if each.voice.name == "Davit Renn").branches
    assert wire.report.outlet == "Meridian Wire"
    below = sorted((each.report.outlet, str(each.edge.relation)) for each in wire.taken_over if each.edge)
    assert below == [("Meridian Wire", "version"), ("The Belmar Courier", "copy")]
    assert view.repeats == 2


def test_a_corrected_number_is_an_update_and_clashes_with_another_voices(orvakh: Snapshot) -> None:
    (scale,) = of_type(orvakh, ClaimType.KILL).scales
    told = [(c.voice.name, c.best, c.is_past, c.is_update, c.clashes) for c in scale.counts]
    assert told == [
        ("Davit Renn", 12, True, False, False),
        ("Davit Renn", 9, False, True, True),
        ("A nurse at the town's hospital", 5, False, False, True),
    ]
    first = of_type(orvakh, ClaimType.KILL).sides[0].heard[0].leads[0]
    assert first.claim.quantities[0].best == 9  # the number that stands leads, not the one taken back


def test_a_question_stands_beside_and_never_in_an_account(sample: Snapshot) -> None:
    asked = [view for view in views(sample) if any(each.stance is Stance.QUESTIONED for each in view.beside)]
    assert asked
    for view in asked:
        questions = {row.claim.id for row in view.rows if row.claim.stance is Stance.QUESTIONED}
        assert not questions & set(view.accounts)


def test_what_has_no_source_is_nobodys_voice() -> None:
    told, rumour = claim("c1", "took Tarsel"), claim("c2", "Tarsel had fallen", by=None)
    happened = event((told, rumour), (voice("Idan Morr", "c1"),), account("a1", "c1", "c2"), unsourced=("c2",))
    (side,) = view_event(snapshot((told, rumour), happened), "v1").sides
    assert [heard.voice.name for heard in side.heard] == ["Idan Morr"]
    assert [(each.claim.id, each.is_unsourced) for each in side.unsourced] == [("c2", True)]


def test_what_was_taken_back_is_marked() -> None:
    told = claim("c1", "took Tarsel")
    happened = event((told,), (voice("Idan Morr", "c1"),), account("a1", "c1"), retracted=("c1",))
    (side,) = view_event(snapshot((told,), happened), "v1").sides
    assert side.heard[0].sayings[0].is_retracted


def test_words_in_no_account_are_still_shown() -> None:
    told, lost = claim("c1", "took Tarsel"), claim("c2", "held its gate", by="a baker")
    happened = event((told, lost), (voice("Idan Morr", "c1"), voice("a baker", "c2")), account("a1", "c1"))
    assert [each.claim.id for each in view_event(snapshot((told, lost), happened), "v1").elsewhere] == ["c2"]


def test_both_sides_of_a_conflict_have_their_voices_and_words() -> None:
    took, lost = claim("c1", "took Tarsel"), claim("c2", "had lost Tarsel", by="the army", stance=DENIED)
    clash = conflict(ConflictOn.OCCURRENCE, ("c1",), ("c2",), ("took Tarsel", "had lost Tarsel"))
    happened = event(
        (took, lost),
        (voice("Idan Morr", "c1"), voice("the army", "c2", stances=(DENIED,))),
        account("a1", "c1"),
        account("a2", "c2"),
        conflicts=(clash,),
    )
    (dispute,) = view_event(snapshot((took, lost), happened), "v1").disputes
    told = [(each.letters, [(h.voice.name, h.sayings[0].claim.id) for h in each.heard]) for each in dispute.sides]
    assert told == [(("A",), [("Idan Morr", "c1")]), (("B",), [("the army", "c2")])]
    assert dispute.because == "they cannot both be so"


def test_an_event_that_is_only_planned_has_no_account() -> None:
    plan = claim("c1", "will take Tarsel", stance=PLANNED)
    happened = event((plan,), (voice("Idan Morr", "c1", stances=(PLANNED,)),))
    view = view_event(snapshot((plan,), happened), "v1")
    assert view.sides == ()
    assert [each.stance for each in view.beside] == [PLANNED]
    assert view.support == 0


def test_an_unknown_event_is_not_in_the_record() -> None:
    with pytest.raises(NotInRecord):
        view_event(Snapshot(), "v9")
