"""Home: the country by whose name an outlet is called; the organs that it names bare are that country's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sayso.resolve.demonym import list_peoples, people_word
from sayso.resolve.name import parse_name
from sayso.resolve.outlet import is_outlet_name
from sayso.resolve.wording import GROUP_HEADS, OUTLET_HEADS

_NATIONAL = re.compile(r"\b(?:National|State|Public)\b.*\bof (?:the )?(?P<country>[A-ZÀ-Þ].+)$")


@dataclass(frozen=True, slots=True)
class Called:
    """What an outlet's name says by itself and beside the names of one report.

    `words` are those that may be a country's or a people's, as they are compared; each with the first name of the
    report whose people it is (None: none). `is_outlet` says whether the whole looks like an outlet's name, `national`
    is the country of a "National Radio of …".
    """

    words: tuple[tuple[tuple[str, ...], str | None], ...]
    is_outlet: bool
    national: str | None


@dataclass(frozen=True, slots=True)
class Nations:
    """Countries whose organs are spoken of somewhere, by their words and by the words for their peoples."""

    by_words: Mapping[tuple[str, ...], str]
    by_people: Mapping[str, str]


def read_outlet(outlet: str | None, names: Collection[str]) -> Called | None:
    """What the name of a report's outlet says; `names` are those of the report. None for an outlet not known."""
    if outlet is None:
        return None
    words = [
        word for word in outlet.split() if word[:1].isupper() and word.casefold() not in OUTLET_HEADS | GROUP_HEADS
    ]
    nations = [(name, list_peoples(people_word(name))) for name in sorted(names)]
    national = _NATIONAL.search(outlet)
    return Called(
        tuple(
            (parse_name(word).tokens, next((name for name, own in nations if people_word(word) in own), None))
            for word in words
        ),
        is_outlet_name(outlet),
        national["country"] if national else None,
    )


def know_nations(countries: Collection[str]) -> Nations:
    """The countries laid out, once for all reports of a batch."""
    ordered = sorted(countries)
    by_people: dict[str, str] = {}
    for country in ordered:
        for people in list_peoples(people_word(country)):
            by_people.setdefault(people, country)
    return Nations({parse_name(country).tokens: country for country in ordered}, by_people)


def find_home(called: Called | None, nations: Nations) -> str | None:
    """The country whose name an outlet bears: "Ostmark Public Radio", "Corlandic News Service", "Radio of Zarland".

    A word of the outlet's name must be one of the countries, or the people of one of them or of a name of the report.
    None where no country shows.
    """
    if called is None:
        return None
    for tokens, own in called.words:
        if found := nations.by_words.get(tokens):
            return found
        meant = [name for name in (own, nations.by_people.get(" ".join(tokens))) if name is not None]
        if meant and called.is_outlet:
            return min(meant)
    return called.national
