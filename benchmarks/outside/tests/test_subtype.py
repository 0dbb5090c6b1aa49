"""Kinds of events from claims; all reports invented."""

import pytest

from benchmarks.outside.snippet import Snippet, render_snippets, score_snippets
from benchmarks.outside.subtype import EXPRESSIBLE, name_kind, name_kind_by_words
from sayso.model.claim import Claim, Mention, RoleFiller
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance


def _claim(text: str, words: str, type_: ClaimType, *, stance: Stance = Stance.ASSERTED, **roles: str) -> Claim:
    start = text.index(words)
    fillers = tuple(RoleFiller(Role(role), Mention(filler)) for role, filler in roles.items())
    return Claim("c", "r", "v", type_, stance, Evidence((Span(start, start + len(words), words),)), roles=fillers)


@pytest.mark.parametrize(
    ("text", "type_", "roles", "kind"),
    [
        ("Jets hit a depot near Orlanda.", ClaimType.STRIKE, {}, "AIR_STRIKE"),
        ("Mortars fell on Orlanda.", ClaimType.STRIKE, {}, "ART_MISS_ATTACK"),
        ("The army took Orlanda.", ClaimType.SEIZE, {"actor": "The army"}, "GOV_REGAINS_TERIT"),
        ("Rebels took Orlanda.", ClaimType.SEIZE, {"actor": "Rebels"}, "NON_STATE_ACTOR_OVERTAKES_TER"),
        ("Rebels took Orlanda without a fight.", ClaimType.SEIZE, {"actor": "Rebels"}, "NON_VIOL_TERRIT_TRANSFER"),
        ("Police seized rifles.", ClaimType.SEIZE, {"actor": "Police"}, "DISR_WEAP"),
        ("Police held four men.", ClaimType.DETAIN, {}, "ARREST"),
        ("Gunmen abducted a nurse.", ClaimType.DETAIN, {}, "ABDUCT_DISSAP"),
        ("Gunmen shot a nurse.", ClaimType.KILL, {"recipient": "a nurse"}, "ATTACK"),
        ("Gunmen shot a soldier.", ClaimType.KILL, {"recipient": "a soldier"}, "ARMED_CLASH"),
        ("Both sides signed a truce.", ClaimType.AGREE, {}, "AGREEMENT"),
        ("The brigade moved to Orlanda.", ClaimType.DEPLOY, {}, "CHANGE_TO_GROUP_ACT"),
    ],
)
def test_type_roles_and_words_give_the_kind(text: str, type_: ClaimType, roles: dict[str, str], kind: str) -> None:
    assert name_kind(text, [_claim(text, text, type_, **roles)]) == kind


def test_the_means_may_stand_elsewhere_in_the_claims_sentence_but_not_in_another() -> None:
    text = "Two men died. They had thrown a grenade at a shop, and a clerk fell."
    assert name_kind(text, [_claim(text, "a clerk fell", ClaimType.KILL)]) == "GRENADE"
    assert name_kind(text, [_claim(text, "Two men died", ClaimType.KILL)]) == "ATTACK"


def test_what_is_only_planned_did_not_happen() -> None:
    text = "The army will take Orlanda."
    assert name_kind(text, [_claim(text, text, ClaimType.SEIZE, stance=Stance.PLANNED)]) is None


def test_words_alone_know_no_plain_deed() -> None:
    assert name_kind_by_words("Jets hit a depot.") == "AIR_STRIKE"
    assert name_kind_by_words("Police held four men.") is None


def test_a_kind_without_a_type_is_a_miss_over_all_kinds_only() -> None:
    snippets = [Snippet("1", "x", "ARREST"), Snippet("2", "x", "PEACE_PROTEST")]
    assert "PEACE_PROTEST" not in EXPRESSIBLE
    page = render_snippets([score_snippets("ours", snippets, lambda _: "ARREST")])
    assert "100.0 [100.0, 100.0], 1 texts" in page
    assert "| 33.3 " in page
