"""Words as evidence."""

import pytest

from sayso.model.report import Flaw, FlawKind, Report
from sayso.model.values.span import Span
from sayso.read.evidence import silent_words, spans_of
from sayso.read.words import split_words


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“the area fell on Saturday.”", "the area fell on Saturday"),
        (", the area fell,", "the area fell"),
        ("a signal to Sirte “north of the base”", "a signal to Sirte “north of the base”"),
        ('"No."', "No"),
    ],
)
def test_signs_at_the_edges_are_no_evidence(text: str, bare: str) -> None:
    words = split_words(text)
    assert [span.text for span in spans_of(words, [(0, len(words))])] == [bare]


def test_signs_alone_are_nothing() -> None:
    assert spans_of(split_words("“ … ”"), [(0, 3)]) == ()


def silent_text(report: Report) -> str:
    words = split_words(report.text)
    return " ".join(words.strings[i] for i in sorted(silent_words(report, words)))


def test_a_sentence_that_breaks_off_carries_no_claim() -> None:
    text = "They left. Omar had asked that\n\nNobody came."
    assert silent_text(Report("r", "a", text)) == "Omar had asked that"


def test_a_sentence_that_the_page_cut_carries_no_claim() -> None:
    text = "They left. Omar had asked"
    flaw = Flaw(FlawKind.TRUNCATED, Span.of(text, 11, len(text)))
    assert silent_text(Report("r", "a", text, flaws=(flaw,))) == "Omar had asked"


def test_a_heading_carries_no_claim() -> None:
    text = "Lom falls\n\nThe army left Lom."
    assert silent_text(Report("r", "a", text, headings=(Span.of(text, 0, 9),))) == "Lom falls"
