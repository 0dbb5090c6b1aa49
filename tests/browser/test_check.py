"""Adding what the reader missed, in a real browser: by keyboard alone, by mouse, in any writing."""

import re

import pytest
from playwright.sync_api import expect

from sayso.people import Role

SELECT = """([root, start, end]) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0, began = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue.length;
    if (!began && start <= at + length) { range.setStart(node, start - at); began = true; }
    if (began && end <= at + length) { range.setEnd(node, end - at); break; }
    at += length;
  }
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}"""


@pytest.fixture
def argus(site):
    snapshot = site.office.record.snapshot()
    return next(each.report for each in snapshot.resolutions if each.report.outlet == "The Calder Argus")


@pytest.fixture
def checking(page, context, site, argus):
    """A coder on the page where that report is checked whole."""
    site.log_in(context, Role.CODER)
    page.goto(f"{site.address}/check/report/{argus.id}")
    expect(page.locator("[data-text]")).to_have_attribute("role", "textbox")
    return page


def select_words(page, words, *, nth=0):
    """Selects words as a mouse would leave them selected."""
    root = page.locator("[data-text]")
    text = root.evaluate("root => root.textContent")
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    units = len(text[:start].encode("utf-16-le")) // 2
    page.evaluate(SELECT, [root.element_handle(), units, units + len(words.encode("utf-16-le")) // 2])


def is_before(page, word):
    """Whether the word after the selected one is this."""
    script = """word => {
      const range = document.getSelection().getRangeAt(0).cloneRange();
      range.setEndAfter(document.querySelector("[data-text]").lastChild);
      return range.toString().split(/\\s+/)[1] === word;
    }"""
    return page.evaluate(script, word)


def field(page, name):
    return page.locator(f"[data-field='{name}'] [data-words]").first.input_value()


def place(page, name):
    return page.locator(f"[data-field='{name}'] [data-at]").first.input_value()


def test_a_missed_claim_is_added_by_keyboard_alone_and_is_a_voice_on_its_event(checking, site, argus):
    page = checking
    words = "army lorries driving south overnight"
    for _ in range(80):  # to the text, past whatever the page has before it
        if page.evaluate("document.activeElement.hasAttribute('data-text')"):
            break
        page.keyboard.press("Tab")
    for _ in range(300):
        if page.evaluate("document.getSelection().toString()") == "army" and is_before(page, "lorries"):
            break
        page.keyboard.press("ArrowRight")
    for _ in words.split()[1:]:
        page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("document.getSelection().toString()") == words
    page.keyboard.press("w")
    assert page.evaluate("document.activeElement.name") == "type"
    page.keyboard.type("Withdrawal")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text(f"Added: withdraw, “{words}”").first).to_be_visible()
    snapshot = site.office.record.around_report(argus.id)
    found = next(each for each in snapshot.resolutions if each.report.id == argus.id).claims
    (claim,) = [each for each in found if each.decided]
    assert (claim.evidence.text, str(claim.type)) == (words, "withdraw")
    event = next(each for each in snapshot.corroboration.events if claim.id in each.claims)
    page.goto(f"{site.address}/event/{event.id}")
    expect(page.get_by_text("Two aid workers").first).to_be_visible()
    expect(page.get_by_text(words).first).to_be_visible()


def test_a_claim_is_decided_by_its_key_and_undone_by_another(page, context, site):
    site.log_in(context, Role.CODER, "Amal")
    page.goto(f"{site.address}/check/one")
    expect(page.locator("html.scripted")).to_be_attached()
    line = page.locator("#claim-line").text_content()
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted: ").first).to_be_visible()
    expect(page.locator("#claim-line")).not_to_have_text(line)
    expect(page.locator("html.scripted")).to_be_attached()
    page.keyboard.press("u")
    expect(page.locator("#claim-line")).to_have_text(line)
    expect(page.locator("html.scripted")).to_be_attached()
    page.keyboard.press("s")
    assert page.evaluate("document.activeElement.name") == "stance"
    page.keyboard.press("n")  # a letter in a list chooses there, it presses no button
    assert page.evaluate("document.activeElement.name") == "stance"
    page.keyboard.press("Tab")
    page.keyboard.press("n")
    expect(page.get_by_text("2 of")).to_be_visible()
    expect(page.locator("html.scripted")).to_be_attached()
    page.keyboard.press("?")
    expect(page.get_by_text("accept the claim")).to_be_visible()
    page.locator("[data-keys]").uncheck()
    page.locator("h1").click()
    page.keyboard.press("p")
    expect(page.get_by_text("2 of")).to_be_visible()


def test_the_words_of_a_claim_are_amended_by_selecting_others(page, context, site, argus):
    site.log_in(context, Role.CODER)
    snapshot = site.office.record.around_report(argus.id)
    resolution = next(each for each in snapshot.resolutions if each.report.id == argus.id)
    claim = next(each for each in resolution.claims if each.evidence.text == "an attack had been beaten off")
    page.goto(f"{site.address}/check/claim/{claim.id}")
    select_words(page, "attack had been beaten off")
    page.locator("[data-take='words']").click()
    assert int(place(page, "words")) == argus.text.index("attack had been beaten off")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Corrected the words of “an attack had been beaten off”").first).to_be_visible()


def test_selected_words_have_their_place_in_code_points_though_the_text_is_marked(checking, argus):
    page = checking
    for words in ("Tel Arwan is in our hands", "denied that it had lost", "Our men took"):
        select_words(page, words)
        page.locator("[data-take='words']").click()
        assert field(page, "words") == words
        assert int(place(page, "words")) == argus.text.index(words)


def test_roles_speaker_and_pieces_take_the_selected_words(checking, argus):
    page = checking
    select_words(page, "Our men")
    page.locator("[data-take='words']").click()
    select_words(page, "at dawn")
    page.locator("[data-take='more']").click()
    assert field(page, "words") == "Our men … at dawn"
    assert place(page, "words") == f"{argus.text.index('Our men')},{argus.text.index('at dawn')}"
    select_words(page, "Tel Arwan", nth=1)
    page.locator("[data-text]").focus()
    page.keyboard.press("p")
    assert field(page, "role_place") == "Tel Arwan"
    select_words(page, "Idris Fennar")
    page.locator("[data-take='source']").click()
    assert page.locator("[name='speaker']").input_value() == "other"
    assert field(page, "source") == "Idris Fennar"


def test_a_word_is_selected_by_the_mouse(checking, argus):
    page = checking
    words = page.locator("[data-text] .claim", has_text="it had lost the base").first
    words.dblclick(position={"x": 6, "y": 8})
    assert page.evaluate("document.getSelection().toString()").strip() == "it"
    page.locator("[data-take='role_actor']").click()
    assert field(page, "role_actor") == "it"
    assert int(place(page, "role_actor")) == argus.text.index("it had lost the base")


def test_words_that_are_typed_lose_the_place_that_was_selected(checking):
    page = checking
    select_words(page, "Our men")
    page.locator("[data-take='words']").click()
    page.locator("[data-field='words'] [data-words]").fill("their men")
    assert place(page, "words") == ""


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("🛩️ 🇱🇾 A 𝒯el of 𐤀𐤁 words", "words", 18),
        ("قال العقيد إنّ القاعدةَ في أيدينا", "القاعدةَ", 15),
        ("Le cafe\u0301 a été pris", "cafe\u0301", 3),
    ],
    ids=["beyond the first plane", "Arabic with vowel marks", "combining accent"],
)
def test_places_are_right_in_any_writing(page, context, site, argus, text, words, at):
    def write(route):
        answer = route.fetch()
        body = re.sub(r"(data-text[^>]*>).*?(</div>)", rf"\g<1>{text}\g<2>", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=body)

    assert text.index(words) == at
    site.log_in(context, Role.CODER)
    page.route("**/check/report/*", write)
    page.goto(f"{site.address}/check/report/{argus.id}")
    select_words(page, words)
    page.locator("[data-take='words']").click()
    assert (field(page, "words"), place(page, "words")) == (words, str(at))


def test_half_a_letter_is_never_selected(page, context, site, argus):
    """The accent stands on its letter: whoever selects one has both."""
    text = "Le cafe\u0301 pris"

    def write(route):
        answer = route.fetch()
        body = re.sub(r"(data-text[^>]*>).*?(</div>)", rf"\g<1>{text}\g<2>", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=body)

    site.log_in(context, Role.CODER)
    page.route("**/check/report/*", write)
    page.goto(f"{site.address}/check/report/{argus.id}")
    select_words(page, "cafe")
    page.locator("[data-take='words']").click()
    assert field(page, "words") == "cafe\u0301"
