"""The door: captures in, reports out, and one clear sentence for what holds no report."""

from datetime import UTC, datetime

import pytest
import yaml

from sayso.errors import UnusableInput
from sayso.extract import extract
from sayso.model.capture import Capture
from sayso.model.report import FlawKind, Report, identify_report

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BODY = "The army left the town of Harra before dawn on Friday, residents said."


def capture(payload: str | bytes, *, address: str = "page.txt", media_type: str = "text/plain") -> Capture:
    return Capture(address, payload.encode() if isinstance(payload, str) else payload, NOON, media_type)


def flaws(report: Report) -> set[FlawKind]:
    return {flaw.kind for flaw in report.flaws}


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        (b"", "is empty; "),
        (b" \r\n\t\n", "has no words in it; "),
        (b"\xef\xbb\xbf", "has no words in it; "),
        (b"\x00\x01\x02\x03 binary", "is no text (it holds binary data); "),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text (it holds binary data); "),
        (b"%PDF-1.7 ...", "is a PDF; "),
        (b"outlet: Harra Post\nlanguage: en\n\n", "has a header and no text below it; "),
        (b"Home | News | Sport\n\nLog In\n\nForgot password?", "has nothing but page furniture; "),
        (b"<html><body><img src='a.jpg'></body></html>", "is a page without a body; "),
    ],
)
def test_bytes_without_a_report_get_one_clear_sentence(payload: bytes, sentence: str) -> None:
    with pytest.raises(UnusableInput) as raised:
        extract(capture(payload))
    assert raised.value.message.startswith(sentence)
    assert raised.value.place == "page.txt"


def test_characters_that_were_replaced_are_a_flaw_in_their_place() -> None:
    report = extract(capture("L’armée a quitté la ville à l’aube.".encode() + b"\xc3"))
    [flaw] = [flaw for flaw in report.flaws if flaw.kind is FlawKind.ENCODING]
    assert flaw.span is not None
    assert flaw.span.text == "\ufffd"


def test_a_report_is_the_address_that_a_person_stated_before_its_own() -> None:
    page = capture(f"url: https://paper.example/a\n\n{BODY}")
    stated = extract(page, url="https://paper.example/b")
    assert extract(page).id == identify_report(url="https://paper.example/a", outlet=None, text=BODY)
    assert stated.id == identify_report(url="https://paper.example/b", outlet=None, text=BODY)
    assert stated.url == "https://paper.example/a"


def test_a_stated_outlet_stands_where_the_page_has_none() -> None:
    report = extract(capture(BODY), outlet="Harra Post")
    assert report.outlet == "Harra Post"
    assert FlawKind.NO_OUTLET not in flaws(report)
    assert extract(capture(f"outlet: Sahel Post\n\n{BODY}"), outlet="Harra Post").outlet == "Sahel Post"


def test_a_stated_outlet_goes_before_the_agency_of_a_dateline() -> None:
    page = capture(f"TUNIS, 11 May (Sahel Agency) - {BODY}")
    assert extract(page).outlet == "Sahel Agency"
    assert extract(page, outlet="Harra Post").outlet == "Harra Post"


def test_two_outlets_with_the_same_words_are_two_reports() -> None:
    assert extract(capture(BODY), outlet="Harra Post").id != extract(capture(BODY), outlet="Sahel Post").id


def test_an_address_on_the_network_is_the_address_of_the_report() -> None:
    assert (
        extract(capture(BODY, address="https://paper.example/2024/05/11/a")).url == "https://paper.example/2024/05/11/a"
    )
    assert extract(capture(BODY)).url is None


def test_extracting_twice_gives_the_same_report() -> None:
    page = capture(f"Home > World\n\nHarra is empty\n\n{BODY}\n\nShare | Print")
    assert extract(page) == extract(page)


def test_a_text_of_one_line_is_body() -> None:
    assert extract(capture("Harra has fallen")).text == "Harra has fallen"


def test_letters_quotes_and_typos_stay_as_they_are() -> None:
    odd = "The “responce” of  Sel was militarly weak .. “so he said. Al-Harra/Al-Horra is 40km away ."
    assert extract(capture(odd)).text == odd


def test_line_ends_become_one_kind_and_blank_lines_one() -> None:
    assert extract(capture(f"{BODY}\r\n\r\n\r\n  {BODY}  \r{BODY}")).text == f"{BODY}\n\n{BODY}\n{BODY}"


def test_a_wrapped_paragraph_is_cut_whole_or_not_at_all() -> None:
    wrapped = "The army left the town of Harra before dawn on Friday, and its\ncomments were few, residents said.\n"
    assert extract(capture(wrapped)).text == wrapped.strip()


def test_a_markdown_title_is_a_title() -> None:
    report = extract(capture(f"# Harra is empty\n\n{BODY}\n\n## Who stays?\n\n{BODY}", media_type="text/markdown"))
    assert report.title == "Harra is empty"
    assert [heading.text for heading in report.headings] == ["Who stays?"]


def test_every_gold_evidence_is_still_in_the_clean_text(shared) -> None:  # type: ignore[no-untyped-def]
    lost = []
    for gold in sorted((shared / "affairs").glob("*/gold.yaml")):
        texts = {
            path.stem: extract(capture(path.read_bytes(), address=str(path))).text
            for path in (gold.parent / "reports").glob("*.txt")
        }
        for claim in yaml.safe_load(gold.read_text(encoding="utf-8"))["claims"]:
            pieces = [piece.strip() for piece in claim["evidence"].split("…")]
            lost += [claim["id"] for piece in pieces if piece not in texts[claim["report"]]]
    assert lost == []


def test_a_flash_that_is_no_more_than_its_headline_is_a_report() -> None:
    report = extract(capture("outlet: Harra Post\ntitle: Rebels say they hit the base of Tarn\n\n"))
    assert (report.title, report.text) == ("Rebels say they hit the base of Tarn",) * 2


def test_a_headline_may_begin_with_where_it_was() -> None:
    page = "Home » News » Coast\nTarn: navy admits loss of frigate\n\n"
    report = extract(capture(page + "The navy admitted on Monday that the frigate Orla was lost off Tarn."))
    assert report.title == "Tarn: navy admits loss of frigate"
    turn = extract(capture("Korr: The road is open\n\nHolt: It was open on Monday, when the navy left Tarn."))
    assert turn.title is None


def test_blanks_that_a_page_was_set_with_are_no_part_of_its_title() -> None:
    page = "Tarn Port Authority                 Page 1 of 2\n\n"
    report = extract(capture(page + "At noon on 14 September a craft of the Tarn port struck the frigate Orla."))
    assert report.title == "Tarn Port Authority Page 1 of 2"
