"""Agreement of two readers, against figures worked out by hand and well-known ones."""

import pathlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.agreement import Twice, cohen_kappa, list_sentences, measure_agreement
from sayso.model.claim import Claim
from sayso.model.pairing import pair_claims
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

GOLDEN = pathlib.Path(__file__).parents[3] / "tests" / "golden" / "agreement"


def claim(text, row, number=0):
    def span(words):
        return Span.of(text, text.index(words), text.index(words) + len(words))

    trigger = span(row["trigger"]) if "trigger" in row else None
    words = Evidence((span(row["words"]),))
    return Claim(f"c{number}", "r", "v", ClaimType(row["type"]), Stance(row["stance"]), words, trigger)


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.yaml")), ids=lambda case: case.stem)
def test_figures_are_those_worked_out_by_hand(case):
    told = yaml.safe_load(case.read_text(encoding="utf-8"))
    first, second = ([claim(told["report"], row, n) for n, row in enumerate(told[who])] for who in ("first", "second"))
    found, wanted = measure_agreement([Twice(told["report"], first, second)]), told["expect"]
    for name in ("sentences", "types", "stances"):
        kappa = getattr(found, name)
        assert (kappa.items, kappa.observed) == (wanted[name]["items"], wanted[name]["observed"]), name
        assert kappa.value == (
            None if wanted[name]["kappa"] is None else pytest.approx(wanted[name]["kappa"], abs=1e-4)
        )
    for name in ("exact", "overlap"):
        score = getattr(found, name)
        assert (score.both, score.first, score.second) == tuple(
            wanted[name][key] for key in ("both", "first", "second")
        )
        assert score.value == pytest.approx(wanted[name]["f1"], abs=1e-4)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        ((20, 5, 10, 15), 0.4),  # the usual textbook case: 50 grant proposals, yes or no by two readers
        ((45, 15, 25, 15), 0.1304),  # the same observed agreement by different chance
        ((25, 35, 5, 35), 0.2593),
        ((118, 5, 2, 0), -0.0234),  # two who agree on nearly all and still no more than by chance
    ],
)
def test_kappa_is_that_of_well_known_tables(table, kappa):
    answers = [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")]
    pairs = [answer for answer, count in zip(answers, table, strict=True) for _ in range(count)]
    assert cohen_kappa(pairs).value == pytest.approx(kappa, abs=1e-4)


def test_what_cannot_be_said_is_none():
    assert cohen_kappa([]).value is None
    found = measure_agreement([Twice("Nothing here.", (), ())])
    assert (found.types.value, found.exact.value, found.sentences.value) == (None, None, None)


LABELS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


@given(LABELS)
def test_kappa_is_the_same_whoever_comes_first_and_one_where_they_never_differ(pairs):
    found, turned = cohen_kappa(pairs), cohen_kappa([pair[::-1] for pair in pairs])
    assert found.value == (None if turned.value is None else pytest.approx(turned.value))
    same = cohen_kappa([(one, one) for one, _ in pairs])
    assert same.observed == 1
    assert same.value is None or same.value == pytest.approx(1)
    assert found.value is None or -1 <= found.value <= 1


TEXT = "One two three four five six seven eight nine ten. " * 3
PLACES = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 40), st.sampled_from(ClaimType), st.sampled_from(Stance)), max_size=6
)


def made(rows, name):
    return [
        Claim(f"{name}{n}", "r", "v", type_, stance, Evidence((Span.of(TEXT, start, start + length),)))
        for n, (start, length, type_, stance) in enumerate(rows)
    ]


@given(PLACES, PLACES)
def test_each_claim_is_paired_at_most_once_and_none_is_lost(one, other):
    first, second = made(one, "a"), made(other, "b")
    found = pair_claims(first, second)
    assert sorted(each.id for each in [*(a for a, _ in found.both), *found.only_first]) == sorted(c.id for c in first)
    assert sorted(each.id for each in [*(b for _, b in found.both), *found.only_second]) == sorted(c.id for c in second)
    turned = pair_claims(second, first)
    assert len(turned.both) == len(found.both)


@given(PLACES)
def test_a_reader_agrees_with_himself(rows):
    claims = made(rows, "a")
    found = measure_agreement([Twice(TEXT, claims, claims)])
    assert found.exact.both == len(rows)
    assert found.exact.value == found.overlap.value == (1 if rows else None)
    assert found.types.observed == (1 if rows else None)


def test_sentences_stand_where_they_are():
    text = "Gen. Moss left. “We lost it.” Nobody said so!\n\nA line\nDr. Kell came."
    assert [text[start:end] for start, end in list_sentences(text)] == [
        "Gen. Moss left.",
        "“We lost it.”",
        "Nobody said so!",
        "A line",
        "Dr. Kell came.",
    ]
