import pytest

from sayso.model.knowledge import Entry, EntryType
from sayso.model.place import UNCHECKED
from sayso.resolve.actor import Directory
from sayso.resolve.outlet import compare, find_known, is_agency, is_own_words, parse, resolve


def outlet(key: str, *names: str, **more: object) -> Entry:
    return Entry(key, EntryType.OUTLET, names, UNCHECKED, **more)  # type: ignore[arg-type]


# Invented.
KNOWN = Directory(
    [
        outlet("al-sahil", "Al-Sahil Al-Jadid", "الساحل الجديد", country="GB", language="ar"),
        outlet("new-coast", "The New Coast", country="GB", language="en", owner="e1"),
        outlet("merrin-wire", "Merrin Wire Service", "MWS", is_agency=True),
        outlet("merrin-post", "Merrin Post"),
        Entry("merrin", EntryType.STATE, ("Merrin",), UNCHECKED),
    ]
)


def key(words: str) -> str | None:
    answer = resolve(words, KNOWN)
    return answer.best.of.key if answer.best else None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Al-Sahil Al-Jadid Website", "al-sahil"),
        ("the Al-Sahel Al-Jadeed newspaper", "al-sahil"),
        ("الساحل الجديد", "al-sahil"),
        ("Merrin Wire", "merrin-wire"),
        ("MWS", "merrin-wire"),
        ("the Merrin Post", "merrin-post"),
    ],
)
def test_outlet_is_known_by_its_names_but_for_plain_words(words: str, wanted: str) -> None:
    assert key(words) == wanted


def test_translated_name_is_another_outlet_unless_an_alias_says_so() -> None:
    assert key("The New Coast (Arabic)") != "al-sahil"
    assert compare("Al-Sahil Al-Jadid", "The New Coast").score == 0


def test_known_outlet_brings_what_is_known_of_it() -> None:
    answer = resolve("New Coast", KNOWN)
    assert answer.best is not None
    assert (answer.best.of.country, answer.best.of.language, answer.best.of.owner) == ("GB", "en", "e1")


@pytest.mark.parametrize("words", ["Merrin", "the agency", "", "?!", "🔥", "\u202e", "x" * 10_000, "Post " * 2_000])
def test_place_noun_and_noise_are_no_outlet(words: str) -> None:
    assert key(words) is None
    assert find_known(words, KNOWN.outlet_aliases) is None


def test_name_finds_its_outlet_among_many() -> None:
    outlets = tuple(f"{name} {kind}" for name in ("Sel", "Orrin", "Tann", "Vell") for kind in ("Post", "Radio", "Wire"))
    assert find_known("Orrin Radio Website", outlets) == "Orrin Radio"
    assert find_known("the Radio", outlets) is not None
    assert find_known("Korr", outlets) is None


def test_agency_is_called_so() -> None:
    assert parse("the Merrin Wire Service").is_agency
    assert is_agency("Signal Press")
    assert not parse("Merrin Post").is_agency


def test_an_earlier_version_of_a_report_is_the_outlet_itself() -> None:
    assert is_own_words("An earlier version of this report", "Meridian Wire")
    assert is_own_words("the first version of this story", "Meridian Wire")
    assert not is_own_words("an earlier report by the Courier", "Meridian Wire")


def test_a_fuller_name_is_not_the_outlet_that_is_called_by_its_last_word() -> None:
    assert find_known("Ostrel Monitor", ("Al-Monitor",)) is None
    assert find_known("the Monitor", ("Ostrel Monitor",)) == "Ostrel Monitor"
    assert find_known("Arraed Network", ("Arraed",)) == "Arraed"
    mirror = Directory([outlet("mirror", "The Mirror")])
    assert resolve("The Orrin Mirror", mirror).best is None
