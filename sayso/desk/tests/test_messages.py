"""Every message of the desk has its Arabic one, and a page in Arabic shows no English of the desk's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from lxml import html

import sayso
from sayso.desk.conftest import Desk
from sayso.desk.event.heading import head_event
from sayso.desk.gathered import RULES, SENTENCES
from sayso.desk.language import LANGUAGES, load_messages
from sayso.desk.visitor import LANGUAGE
from sayso.model.title import Title
from sayso.model.values.stance import ClaimType
from sayso.people import Role

SAYSO = Path(sayso.__file__).parent
MESSAGES = SAYSO / "desk" / "messages"
ARABIC = MESSAGES / "ar" / "LC_MESSAGES" / "desk.po"
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")


def list_keywords() -> list[str]:
    """What `make messages` gathers by."""
    makefile = (SAYSO.parent / "Makefile").read_text(encoding="utf-8")
    named = re.search(r"^SAID := \$\(foreach call,(.+),-k", makefile, re.MULTILINE)
    assert named
    return named[1].split()


@cache
def gather_messages() -> frozenset[tuple[str, ...]]:
    """Each message that pages say, with its plural if it has one."""
    keywords = {**parse_keywords(["_", "gettext", "ngettext:1,2"]), **parse_keywords(list_keywords())}
    with (MESSAGES / "babel.cfg").open(encoding="utf-8") as file:
        method_map, options_map = parse_mapping_cfg(file, filename="babel.cfg")
    found = extract_from_dir(str(SAYSO), method_map=method_map, options_map=options_map, keywords=keywords)
    return frozenset((said,) if isinstance(said, str) else tuple(said) for _, _, said, _, _ in found if said)


@cache
def read_arabic() -> Catalog:
    with ARABIC.open(encoding="utf-8") as file:
        return read_po(file, locale="ar")


def list_arabic() -> list[Message]:
    return [message for message in read_arabic() if message.id]


def forms_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_every_message_has_an_arabic_one() -> None:
    """Run `make messages` and translate what is empty when this fails."""
    known = {m.id if isinstance(m.id, str) else m.id[0]: m for m in list_arabic()}
    missing = [said for said in gather_messages() if said[0] not in known or not all(forms_of(known[said[0]]))]
    assert sorted(missing) == []


def test_no_arabic_message_is_of_a_page_that_is_gone() -> None:
    """`make messages` takes them out."""
    said = {message[0] for message in gather_messages()}
    assert [m.id for m in list_arabic() if (m.id if isinstance(m.id, str) else m.id[0]) not in said] == []


def test_nothing_is_guessed() -> None:
    assert not any(message.fuzzy for message in list_arabic())


def test_placeholders_are_the_same() -> None:
    """One and two are words in Arabic, so the first three plural forms may go without the number."""
    for message in list_arabic():
        said = (message.id,) if isinstance(message.id, str) else message.id
        wanted = sorted(_PLACEHOLDER.findall(said[-1]))
        forms = forms_of(message)
        assert {tuple(sorted(_PLACEHOLDER.findall(form))) for form in forms[3:] or forms} == {tuple(wanted)}, said
        assert {each for form in forms for each in _PLACEHOLDER.findall(form)} <= set(wanted), said


def test_plurals_have_all_six_forms() -> None:
    assert read_arabic().num_plurals == 6
    assert {len(forms_of(m)) for m in list_arabic() if not isinstance(m.id, str)} == {6}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا صوت"),
        (1, "صوت واحد"),
        (2, "صوتان"),
        (3, "3 أصوات"),
        (10, "10 أصوات"),
        (11, "11 صوتًا"),
        (99, "99 صوتًا"),
        (100, "100 صوت"),
        (103, "103 أصوات"),
    ],
)
def test_voices_are_counted_as_arabic_counts(count: int, said: str) -> None:
    assert load_messages("ar").ngettext("%(num)s voice", "%(num)s voices", count) % {"num": count} == said


def test_a_vote_is_never_called_a_voice() -> None:
    """Both would be صوت; an opinion must not read as a source."""
    of_votes = [m for m in list_arabic() if "vote" in str(m.id).casefold() and "voice" not in str(m.id).casefold()]
    assert of_votes
    assert not [m.id for m in of_votes if any(re.search(r"صوت|أصوات", form) for form in forms_of(m))]


def test_how_somebody_puts_it_is_never_mixed_up() -> None:
    said = [load_messages("ar").gettext(word) for word in _EXACT]
    assert len(set(said)) == len(_EXACT)


_EXACT = (
    *("asserted", "denied", "possible", "planned", "requested", "questioned", "judged"),
    *("confirmed", "rejected", "disputed", "only claimed", "undisputed", "taken back", "withheld"),
)


def test_what_ships_is_what_the_catalogue_says() -> None:
    """Run `make messages` when this fails."""
    shipped, now = BytesIO(ARABIC.with_suffix(".mo").read_bytes()), BytesIO()
    write_mo(now, read_arabic())
    assert shipped.getvalue() == now.getvalue()


@pytest.mark.parametrize("sentence", [*RULES, *SENTENCES])
def test_sentences_of_the_engine_are_still_said(sentence: str) -> None:
    """Those that pages translate; one that is said otherwise now would be shown in English."""
    plain = re.sub(r"\d+ of \d+ | on this event\.$", "", sentence)
    said = [*(SAYSO / "corroborate").rglob("*.py"), *(SAYSO / "brief").rglob("*.py"), SAYSO / "model" / "airwars.py"]
    assert any(plain in path.read_text(encoding="utf-8") for path in said)


#: Where words are not the desk's own: quoted, named, written by a person, or marked as another language's.
_OTHERS = (
    "self::q or self::bdi or self::script or self::style or self::code or self::kbd or self::textarea or self::abbr"
)
_MARKED = "@lang='en' or @dir='auto' or @dir='ltr' or contains(concat(' ', @class, ' '), ' id ')"
#: Quoted words, the record's own word for a type behind the Arabic one, and addresses.
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\([a-z ]+\)$|https?://\S+|[\w-]+\.example\b|/event/")
#: Names and signs that are written in Latin letters in Arabic too.
_NAMES = re.compile(
    r"(?<![A-Za-z])(Sayso|English|UTC|JSON|Lines|GeoJSON|CSV|Atom|RSS|SHA|HTTP|API|TOTP|Airwars|ACLED|UCDP|SMTP|Shift|Tab|Ctrl|Enter"
    r"|geo_precision|where_prec|PMTiles|Some owner|en|ar|fr)(?![A-Za-z])"
)


def list_english(page: str) -> Iterator[str]:
    """Texts, labels and titles of a page that hold a word in Latin letters which is no name."""
    tree = html.fromstring(page)
    outside = f"not(ancestor-or-self::*[{_OTHERS} or {_MARKED}])"
    for text in tree.xpath(f"//body//text()[not(parent::*[ancestor-or-self::*[{_OTHERS} or {_MARKED}]])]"):
        yield from _left(str(text))
    for name in ("aria-label", "title", "placeholder", "alt"):
        for value in tree.xpath(f"//body//*[@{name}][{outside}]/@{name}"):
            yield from _left(str(value))


def _left(text: str) -> Iterator[str]:
    if re.search(r"[A-Za-z]{2,}", _NAMES.sub("", _QUOTED.sub("", text.strip()))):
        yield " ".join(text.split())


def test_an_arabic_page_shows_no_english_of_the_desks_own(desk: Desk) -> None:
    desk.log_in(Role.OWNER)
    assert find_english(desk, _list_addresses(desk)) == {}


def test_what_people_did_is_told_in_arabic(desk: Desk) -> None:
    desk.client.cookies.set(LANGUAGE, "ar")
    owner, coder = desk.log_in(Role.OWNER), desk.office.people.users.add("أمل", role=Role.CODER)
    snapshot = desk.office.record.snapshot()
    event, place = snapshot.corroboration.events[0].id, snapshot.corroboration.holdings[0].place
    first, second, third = (claim.id for claim in snapshot.resolutions[0].claims[:3])
    kept = desk.post("/collections", of="/collections", title="2017", note="").headers["location"]
    desk.post("/collect", of=f"/event/{event}", kind="event", id=event, collection=kept.rpartition("/")[2])
    desk.post("/vote", of=f"/event/{event}", kind="event", id=event, answer="agree")
    desk.post(f"/talk/event/{event}", of=f"/talk/event/{event}", text="@أمل 2017")
    desk.post(f"/talk/event/{event}/task", of=f"/talk/event/{event}", status="help needed", assignee=coder.id)
    desk.post("/watches", of="/collections", kind="place", id=place)
    desk.post(f"/check/claim/{first}/accept", of=f"/check/claim/{first}")
    desk.post(f"/check/claim/{second}/reject", of=f"/check/claim/{second}")
    desk.post(f"/check/claim/{third}/set", of=f"/check/claim/{third}", stance="possible")
    undone = desk.office.record.decisions()[0]
    desk.post("/history/undo", of="/history", decision=undone.id)
    done = desk.post("/check/blind", of="/check/blind", name="2017", count="1", first=owner.name, second="أمل")
    assert {"accept", "reject", "undo"} <= {str(each.kind) for each in desk.office.record.decisions()}
    fixed = "/collections /history /watches /me /me/notices /check /check/blind /withheld /erase /people /me/leave"
    dated = f"/place/{place}?on=2024-05-12&as_known_on=2024-05-12"
    of_things = [kept, f"/talk/event/{event}", f"/event/{event}", dated, done.headers["location"]]
    changed = [f"/check/claim/{claim}" for claim in (first, third)]
    left = find_english(desk, [*fixed.split(), *of_things, *changed, f"/report/{snapshot.resolutions[0].report.id}"])
    assert left == {}


def test_a_refusal_is_told_in_arabic_or_marked_as_english(desk: Desk) -> None:
    desk.client.cookies.set(LANGUAGE, "ar")
    desk.log_in(Role.READER)
    assert "لا توجد صفحة كهذه" in desk.client.get("/no-such-page").text
    assert "دور المالك" in desk.client.get("/people").text
    answer = desk.client.get("/event/v0")
    assert answer.status_code == 404
    assert re.search(r'<p class="lead" lang="en" dir="ltr">[^<]*v0', answer.text)


def find_english(desk: Desk, addresses: list[str]) -> dict[str, list[str]]:
    """What pages still say in English, by address."""
    desk.client.cookies.set(LANGUAGE, "ar")
    names = "|".join(map(re.escape, sorted(_list_names(desk), key=len, reverse=True)))
    known = re.compile(f"(?<![A-Za-z])({names})(?![A-Za-z])")
    left: dict[str, list[str]] = {}
    for address in addresses:
        answer = desk.client.get(address)
        assert answer.status_code == 200, address
        assert 'dir="rtl"' in answer.text, address
        texts = (known.sub("", _QUOTED.sub("", text)) for text in list_english(answer.text))
        found = sorted({each for text in texts for each in _left(text)})
        if found:
            left[address] = found
    return left


def _list_names(desk: Desk) -> set[str]:
    """What reports name and quote: it stays as it is in every language."""
    names: set[str | None] = set()
    for each in desk.office.record.snapshot().resolutions:
        names |= {each.report.outlet, each.report.title}
        names |= {name for entity in each.entities for name in entity.names}
        names |= {filler.mention.name for claim in each.claims for filler in claim.roles}
        names |= {link.source.name for claim in each.claims for link in claim.chain}
        names |= {span.text for said in each.attributions for span in (*said.sources, *said.cues)}
    return {name for name in names if name}


def _list_addresses(desk: Desk) -> list[str]:
    snapshot = desk.office.record.snapshot()
    report, claim = snapshot.resolutions[0].report.id, snapshot.resolutions[0].claims[0].id
    events = [f"/event/{event.id}" for event in snapshot.corroboration.events]
    holding = snapshot.corroboration.holdings[0]
    reports = [f"/report/{each.report.id}" for each in snapshot.resolutions]
    fixed = "/ /places /sources /actors /topics /search?q=base /search?kind=claim&q=base /search?kind=report&q=base"
    more = "/check /check/blind /check/waiting /history /add /collections /privacy /me /people /log-in /forgotten"
    of_things = [
        *(f"/place/{holding.place}", f"/actor/{holding.holder}", "/source/Signal%20Press%20Agency"),
        *(f"/check/report/{report}", f"/check/claim/{claim}"),
    ]
    return [*fixed.split(), *more.split(), *events, *reports, *of_things]


def test_every_language_has_its_catalogue() -> None:
    assert [code for code in LANGUAGES if code != "en" and not load_messages(code).info()] == []


def test_a_name_that_begins_with_a_number_runs_its_own_way() -> None:
    say = load_messages("ar").gettext
    said = head_event(ClaimType.KILL, Title(what=None, whom="12 soldiers", where=None, who=None), say)
    assert said == "قتل: \u206812 soldiers\u2069"
