from sayso.model.lineage import Credit, Relation
from sayso.resolve.credit import find_credits
from sayso.resolve.outlet import Asked
from sayso.resolve.roster import call_roll

KNOWN = ("Torva Press Agency", "The Lowen Gazette", "Sawt Brenn")


def credits_of(text: str, *, outlet: str = "The Lowen Gazette") -> list[Credit]:
    return list(find_credits(call_roll(text), outlet=outlet, outlets=Asked(KNOWN)))


def test_agency_alone_at_the_foot_has_the_whole_report() -> None:
    (found,) = credits_of("The fort fell on Friday.\n\nTorva Press Agency\n")
    assert found.relation is Relation.COPY
    assert found.outlet.text == "Torva Press Agency"


def test_dateline_of_another_agency_has_the_whole_report() -> None:
    (found,) = credits_of("DUMA, May 11 (Torva Press Agency) - The fort fell on Friday.")
    assert found.relation is Relation.COPY


def test_own_dateline_is_no_credit() -> None:
    assert credits_of("DUMA, May 11 (Torva Press Agency) - The fort fell.", outlet="Torva Press Agency") == []


def test_translation_begins_after_its_credit() -> None:
    text = "Nobody knows.\n\nThis article was published by Sawt Brenn, and we translate it.\n\nThe fort fell."
    (found,) = credits_of(text)
    assert found.relation is Relation.TRANSLATION
    assert text[found.scope[0] : found.scope[1]].strip() == "The fort fell."


def test_translated_from_arabic_names_no_outlet() -> None:
    assert credits_of("This text was translated from Arabic.\n\nThe fort fell.") == []


def test_language_of_a_translation_is_no_outlet() -> None:
    assert credits_of("This report was translated from the Tamat.\n\nThe fort fell.") == []


def test_outlet_that_is_only_spoken_of_is_not_credited() -> None:
    assert credits_of("The Front called on residents to disregard the so-called Sawt Brenn.") == []
    assert len(credits_of("Residents spoke to Sawt Brenn.")) == 1


def test_mention_of_another_outlet_credits_its_sentence() -> None:
    (found,) = credits_of("The road is open. Sawt Brenn, a local site, reported on Monday that the fort fell.")
    assert found.relation is Relation.CREDIT
    assert found.words.text.startswith("Sawt Brenn")


def test_correction_of_the_own_report_is_a_version() -> None:
    (found,) = credits_of("In a report of May 11 the Gazette wrongly gave the number of dead as 12.")
    assert found.relation is Relation.VERSION


def test_subscription_line_is_no_credit() -> None:
    assert credits_of("The fort fell.\n\nFollow us on all channels") == []


def test_who_translated_a_text_is_not_whose_text_it_is() -> None:
    told = "This article was first published by Glas Tame on 9 April and has been translated by the Torva Press Agency."
    (found,) = credits_of(f"{told}\n\nThe fort fell.", outlet="Torva in English")
    assert (found.outlet.text, found.relation) == ("Glas Tame", Relation.TRANSLATION)
