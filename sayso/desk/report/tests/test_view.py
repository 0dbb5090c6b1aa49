"""The view of a report, on the sample affair as it is read, and on reports written for one point each."""

import pytest

from sayso.desk.report.view import PART_BYTES, view_report
from sayso.errors import NotInRecord
from sayso.model.claim import Claim, Link, Mention
from sayso.model.corroboration import Corroboration
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance


@pytest.fixture(scope="module")
def snapshot(workshop):
    return workshop.record.snapshot()


def report_of(snapshot, outlet):
    return next(r.report for r in snapshot.resolutions if r.report.outlet == outlet)


def view_of(snapshot, outlet):
    return view_report(snapshot, report_of(snapshot, outlet).id)


def of_wire(others):
    """The wire's first report among others."""
    return next(other for other in others if other.report.title.startswith("Northern Front says it has captured"))


def test_the_text_of_every_report_is_shown_letter_for_letter(snapshot):
    for resolution in snapshot.resolutions:
        view = view_report(snapshot, resolution.report.id)
        lines = [
            "".join(piece.text for run in each.runs for piece in run.pieces) for each in view.paragraphs if each.runs
        ]
        assert lines == [line for line in resolution.report.text.split("\n") if line]


def test_every_claim_is_shown_once_in_the_order_of_its_words(snapshot):
    for resolution in snapshot.resolutions:
        view = view_report(snapshot, resolution.report.id)
        shown = [claim for saying in view.sayings for claim in saying.claims]
        assert sorted(claim.id for claim in shown) == sorted(claim.id for claim in resolution.claims)
        assert [claim.start for claim in shown] == sorted(claim.start for claim in shown)


def test_the_words_of_every_claim_begin_in_exactly_one_place(snapshot):
    for resolution in snapshot.resolutions:
        view = view_report(snapshot, resolution.report.id)
        begun = [claim for each in view.paragraphs for run in each.runs for claim in run.begins]
        assert sorted(begun) == sorted(claim.id for claim in resolution.claims)


def test_a_reader_sees_who_said_it_and_through_whom(snapshot):
    view = view_of(snapshot, "The Dhuma Gazette")
    taken = next(s for s in view.sayings for claim in s.claims if claim.words.startswith("Our men took"))
    assert [step.name for step in taken.steps] == ["Idris Fennar", "Signal Press Agency", "The Dhuma Gazette"]


def test_a_copy_is_never_told_as_another_voice(snapshot):
    view = view_of(snapshot, "The Calder Argus")
    assert [(tie.report.outlet, tie.relation) for tie in view.lineage.origins] == [("Signal Press Agency", "copy")]
    wire = of_wire(view.also.repeats)
    assert wire.relation == "copy"
    assert not any(point.kind == "voice" and point.claim.speaker.name == "Idris Fennar" for point in wire.points)
    assert wire.report.id not in {other.report.id for other in view.also.others}


def test_check_also_has_the_report_that_says_otherwise_first_with_its_words(snapshot):
    view = view_of(snapshot, "The Dhuma Gazette")
    first = view.also.others[0]
    assert first.points[0].kind == "against"
    claims = {claim.id: claim for each in snapshot.resolutions for claim in each.claims}
    assert first.points[0].ours.report == view.id
    assert claims[first.points[0].claim.id].report == first.report.id


def test_what_this_report_tells_of_both_sides_is_no_news_of_another(snapshot):
    wire = of_wire(view_of(snapshot, "The Calder Argus").also.repeats)  # both tell that it was taken and denied
    assert not [point for point in wire.points if point.kind == "against"]


def test_events_count_voices_and_not_reports(snapshot):
    view = view_of(snapshot, "The Dhuma Gazette")
    line = next(c.event for s in view.sayings for c in s.claims if c.words.startswith("Our men took"))
    event = next(e for e in snapshot.corroboration.events if e.id == line.id)
    assert line.asserting == sum(Stance.ASSERTED in voice.stances for voice in event.voices)
    assert line.asserting < line.reports


def test_what_the_page_does_not_say_is_listed_and_not_filled_in():
    bare = Snapshot((Resolution(Report("r1", "/home/amal/a.txt", "They left.")),))
    head = view_report(bare, "r1").head
    assert head.missing == ("outlet", "published", "url", "language")
    assert (head.told, head.link, head.file) == (None, None, "a.txt")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[broken", "ftp://a.example"]
)
def test_only_an_address_on_the_web_is_a_link(address):
    found = view_report(Snapshot((Resolution(Report("r1", "a.txt", "They left.", url=address)),)), "r1").head
    assert found.link is None


def test_a_long_report_comes_in_parts_that_together_have_everything():
    text = "\n\n".join(f"Fighters left village {number}, he said." for number in range(400))
    claims, at = [], 0
    for line in text.split("\n\n"):
        span = Span.of(text, at, at + len(line) - 1)
        claims.append(
            Claim(
                f"c{at}",
                "r1",
                "v",
                ClaimType.WITHDRAW,
                Stance.ASSERTED,
                Evidence((span,)),
                chain=(Link(Mention("he")),),
            )
        )
        at += len(line) + 2
    long = Snapshot((Resolution(Report("r1", "a.txt", text), claims=tuple(claims)),), Corroboration())
    total = view_report(long, "r1").parts.total
    views = [view_report(long, "r1", part=part) for part in range(1, total + 1)]
    assert total > 1
    assert [c.id for view in views for s in view.sayings for c in s.claims] == [claim.id for claim in claims]
    assert sum(len(view.paragraphs) for view in views) == 400
    assert all(len(view.sayings) * 1_500 <= PART_BYTES for view in views)
    last = claims[-1]
    assert view_report(long, "r1", claim=last.id).parts.shown == total
    assert view_report(long, "r1", words=(last.evidence.start, last.evidence.end)).parts.shown == total
    assert view_report(long, "r1", part=99).parts.shown == total


def test_a_report_that_is_not_there_is_named():
    with pytest.raises(NotInRecord, match="r9"):
        view_report(Snapshot(), "r9")
