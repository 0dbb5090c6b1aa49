"""Home: the country by whose name an outlet is called; the organs that it names bare are that country's."""

from __future__ import annotations

import re
from collections.abc import Collection

from sayso.resolve.demonym import is_demonym
from sayso.resolve.name import parse_name
from sayso.resolve.outlet import is_outlet_name
from sayso.resolve.wording import GROUP_HEADS, OUTLET_HEADS

_NATIONAL = re.compile(r"\b(?:National|State|Public)\b.*\bof (?:the )?(?P<country>[A-ZÀ-Þ].+)$")


def find_home(outlet: str | None, names: Collection[str], countries: Collection[str]) -> str | None:
    """The country whose name an outlet bears: "Ostmark Public Radio", "Corlandic News Service", "Radio of Zarland".

    `countries` are those whose organs are spoken of somewhere, `names` those of the report: a word of the outlet's name
    must be a country of the former, or the people of one of the latter. None where no country shows.
    """
    if outlet is None:
        return None
    words = [
        word for word in outlet.split() if word[:1].isupper() and word.casefold() not in OUTLET_HEADS | GROUP_HEADS
    ]
    plain = {parse_name(country).tokens: country for country in sorted(countries)}
    for word in words:
        if found := plain.get(parse_name(word).tokens):
            return found
        nations = sorted(name for name in {*names, *countries} if is_demonym(word, name))
        if nations and is_outlet_name(outlet):
            return nations[0]
    national = _NATIONAL.search(outlet)
    return national["country"] if national else None
