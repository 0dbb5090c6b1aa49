"""Mentions become claims: two invented wires on one arrest and a look-alike, laid out as ECB+ has them."""

import json
import zipfile
from pathlib import Path

import pytest

from benchmarks.outside.coreference import conll_f
from benchmarks.outside.ecbplus import (
    Document,
    drop_words,
    exchange_texts,
    leave_alone,
    load_documents,
    make_claims,
    match_lemmas,
    measure_ecbplus,
    render_ecbplus,
)
from sayso.model.values.stance import ClaimType

# Invented; a word with a bar is a mention: word|lemma|chain.
TEXTS = {
    "1_1ecb": "Police in Dromel arrested|arrest|a1 Anna Dror . She stole|steal|s1 a `` boat '' , they said|say|x1 .",
    "1_2ecb": "Anna Dror held|hold|a1 by police in Dromel . The arrest|arrest|a1 came on day 3 .",
    "1_1ecbplus": "Police in Maqra arrested|arrest|a2 Oren Hale . The boat was stolen|steal|s2 at night .",
    "2_1ecb": "A storm|storm|m1 hit Kessen . The storm|storm|m1 was over at noon .",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of gold with the invented texts as its dev part."""
    (tmp_path / "ecbplus").mkdir()
    with zipfile.ZipFile(tmp_path / "ecbplus" / "ecb.zip", "w") as archive:
        rows = [row for name, text in TEXTS.items() for row in _rows(name, text)]
        archive.writestr("ecb/dev/Event_gold_mentions.json", json.dumps(rows))
    return tmp_path


def _rows(name: str, text: str) -> list[dict[str, object]]:
    words = [word.split("|") for word in text.split()]
    return [
        {
            "mention_id": f"{name}_{place}",
            "doc_id": name,
            "topic_id": name.replace("_1", "").replace("_2", ""),
            "mention_context": [each[0] for each in words],
            "tokens_number": [place],
            "mention_head_lemma": word[1],
            "coref_chain": word[2],
        }
        for place, word in enumerate(words)
        if len(word) > 1
    ]


@pytest.fixture
def documents(gold: Path) -> list[Document]:
    return load_documents(gold, part="dev")


def test_a_mention_is_a_claim_at_its_own_words_in_running_text(documents: list[Document]) -> None:
    first = make_claims(next(each for each in documents if each.name == "1_1ecb"))
    assert first.report.text == "Police in Dromel arrested Anna Dror.\nShe stole a ``boat'', they said.\n"
    assert [claim.evidence.text for claim in first.claims] == ["arrested", "stole", "said"]
    assert [claim.type for claim in first.claims] == [ClaimType.DETAIN, ClaimType.STATEMENT, ClaimType.STATEMENT]
    assert all(first.report.text[c.evidence.start : c.evidence.end] == c.evidence.text for c in first.claims)


def test_a_mention_in_two_pieces_has_two_spans(documents: list[Document]) -> None:
    document = documents[0]
    mention = type(document.mentions[0])("m", (0, 1, 3), "go", "g")
    claim = make_claims(Document("d", "1ecb", ("went", "straight", "back", "home"), (mention,))).claims[0]
    assert [span.text for span in claim.evidence.spans] == ["went straight", "home"]


def test_look_alikes_fall_to_the_lemma_where_subtopics_are_not_given(documents: list[Document]) -> None:
    figures = [_figure(documents, given) for given in ("subtopics given", "topics given")]
    assert figures[0] > figures[1]


def test_both_subtopics_are_of_one_topic(documents: list[Document]) -> None:
    assert {each.subtopic: each.topic for each in documents} == {"1ecb": "1", "1ecbplus": "1", "2ecb": "2"}
    assert len(measure_ecbplus(documents, given="topics given", cluster=leave_alone)) == 2
    assert len(measure_ecbplus(documents, given="nothing given", cluster=leave_alone)) == 1


def test_damage_keeps_the_mentions_and_takes_the_words_or_the_text(documents: list[Document]) -> None:
    dropped, exchanged = drop_words(documents), exchange_texts(documents)
    assert all(document.words[m.places[0]] == "it" for document in dropped for m in document.mentions)
    for before, after in zip(documents, exchanged, strict=True):
        assert [before.words[m.places[0]] for m in before.mentions] == [
            after.words[m.places[0]] for m in after.mentions
        ]
        assert before.words != after.words
    assert _figure(dropped, "subtopics given") < _figure(documents, "subtopics given")


def test_the_section_has_every_row_and_says_where_the_set_is_missing(gold: Path, tmp_path: Path) -> None:
    page = render_ecbplus(gold, parts=("dev",))
    assert "**Sayso**, dev (9 mentions), nothing given" in page
    assert "85 to 86" in page
    assert "Not measured: ecbplus/ecb.zip is not among the gold." in render_ecbplus(tmp_path / "nothing")


def test_corroboration_sets_damage_apart_from_whole_texts(shared: Path) -> None:
    documents = [each for each in load_documents(shared / "gold", part="dev") if each.topic in ("12", "35")]
    whole, dropped = (
        float(conll_f(measure_ecbplus(each, given="subtopics given").sum(axis=0)))
        for each in (documents, drop_words(documents))
    )
    assert dropped < whole - 10


def _figure(documents: list[Document], given: str) -> float:
    return float(conll_f(measure_ecbplus(documents, given=given, cluster=match_lemmas).sum(axis=0)))
