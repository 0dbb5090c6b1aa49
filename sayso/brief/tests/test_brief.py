"""What a brief shows, and what it never shows. The affair is invented."""

import pytest

from sayso.brief import caption_chain, explain, write_brief
from sayso.brief.copies import fold_copies
from sayso.brief.tally import tell_counts
from sayso.errors import NotInRecord
from sayso.model.account import Account
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding, HoldingStatus
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

BASE = Mention("the base", 0, 8, "e-base", ("Tarsel air base", "the base"))
GUARD = Mention("The Guard", 0, 9, "e-guard", ("The Karun Guard", "The Guard"))


def claim(name, words, *, by, stance=Stance.ASSERTED, type_=ClaimType.SEIZE, report="r1", roles=None):
    outlet = Link(Mention("Harra Post"))
    roles = roles if roles is not None else (RoleFiller(Role.OBJECT, BASE), RoleFiller(Role.ACTOR, GUARD))
    chain = (Link(Mention(by)), outlet) if by else (outlet,)
    evidence = Evidence((Span(0, len(words), words),))
    said_in = "t1" if by else None
    return Claim(name, report, "v1", type_, stance, evidence, roles=roles, said_in=said_in, chain=chain)


def voice(name, *claims, stances=(Stance.ASSERTED,), interest=Interest.UNKNOWN):
    return Voice(f"w-{name}", name, (name,), None, stances, interest, claims)


def report(name="r1", *, title="Guard takes Tarsel", published="2024-05-12", flaws=()):
    told = Published(published, PublishedBasis.HEADER) if published else None
    return Report(name, f"{name}.txt", "", title=title, outlet="Harra Post", published=told, flaws=flaws)


TAKEN = claim("c1", "our men took the base without a fight", by="Idan Morr")
FOUGHT = claim("c2", "the base fell after fierce fighting", by="local sources")
LOST = claim("c3", "it had lost the base", by="the army", stance=Stance.DENIED)
GIVEN = claim("c4", "hand the base over to Vesland", by=None, stance=Stance.QUESTIONED, type_=ClaimType.HAND_OVER)
COPY = claim("c5", "our men took the base without a fight", by="Idan Morr", report="r2")
PLACE = {"place": "e-base", "place_names": ("Tarsel air base",)}
FALL = Event(
    "v1",
    ClaimType.SEIZE,
    when="2024-05-11",
    claims=("c1", "c2", "c3", "c5"),
    voices=(
        voice("Idan Morr", "c1", "c5", interest=Interest.FOR),
        voice("local sources", "c2", interest=Interest.THIRD),
        voice("the army", "c3", stances=(Stance.DENIED,), interest=Interest.AGAINST),
    ),
    accounts=(Account("a1", ("c1", "c5"), ("w-Idan Morr",)), Account("a2", ("c2",), ("w-local sources",))),
    conflicts=(
        Conflict(
            ConflictOn.MANNER, ("a1", "a2"), (("c1", "c5"), ("c2",)), ("without a fight", "after fierce fighting")
        ),
    ),
    **PLACE,
)
ASKED = Event(
    "v2",
    ClaimType.HAND_OVER,
    when=None,
    claims=("c4",),
    voices=(voice("Harra Post", "c4", stances=(Stance.QUESTIONED,)),),
    **PLACE,
)
HELD = Holding(
    "e-base",
    ("Tarsel air base",),
    "e-guard",
    ("The Karun Guard",),
    "2024-05-11",
    None,
    HoldingStatus.DISPUTED,
    "2024-05-12",
    ("v1",),
    2,
    ("c1", "c2"),
)
SNAPSHOT = Snapshot(
    (
        Resolution(report(), claims=(TAKEN, FOUGHT, LOST, GIVEN)),
        Resolution(report("r2", title="Tarsel falls", published=None, flaws=(Flaw(FlawKind.NO_DATE),)), claims=(COPY,)),
    ),
    Corroboration(
        lineage=(Lineage("r2", "r1", Relation.COPY, 0.97, "the same words"),), events=(FALL, ASKED), holdings=(HELD,)
    ),
)


def section(title, *, of="Tarsel"):
    return next((s for s in write_brief(SNAPSHOT, of).sections if s.title.startswith(title)), None)


def test_it_says_who_holds_the_place_since_when_and_how_that_stands():
    (topic,) = section("Who holds it").topics
    assert topic.title == "The Karun Guard holds Tarsel air base, from 2024-05-11 on"
    assert topic.count == "disputed; 2 voices; last said on 2024-05-12"


def test_it_counts_voices_not_copies_and_denials_under_their_own_name():
    (topic,) = section("What happened").topics
    assert topic.count == "2 voices (1 for, 1 third) in 2 reports; denied by 1 (against)"


def test_voices_that_do_not_say_the_same_are_not_counted_without_saying_so():
    (topic,) = section("What happened").topics
    assert topic.note == "these voices do not all say the same: accounts disagree on manner"
    (asked,) = section("Planned").topics
    assert asked.note is None


def test_a_copy_is_counted_beside_the_words_it_copies_and_not_quoted_again():
    (topic,) = section("What happened").topics
    assert [(quote.said_by, quote.copies) for quote in topic.quotes if quote.words == TAKEN.evidence.text] == [
        ("Idan Morr, in Harra Post", 1)
    ]


