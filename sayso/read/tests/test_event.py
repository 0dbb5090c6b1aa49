"""Claims, decoded from answers made by hand."""

from sayso.read.attribution import FoundAttribution
from sayso.read.event import FoundClaim, Thresholds, find_claims
from sayso.read.network import ClaimAnswer
from sayso.read.tests.build import answer, attribution
from sayso.read.words import Words, split_words

THRESHOLDS = Thresholds(cue=0.5, event=0.3, statement=0.4, faint=0.15, against=1.0, double=0.6)
FALL = split_words("The spokesman said the rebels took the town of Lom on Monday .")
SAID = attribution(FALL, "The spokesman", "said", "the rebels took the town of Lom on Monday")
CONTENT = "the rebels took the town of Lom on Monday"


def claims(
    words: Words, answers: list[ClaimAnswer], attributions: list[FoundAttribution]
) -> list[tuple[str, FoundAttribution | None]]:
    return [(c.type, c.said_in) for c in found(words, answers, attributions)]


def found(words: Words, answers: list[ClaimAnswer], attributions: list[FoundAttribution]) -> tuple[FoundClaim, ...]:
    return find_claims(answers, attributions, words, thresholds=THRESHOLDS)


def test_a_claim_in_a_content_is_said_by_its_speaker() -> None:
    assert claims(FALL, [answer(FALL, "seize", "took", CONTENT)], [SAID]) == [("seize", SAID)]


def test_attributed_words_without_an_event_are_a_statement() -> None:
    assert claims(FALL, [], [SAID]) == [("statement", SAID)]


def test_no_statement_stands_beside_an_event_on_the_same_words() -> None:
    both = [answer(FALL, "seize", "took", CONTENT, score=0.5), answer(FALL, "statement", "the", CONTENT, score=0.9)]
    assert ("statement", SAID) not in claims(FALL, both[:1], [SAID])
    assert len(claims(FALL, both, [SAID])) == 1


def test_a_faint_event_beats_a_fainter_statement() -> None:
    assert claims(FALL, [answer(FALL, "seize", "took", CONTENT, score=0.2)], [SAID]) == [("seize", SAID)]


def test_of_two_types_on_one_trigger_the_surer_stands() -> None:
    both = [answer(FALL, "seize", "took", CONTENT, score=0.9), answer(FALL, "hold", "took", CONTENT, score=0.4)]
    assert claims(FALL, both, [SAID]) == [("seize", SAID)]


def test_a_statement_needs_a_speaker() -> None:
    assert claims(FALL, [answer(FALL, "statement", "the", CONTENT)], []) == []


def test_who_keeps_silent_does_not_say_so() -> None:
    words = split_words("The ministry declined to comment on the raid .")
    silent = attribution(words, "The ministry", "declined", "to comment on the raid")
    read = answer(words, "silence", "declined", "The ministry declined to comment on the raid")
    assert claims(words, [read], [silent]) == [("silence", None)]


def test_silence_is_read_without_the_network() -> None:
    words = split_words("The army has not responded .")
    assert claims(words, [], []) == [("silence", None)]


def test_not_to_be_named_is_no_claim() -> None:
    words = split_words("The man asked not to be named .")
    asked = attribution(words, "The man", "asked", "not to be named")
    assert claims(words, [answer(words, "request", "asked", "asked not to be named")], [asked]) == []


def test_the_outlet_asking_is_a_question() -> None:
    words = split_words("Will the rebels take Lom ?")
    assert [c.stance for c in found(words, [answer(words, "seize", "take", "the rebels take Lom")], [])] == [
        "questioned"
    ]


def test_may_before_the_trigger_is_possible() -> None:
    words = split_words("The rebels may have taken Lom .")
    read = answer(words, "seize", "taken", "The rebels may have taken Lom")
    assert [c.stance for c in found(words, [read], [])] == ["possible"]


def test_the_networks_denial_stands_whatever_the_words() -> None:
    words = split_words("The rebels may have taken Lom .")
    read = answer(words, "seize", "taken", "The rebels may have taken Lom", stance="denied")
    assert [c.stance for c in found(words, [read], [])] == ["denied"]


def test_a_demand_of_an_event_is_that_event() -> None:
    words = split_words("Omar demanded that the rebels leave Lom .")
    wish = answer(words, "request", "demanded", "demanded that the rebels leave Lom")
    leave = answer(words, "withdraw", "leave", "the rebels leave Lom", stance="requested", score=0.7)
    demanded = attribution(words, "Omar", "demanded", "the rebels leave Lom")
    assert claims(words, [wish, leave], [demanded]) == [("withdraw", demanded)]


def test_what_no_details_are_given_of_is_silence_alone() -> None:
    words = split_words("The ministry gave no details of casualties .")
    read = answer(words, "kill", "casualties", "no details of casualties", stance="denied")
    assert claims(words, [read], []) == [("silence", None)]


def test_what_was_said_before_is_no_denial_of_it() -> None:
    words = split_words("It had previously said that the ship was lightly damaged .")
    said = attribution(words, "It", "had previously said", "the ship was lightly damaged")
    read = answer(words, "destroy", "damaged", "the ship was lightly damaged", stance="denied")
    assert [c.stance for c in found(words, [read], [said])] == ["asserted"]
    words = split_words("It had previously said that no ship was damaged .")
    said = attribution(words, "It", "had previously said", "no ship was damaged")
    read = answer(words, "destroy", "damaged", "no ship was damaged", stance="denied")
    assert [c.stance for c in found(words, [read], [said])] == ["denied"]


def test_who_is_taken_to_hospital_is_nobodys_prisoner() -> None:
    words = split_words("The governor said nine people were taken to a nearby hospital .")
    said = attribution(words, "The governor", "said", "nine people were taken to a nearby hospital")
    read = answer(words, "detain", "taken", "nine people were taken to a nearby hospital")
    assert claims(words, [read], [said]) == [("injure", said)]
    words = split_words("The governor said nine people were taken to the fort .")
    said = attribution(words, "The governor", "said", "nine people were taken to the fort")
    assert claims(words, [answer(words, "detain", "taken", "nine people were taken to the fort")], [said]) == [
        ("detain", said)
    ]


def test_one_silence_is_read_once() -> None:
    words = split_words("Asked about the fort , he did not answer .")
    both = [
        answer(words, "silence", "did", "he did not answer"),
        answer(words, "silence", "answer", "Asked about the fort , he did not answer"),
    ]
    assert claims(words, both, []) == [("silence", None)]
