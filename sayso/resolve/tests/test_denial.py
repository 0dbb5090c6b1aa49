from dataclasses import replace

from sayso.model.claim import Claim
from sayso.model.knowledge import Knowledge
from sayso.model.report import Report
from sayso.model.values.span import Evidence, Span
from sayso.resolve import resolve
from sayso.resolve.tests.build import chain_names, claim, read, report, resolve_one

ACCUSED = report("The Hill Front accuses Orland of arming the Valley Guard; Orland's envoy, Ida Korr, denied it.")


def deny(where: Report, words: str, *, by: str, cue: str) -> Claim:
    return claim(where, words, by=[by], cue=cue, stance="denied")


def resolve_both(where: Report, denial: Claim, **charge: str) -> Claim:
    words = charge.pop("charge")
    charged = claim(where, words, by=[charge.pop("by")], cue=charge.pop("cue"), type_="supply")
    return resolve_one(where, charged, denial).claims[1]


def test_denial_of_it_is_of_the_claim_before() -> None:
    spot = ACCUSED.text.index(" it.") + 1
    denial = deny(ACCUSED, "denied it", by="Ida Korr", cue="denied")
    denial = replace(denial, evidence=Evidence((Span.of(ACCUSED.text, spot, spot + 2),)))
    found = resolve_both(
        ACCUSED, denial, charge="Orland of arming the Valley Guard", by="The Hill Front", cue="accuses"
    )
    assert (found.type, found.stance) == ("supply", "denied")
    assert found.evidence.text == "Orland of arming the Valley Guard"
    assert chain_names(found)[0] == "Ida Korr"


def test_denial_of_the_accusation_keeps_its_words() -> None:
    where = report("The Hill Front accuses Orland of arming the Valley Guard. Orland's envoy rejected the accusation.")
    denial = deny(where, "the accusation", by="Orland's envoy", cue="rejected")
    found = resolve_both(where, denial, charge="Orland of arming the Valley Guard", by="The Hill Front", cue="accuses")
    assert (found.type, found.stance, found.evidence.text) == ("supply", "denied", "the accusation")


def test_denial_far_from_any_claim_stays_as_it_is() -> None:
    where = report(
        "The Hill Front accuses Orland of arming the Valley Guard. Rain fell."
        " All was still. Ida Korr rejected the accusation."
    )
    denial = deny(where, "the accusation", by="Ida Korr", cue="rejected")
    found = resolve_both(where, denial, charge="Orland of arming the Valley Guard", by="The Hill Front", cue="accuses")
    assert found.type == "statement"


def test_denial_in_words_of_its_own_stays_as_it_is() -> None:
    where = report("The Hill Front accuses Orland of arming the Valley Guard. Ida Korr denied having rifles.")
    denial = deny(where, "having rifles", by="Ida Korr", cue="denied")
    found = resolve_both(where, denial, charge="Orland of arming the Valley Guard", by="The Hill Front", cue="accuses")
    assert (found.type, found.evidence.text) == ("statement", "having rifles")


def test_answer_that_is_not_so_denies_what_was_said() -> None:
    where = report("Holt: The Hill Front holds the bridge.\n\nKorr: That is not so.")
    denial = deny(where, "That is not so", by="Korr", cue=":")
    found = resolve_both(where, denial, charge="The Hill Front holds the bridge", by="Holt", cue=":")
    assert (found.stance, found.evidence.text) == ("denied", "The Hill Front holds the bridge")


def test_denial_that_a_lawyer_passes_on_is_one_claim() -> None:
    where = report("The prison service said Sten Orrin gave away the keys. He denies it, his lawyer said.")
    spot = where.text.index("it, his")
    charge = claim(where, "Sten Orrin gave away the keys", by=["The prison service"], cue="said", type_="hand_over")
    outer = claim(where, "He denies it", by=["his lawyer"], cue="said")
    own = claim(where, "He denies it", by=["He"], cue="denies", stance="denied")
    inner = replace(own, evidence=Evidence((Span.of(where.text, spot, spot + 2),)), chain=(*own.chain, *outer.chain))
    found = resolve_one(where, charge, outer, inner).claims
    assert [each.stance for each in found] == ["asserted", "denied"]
    assert chain_names(found[1])[1:] == ["Sten Orrin's lawyer", "The Lowen Gazette"]


def test_what_a_person_made_of_a_settled_denial_is_not_settled_again() -> None:
    where = report("The Hill Front accuses Orland of arming the Valley Guard. Orland's envoy rejected the accusation.")
    charged = claim(where, "Orland of arming the Valley Guard", by=["The Hill Front"], cue="accuses", type_="supply")
    denial = deny(where, "the accusation", by="Orland's envoy", cue="rejected")
    decided = [read(where, charged, replace(denial, decided="d1"))]
    (kept,) = resolve(decided, knowledge=Knowledge(), settled={where.id})
    (anew,) = resolve(decided, knowledge=Knowledge())
    assert [kept.claims[1].type, anew.claims[1].type] == ["statement", "supply"]