def test_another_wording_of_the_same_voice_is_quoted_too():
    more = claim("c6", "we hold the gate and the tower", by="Idan Morr")
    assert [[c.id for c in group] for group in fold_copies([TAKEN, more, COPY])] == [["c1", "c5"], ["c6"]]


def test_every_line_has_its_exact_words_its_speaker_and_its_report():
    (topic,) = section("What happened").topics
    denial = topic.quotes[-1]
    assert (denial.words, denial.said_by, denial.stance) == (
        LOST.evidence.text,
        "the army, in Harra Post",
        Stance.DENIED,
    )
    assert write_brief(SNAPSHOT, "Tarsel").reports[denial.report - 1].report.id == "r1"


def test_accounts_that_disagree_stand_against_each_other_with_their_voices():
    (topic,) = section("Where accounts disagree").topics
    assert topic.count == (
        "“without a fight” (1 voice (for): Idan Morr) against “after fierce fighting” (1 voice (third): local sources)"
    )


def test_a_question_is_never_shown_as_what_happened():
    (topic,) = section("Planned").topics
    assert topic.count == "no voice asserts it in 1 report; questioned by 1"
    assert GIVEN.evidence.text not in [quote.words for t in section("What happened").topics for quote in t.quotes]


def test_what_is_missing_is_said():
    missing = write_brief(SNAPSHOT, "Tarsel").missing
    assert any("“Tarsel falls” (Harra Post) does not give its date" in sentence for sentence in missing)
    assert "No image speaks to any of this." in missing


def test_a_copy_names_the_report_it_derives_from():
    notes = {note.report.id: note.derives_from for note in write_brief(SNAPSHOT, "v1").reports}
    assert notes["r1"] == ()


@pytest.mark.parametrize("asked", ["Tarsel", "the Tarsel airbase", "TARSEL", "Tarsal"])
def test_a_place_is_found_in_any_spelling(asked):
    assert section("Who holds it", of=asked)


def test_an_actor_is_found_by_its_name():
    assert write_brief(SNAPSHOT, "Karun Guard").subject.entities == {"e-guard"}


def test_an_event_is_found_by_its_identifier():
    assert [topic.id for topic in section("What happened", of="v1").topics] == ["v1"]


def test_an_unknown_name_is_refused_with_the_nearest_ones():
    with pytest.raises(NotInRecord, match=r"nearest names in it are .*Tarsel air base"):
        write_brief(SNAPSHOT, "Borsel")


def test_an_empty_record_says_what_to_do():
    with pytest.raises(NotInRecord, match="sayso read"):
        write_brief(Snapshot(), "Tarsel")


def test_why_gives_a_claims_words_chain_and_report():
    found = explain(SNAPSHOT, "c3")
    parts = dict(found.parts)
    assert parts["Words"] == ("“it had lost the base”",)
    assert parts["Who says so"] == ("nearest: the army", "then Harra Post")
    assert "published 2024-05-12 (header)" in parts["Report"][0]


def test_why_gives_the_lineage_of_a_report():
    assert any("copy of r1" in sentence for sentence in dict(explain(SNAPSHOT, "r2").parts)["Report"])


def test_why_refuses_what_it_does_not_know():
    with pytest.raises(NotInRecord, match="no claim, event, voice or report"):
        explain(SNAPSHOT, "c99")


def test_images_of_a_place_are_no_name_of_it():
    images = claim("c7", "four burnt lorries", by="satellite images of Tarsel", type_=ClaimType.PRESENT)
    seen = Snapshot((Resolution(report(), claims=(TAKEN, images)),), Corroboration(events=(FALL,), holdings=(HELD,)))
    assert write_brief(seen, "Tarsel").subject.names == ("Tarsel air base",)


def test_numbers_are_kept_by_voice_and_a_later_count_takes_the_place_of_the_earlier():
    def counted(name, report, best, *, low=None):
        number = Quantity(Span(0, 3, str(best)), low or best, best, None if low else best, unit="person")
        evidence = Evidence((Span(0, 3, "men"),))
        return Claim(name, report, "v", ClaimType.KILL, Stance.ASSERTED, evidence, quantities=(number,))

    renn = Voice("w1", "Renn", ("Renn",), None, (Stance.ASSERTED,), Interest.FOR, ("c1", "c2"))
    nurse = Voice("w2", "a nurse", ("a nurse",), None, (Stance.ASSERTED,), Interest.THIRD, ("c3",))
    claims = [counted("c2", "late", 9), counted("c1", "early", 12), counted("c3", "early", 5, low=5)]
    event = Event("v1", ClaimType.KILL, None, (), None, ("c1", "c2", "c3"), (renn, nurse))
    told = {"early": "2024-05-01", "late": "2024-05-03"}
    assert tell_counts(event, claims, told) == "numbers: Renn 9 (before: 12); a nurse 5 or more"
    assert tell_counts(event, claims[:1], told) is None


def test_a_speaker_is_never_taken_for_the_outlet_of_a_page_that_names_none():
    evidence = Evidence((Span(0, 4, "left"),))
    chain = (Link(Mention("Faraj Dardour", 0, 13)),)
    told = Claim("c9", "r1", "v1", ClaimType.WITHDRAW, Stance.ASSERTED, evidence, said_in="t1", chain=chain)
    assert caption_chain(told) == "Faraj Dardour, in a page that names no outlet"
