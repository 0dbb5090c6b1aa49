"""The page of a report, asked for as a browser does."""

import re
from html.parser import HTMLParser

import pytest

from sayso.model.decision import DecisionKind, Target, sign
from sayso.people import Role
from sayso.pipeline import derive, run


def report_of(desk, outlet):
    return next(report for report in desk.shown_reports() if report.outlet == outlet)


def claim_of(desk, words):
    claims = (claim for each in desk.office.record.snapshot().resolutions for claim in each.claims)
    return next(claim for claim in claims if claim.evidence.text.startswith(words))


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the text of each kind."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, name):
        return {attributes[name] for _, attributes in self.found if attributes.get(name)}


@pytest.mark.parametrize("outlet", ["The Dhuma Gazette", "Khaldara in English", "Signal Press Agency"])
def test_every_link_within_the_page_leads_somewhere(desk, outlet):
    page = Elements(desk.client.get(f"/report/{report_of(desk, outlet).id}").text)
    inside = {link[1:] for link in page.all("href") if link.startswith("#")}
    assert inside
    assert inside <= page.all("id")


class Words(HTMLParser):
    """The text of each paragraph of a report, by where it begins, as a browser has it."""

    def __init__(self, page):
        super().__init__()
        self.at = None
        self.found = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if "data-at" in dict(attrs):
            self.at = int(dict(attrs)["data-at"])
            self.found[self.at] = ""

    def handle_endtag(self, tag):
        self.at = None if tag in {"p", "h3"} else self.at

    def handle_data(self, data):
        if self.at is not None:
            self.found[self.at] += data


def test_the_page_has_the_text_letter_for_letter_at_its_places(desk):
    for report in desk.shown_reports():
        found = Words(desk.client.get(f"/report/{report.id}").text).found
        assert "".join(found.values()) == report.text.replace("\n", "")
        assert all(report.text[at : at + len(words)] == words for at, words in found.items())


