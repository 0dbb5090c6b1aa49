"""Dates on an invented text in GUM's form: what is right, what counts against us, and that damage lowers it."""

import io
import tarfile
from pathlib import Path

import pytest

from benchmarks.outside.dates import (
    ARCHIVE,
    DAMAGES,
    load_documents,
    render_dates,
    score_documents,
)

NEWS = """<text id="GUM_news_tarsel" partition="train" type="news" dateCreated="2031-05-12">
<head>
<s>
Shells\tx
fall\tx
</s>
</head>
<p>
<s>
<date when="2031-05-09">
On\tx
Friday\tx
</date>
shells\tx
fell\tx
,\tx
and\tx
<date when="2031-05-12" rend="bold">
today\tx
</date>
too\tx
,\tx
since\tx
<date from="2030-03" notAfter="2030-05-31">
the\tx
spring\tx
</date>
and\tx
<date when="--04">
April\tx
</date>
;\tx
<date when="-2030-04-01">
1\tx
April\tx
2030\tx
</date>
<date when="2019">
2020\tx
</date>
</s>
</p>
</text>
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    archive = tmp_path / ARCHIVE
    archive.parent.mkdir()
    with tarfile.open(archive, "w:xz") as file:
        for name, text in (("xml/GUM_news_tarsel.xml", NEWS), ("xml/GUM_court_tarsel.xml", NEWS)):
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            file.addfile(member, io.BytesIO(text.encode()))
    return tmp_path


def test_tokens_become_a_text_with_its_dates_in_place(gold: Path) -> None:
    (document,) = load_documents(gold, part="train")
    assert document.text.startswith("Shells fall\n\nOn Friday shells fell, and today too, since the spring and April;")
    assert [document.text[date.start : date.end] for date in document.dates] == [
        "On Friday",
        "today",
        "the spring",
        "April",
        "1 April 2030",
        "2020",
    ]
    assert [date.value for date in document.dates] == [
        "2031-05-09",
        "2031-05-12",
        "2030-03/2030-05-31",
        None,
        None,
        "2019",
    ]


def test_part_has_its_own_documents_alone(gold: Path) -> None:
    assert load_documents(gold, part="dev and test") == []


def test_right_are_the_days_of_gold_and_what_is_no_date_counts_against_us(gold: Path) -> None:
    scored = score_documents("train", load_documents(gold, part="train"))
    wanted, found, given, right = scored.counts.sum(axis=0)
    assert (wanted, right) == (6, 2)
    assert found >= given > right


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_lowers_what_is_right(gold: Path, name: str) -> None:
    documents = load_documents(gold, part="train")
    whole = score_documents("train", documents).counts.sum(axis=0)
    damaged = score_documents("train", [DAMAGES[name](document) for document in documents]).counts.sum(axis=0)
    assert damaged[3] < whole[3]


def test_section_names_every_damage(gold: Path) -> None:
    page = render_dates([score_documents("train", load_documents(gold, part="train"))])
    assert all(name in page for name in DAMAGES)
