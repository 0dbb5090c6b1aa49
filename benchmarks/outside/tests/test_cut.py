"""Paragraphs of labelled tokens."""

from benchmarks.outside.cut import count_runs, join_tokens, lay_out, runs_of
from sayso.model.attribution import Attribution
from sayso.model.values.span import Span

SAID = "Dror , a guard , said `` nobody 's here , '' and left ."
TOKENS = SAID.split()


def _spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, text.index(each), text.index(each) + len(each)) for each in words)


def _attribution(text: str, source: str, cue: str, content: str, *, confidence: float = 1.0) -> Attribution:
    parts = (_spans(text, source), _spans(text, cue), _spans(text, content))
    return Attribution("t", "r", *parts, confidence=confidence)


def test_tokens_are_printed_as_a_newspaper_prints_them() -> None:
    text, places = join_tokens(TOKENS)
    assert text == "Dror, a guard, said “nobody’s here,” and left."
    assert [text[start:end] for start, end in places] == [
        {"``": "“", "''": "”", "'s": "’s"}.get(token, token) for token in TOKENS
    ]


def test_a_source_with_an_apposition_takes_the_comma_that_closes_it() -> None:
    text, places = join_tokens(TOKENS)
    found = [_attribution(text, "Dror, a guard", "said", "“nobody’s here,”")]
    assert lay_out(found, TOKENS, places) == [("source", 0, 5), ("cue", 5, 6), ("content", 6, 12)]


def test_a_plain_source_does_not() -> None:
    text, places = join_tokens(["Dror", ",", "said", "he"])
    assert ("source", 0, 1) in lay_out([_attribution(text, "Dror", "said", "he")], ["Dror", ",", "said", "he"], places)


def test_what_overlaps_with_a_surer_one_is_left_out() -> None:
    text, places = join_tokens(TOKENS)
    sure = _attribution(text, "Dror", "said", "“nobody’s here,”", confidence=0.9)
    unsure = _attribution(text, "a guard", "left", "here,” and", confidence=0.7)
    assert [run for run in lay_out([unsure, sure], TOKENS, places) if run[0] == "content"] == [("content", 6, 12)]


def test_labels_give_runs_and_an_inside_after_another_role_belongs_to_none() -> None:
    labels = ["B-source", "I-source", "B-cue", "I-content", "B-content", "I-content", "B-content"]
    assert runs_of(labels) == [("source", 0, 2), ("cue", 2, 3), ("content", 4, 6), ("content", 6, 7)]


def test_a_run_is_right_if_role_and_both_ends_are() -> None:
    gold = [("source", 0, 2), ("cue", 2, 3), ("content", 3, 9)]
    found = [("source", 0, 1), ("cue", 2, 3)]
    assert count_runs(gold, found).tolist() == [[0, 1, 1], [1, 1, 1], [0, 0, 1]]