def test_ids_stand_once_on_a_page(desk):
    page = Elements(desk.client.get(f"/report/{report_of(desk, 'The Dhuma Gazette').id}").text)
    ids = [attributes["id"] for _, attributes in page.found if attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_words_lead_to_their_claim_and_a_claim_to_its_words(desk):
    claim = claim_of(desk, "Our men took")
    page = desk.client.get(f"/report/{claim.report}").text
    assert re.search(rf'<a href="#claim-{claim.id}"[^>]*id="c-{claim.id}"', page)
    assert f'href="#c-{claim.id}"' in page


def test_an_address_of_a_claim_leads_to_it_in_its_report(desk):
    claim = claim_of(desk, "Our men took")
    led = desk.client.get(f"/claim/{claim.id}", follow_redirects=False)
    assert led.status_code == 303
    assert led.headers["location"].startswith(f"/report/{claim.report}")
    assert led.headers["location"].endswith(f"#claim-{claim.id}")


def test_why_is_told_on_the_page_without_a_script_and_alone_with_one(desk):
    claim = claim_of(desk, "Our men took")
    whole = desk.client.get(f"/claim/{claim.id}?why=1").text
    part = desk.client.get(f"/claim/{claim.id}?why=1", headers={"HX-Request": "true"}).text
    for page in (whole, part):
        assert "nearest: Idris Fennar" in page
    assert "<h1" in whole
    assert "<html" not in part


def test_chosen_words_have_an_address(desk):
    report = report_of(desk, "Sawt Suhn")
    page = desk.client.get(f"/report/{report.id}?words=0-9").text
    assert len(re.findall(r'<mark id="words" class="[^"]*chosen"', page)) == 1


@pytest.mark.parametrize(
    "asked",
    [{"words": words} for words in ("9-0", "a-b", "1-99999999999", "-1-2")]
    + [{"part": part} for part in ("abc", "-5", "9" * 40, "٣")]
    + [{"why": "maybe"}, {"claim": "<script>", "why": "1"}],
    ids=str,
)
def test_an_address_that_asks_for_nonsense_gets_the_report(desk, asked):
    answer = desk.client.get(f"/report/{report_of(desk, 'Sawt Suhn').id}", params=asked)
    assert answer.status_code == 200
    assert "Who opened the gate of Tel Arwan?" in answer.text


def test_what_nobody_holds_is_told_in_a_sentence(desk):
    for address in ("/report/r0", "/claim/c0", "/report/%3Cscript%3E", "/claim/r1?why=1"):
        answer = desk.client.get(address)
        assert answer.status_code == 404
        assert "<script>alert" not in answer.text


def test_scripts_in_a_report_stay_words(desk, tmp_path):
    evil = tmp_path / "evil.txt"
    evil.write_text(
        "outlet: <script>alert('outlet')</script>\n"
        "url: javascript:alert(1)\n"
        "published: 2024-05-13\n"
        "language: en\n"
        'title: <img src=x onerror=alert("title")> "quoted"\n'
        "sections: <b>World</b>\n\n"
        'Rebels captured Tel Arwan air base, <script>alert("source")</script> Fennar said on Sunday. '
        '"It is \'"><svg onload=alert(1)> ours," said Idris "><img src=y> Fennar. The army denied it.\n'
    )
    run([str(evil)], shop=desk.shop)
    report = next(each for each in desk.shown_reports() if each.outlet.startswith("<script>"))
    page = Elements(desk.client.get(f"/report/{report.id}").text)
    assert not [1 for tag, attributes in page.found if tag == "img" and attributes.get("src") in {"x", "y"}]
    assert not [
        1 for _, attributes in page.found if any(name.startswith("on") or name == "style" for name in attributes)
    ]
    assert all(attributes.get("src", "").startswith("/static/") for tag, attributes in page.found if tag == "script")
    assert not [link for link in page.all("href") if link.lower().startswith("javascript")]


def test_an_address_elsewhere_is_left_without_saying_where_one_came_from(desk):
    report = report_of(desk, "Sawt Suhn")
    page = Elements(desk.client.get(f"/report/{report.id}").text)
    outgoing = [attributes for tag, attributes in page.found if tag == "a" and attributes.get("href") == report.url]
    assert [set(attributes["rel"].split()) >= {"noreferrer", "nofollow"} for attributes in outgoing] == [True]


def test_what_was_cut_from_the_page_is_there_on_demand(desk):
    page = desk.client.get(f"/report/{report_of(desk, 'The Dhuma Gazette').id}").text
    assert '<details class="stripped">' in page
    assert "Subscribe from 2 dinars a week" in page


def test_a_right_to_left_report_says_so_to_the_browser(desk, tmp_path):
    arabic = tmp_path / "arabic.txt"
    arabic.write_text(
        "outlet: صوت سهن\npublished: 2024-05-13\nlanguage: ar\ntitle: من فتح البوابة؟\n\n"
        "قال الجيش إنه استعاد القاعدة.\n"
    )
    run([str(arabic)], shop=desk.shop)
    report = report_of(desk, "صوت سهن")
    page = desk.client.get(f"/report/{report.id}").text
    assert '<h1 dir="auto" lang="ar">' in page
    assert "the reader does not know this language" in page


def test_an_unheld_report_has_a_page_that_says_who_names_it(desk, tmp_path):
    credit = tmp_path / "credit.txt"
    credit.write_text(
        "outlet: The Tarsel Post\npublished: 2024-06-02\nlanguage: en\ntitle: Rebels take Korvat\n\n"
        "KORVAT, June 2 (Meridian Wire) - Rebels captured Korvat on Sunday, their spokesman said. "
        "He said 9 soldiers had been killed.\n"
    )
    run([str(credit)], shop=desk.shop)
    unheld = desk.office.record.snapshot().corroboration.unheld
    assert [report.outlet for report in unheld] == ["Meridian Wire"]
    page = desk.client.get(f"/report/{unheld[0].id}")
    assert page.status_code == 200
    assert "Rebels take Korvat" in page.text
    held = desk.client.get(f"/report/{report_of(desk, 'The Tarsel Post').id}").text
    assert "not held here" in held


def edge(desk):
    """A copy and its origin."""
    copy = report_of(desk, "The Calder Argus").id
    return copy, origins(desk, copy)[0]


def origins(desk, report):
    lines = desk.office.record.around_report(report).corroboration.lineage
    return [line.of for line in lines if line.report == report]


def test_readers_see_no_form_and_cannot_cut(desk):
    copy, wire = edge(desk)
    desk.log_in(Role.READER)
    assert f"/report/{copy}/cut" not in desk.client.get(f"/report/{copy}").text
    assert desk.post(f"/report/{copy}/cut", of=f"/report/{copy}", origin=wire, because="no").status_code == 403
    assert origins(desk, copy) == [wire]


def test_a_coder_cuts_a_copy_and_the_reason_is_kept_with_the_name(desk):
    copy, wire = edge(desk)
    coder = desk.log_in(Role.CODER)
    page = f"/report/{copy}"
    answer = desk.post(f"{page}/cut", of=page, origin=wire, because="its reporter was there")
    assert answer.status_code == 303
    assert wire not in origins(desk, copy)
    kept = desk.office.record.decisions()[-1]
    assert (kept.by, kept.because) == (coder.name, "its reporter was there")
    assert "its reporter was there" in desk.client.get(page).text


def test_a_coder_links_a_report_to_its_origin_by_the_address_of_its_page(desk):
    report, origin = report_of(desk, "Sawt Suhn"), edge(desk)[1]
    desk.log_in(Role.CODER)
    page = f"/report/{report.id}"
    given = f"http://testserver/report/{origin}"
    answer = desk.post(f"{page}/link", of=page, origin=given, relation="rewrite", because="the editor said so")
    assert answer.status_code == 303
    assert origins(desk, report.id) == [origin]


@pytest.mark.parametrize(
    ("origin", "relation"),
    [
        ("r0", "copy"),
        ("https://nowhere.example/", "copy"),
        ("<script>", "copy"),
        ("itself", "copy"),
        ("wire", "cousin"),
    ],
)
def test_a_link_that_cannot_be_is_refused_in_a_sentence(desk, origin, relation):
    report, wire = report_of(desk, "Sawt Suhn"), edge(desk)[1]
    desk.log_in(Role.CODER)
    named = {"itself": report.id, "wire": wire}.get(origin, origin)
    page = f"/report/{report.id}"
    answer = desk.post(f"{page}/link", of=page, origin=named, relation=relation, because="x")
    assert answer.status_code == 400
    assert "<script>" not in re.sub(r'<script type="module" src="[^"]*">', "", answer.text)
    assert origins(desk, report.id) == []


def withhold(desk, report):
    target = Target(report=report, field="report")
    made = sign(DecisionKind.WITHHOLD, target, "", by="Amal", at=desk.office.now(), because="it names a witness")
    desk.office.record.add_decision(made)
    derive(desk.shop)


def test_a_withheld_report_is_told_without_its_words_here_and_on_other_pages(desk):
    report = report_of(desk, "Sawt Suhn")
    words = "Not one metre has been promised to anyone"
    others = [each.id for each in desk.shown_reports() if each.id != report.id]
    assert words in desk.client.get(f"/report/{report.id}").text
    withhold(desk, report.id)
    page = desk.client.get(f"/report/{report.id}")
    assert page.status_code == 200
    assert words not in page.text
    assert report.title not in page.text
    assert report.url not in page.text
    assert not any(report.title in desk.client.get(f"/report/{each}").text for each in others)
    desk.log_in(Role.OWNER)
    assert words in desk.client.get(f"/report/{report.id}").text


def test_a_report_that_was_taken_back_says_so(desk):
    report = report_of(desk, "Sawt Suhn")
    made = sign(
        DecisionKind.RETRACT, Target(report.id, field="retracted"), "yes", by="Amal", at=desk.office.now(), because="x"
    )
    desk.office.record.add_decision(made)
    derive(desk.shop)
    assert "were taken back, here or in what it copies" in desk.client.get(f"/report/{report.id}").text


def test_a_claim_that_a_person_added_stands_in_the_text_with_who_added_it(desk):
    report = report_of(desk, "Sawt Suhn")
    coder = desk.log_in(Role.CODER)
    words = "thinks the base is worth nothing"
    page = f"/check/report/{report.id}"
    fields = {"words": words, "version": report.version, "what": "claim", "type": "destroy", "stance": "judged"}
    made = desk.post(f"{page}/add", of=page, **fields)
    assert made.status_code == 303
    added = next(
        claim
        for each in desk.office.record.snapshot().resolutions
        for claim in each.claims
        if claim.evidence.text == words and claim.type == "destroy"
    )
    shown = desk.client.get(f"/report/{report.id}").text
    told = shown[shown.index(f'id="claim-{added.id}"') :]
    assert f"Decided by {coder.name}" in told[: told.index('class="acts')]
    assert f'id="c-{added.id}"' in shown
