"""Paragraphs of a report: all letters, each claim's words leading to it, what was cut at its place."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.report.marking import MarkKind
from sayso.desk.report.paragraph import set_paragraphs
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.report import Flaw, FlawKind, Report, Stripped
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

TEXT = 'The army has lost it, he said.\n\nA title\n\n"They left," she added, "by road."'


def span(words, text=TEXT):
    return Span.of(text, text.index(words), text.index(words) + len(words))


def claim(name, *words, said_in=None, trigger=None):
    spans = tuple(span(each) for each in words)
    found = span(trigger) if trigger else None
    return Claim(name, "r1", "v", ClaimType.SEIZE, Stance.ASSERTED, Evidence(spans), trigger=found, said_in=said_in)


def laid(*claims, attributions=(), text=TEXT, **report):
    return set_paragraphs(Resolution(Report("r1", "a.txt", text, **report), tuple(attributions), tuple(claims)))


def letters(paragraph):
    return "".join(piece.text for run in paragraph.runs for piece in run.pieces)


@given(st.text(alphabet="ab \n", max_size=40))
def test_every_line_of_the_text_is_a_paragraph_with_all_its_letters(text):
    assert [letters(paragraph) for paragraph in laid(text=text)] == [line for line in text.split("\n") if line]


def test_words_lead_to_the_claim_that_is_told_closest_around_them():
    whole, part = claim("whole", "The army has lost it"), claim("part", "lost it", trigger="lost")
    runs = laid(whole, part)[0].runs
    assert [(letters_of(run), run.leads_to, run.claims) for run in runs] == [
        ("The army has ", "whole", ("whole",)),
        ("lost it", "part", ("part", "whole")),
        (", he said.", None, ()),
    ]
    assert [run.begins for run in runs] == [("whole",), ("part",), ()]


def letters_of(run):
    return "".join(piece.text for piece in run.pieces)


def test_a_source_leads_to_what_it_says():
    said = Attribution("t1", "r1", (span("she"),), (span("added"),), (span("They left"), span("by road")))
    split = claim("c1", "They left", "by road", said_in="t1")
    runs = laid(split, attributions=[said])[2].runs
    led = [(letters_of(run), run.pieces[0].kinds) for run in runs if run.leads_to == "c1"]
    assert led == [
        ("They left", (MarkKind.CONTENT, MarkKind.CLAIM)),
        ("she", (MarkKind.SOURCE,)),
        ("added", (MarkKind.CUE,)),
        ("by road", (MarkKind.CONTENT, MarkKind.CLAIM)),
    ]
    assert [run.begins for run in runs if run.begins] == [("c1",)]  # one place for its address, however many pieces


def test_a_flaw_is_marked_where_it_stands():
    runs = laid(flaws=(Flaw(FlawKind.TRUNCATED, span("by road")),))[2].runs
    assert [(piece.text) for run in runs for piece in run.pieces if MarkKind.FLAW in piece.kinds] == ["by road"]


def test_what_was_cut_stands_where_it_stood_and_the_rest_at_the_end():
    pieces = [
        Stripped("share", "Share", 0, 5, 0),
        Stripped("vote", "Vote", 9, 13, 32),
        Stripped("login", "Log in", 99, 105, 80),
    ]
    paragraphs = laid(stripped=tuple(pieces), headings=(span("A title"),))
    assert [[each.kind for each in paragraph.stripped] for paragraph in paragraphs] == [
        ["share"],
        ["vote"],
        [],
        ["login"],
    ]
    assert [paragraph.is_heading for paragraph in paragraphs] == [False, True, False, False]
