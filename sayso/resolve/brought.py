"""Brought: what one report brings to the others, written down and read again without its words being understood."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.affiliation import Tie
from sayso.resolve.home import Called
from sayso.resolve.label import Labelled, label_named
from sayso.resolve.parting import Tokens
from sayso.resolve.place.location import Naming
from sayso.resolve.place.naming import Said
from sayso.resolve.referent import Referent
from sayso.resolve.unify import Heard

_KINDS = {str(kind): kind for kind in EntityKind}


@dataclass(frozen=True, slots=True, eq=False)
class Brought:
    """What `unify` hears of a report, and what its understanding rests on beside its own words.

    `namings` are where it names places, None where no gazetteer was there to ask; `borne` are all names in it, as they
    are compared; `answers` are the outlets that its words asked for.
    """

    heard: Heard
    namings: tuple[Said, ...] | None
    borne: frozenset[Tokens]
    answers: Mapping[str, str | None]


def write_brought(brought: Brought) -> str:
    """As text: the same for the same, whatever process wrote it."""
    heard = brought.heard
    number = {each.referent: place for place, each in enumerate(heard.labelled)}
    ties = [
        (number[tie.whose], number[tie.of], tie.because, tie.guessed)
        for tie in heard.ties
        if tie.whose in number and tie.of in number  # others tie nobody who has a name
    ]
    whole = (
        [_plain(each) for each in heard.labelled],
        ties,
        {name: entry.id for name, entry in sorted(heard.countries.items())},
        heard.told,
        heard.called and (heard.called.words, heard.called.is_outlet, heard.called.national),
        None if brought.namings is None else [_plain_said(each, number) for each in brought.namings],
        sorted(brought.borne),
        dict(sorted(brought.answers.items())),
    )
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read_brought(text: str, *, report: str, entries: Mapping[str, Entry]) -> Brought:
    """What `write_brought` wrote of a report; of anything else ValueError, KeyError, TypeError or IndexError."""
    labelled, ties, countries, told, called, namings, borne, answers = json.loads(text)
    rows = tuple(_read_labelled(each, entries) for each in labelled)
    heard = Heard(
        rows,
        tuple(Tie(rows[whose].referent, rows[of].referent, because, guessed) for whose, of, because, guessed in ties),
        {name: entries[id_] for name, id_ in countries.items()},
        told,
        called and _read_called(*called),
    )
    said = None if namings is None else tuple(_read_said(each, report, rows) for each in namings)
    return Brought(heard, said, frozenset(map(tuple, borne)), answers)


def _plain(each: Labelled) -> Sequence[object]:
    one = each.referent
    of_it = (one.proper, one.common, one.country, one.office, one.of, one.plural, one.female, one.because)
    return (one.kind, one.forms, *of_it, each.means, each.entry and each.entry.id)


def _read_labelled(row: Sequence[Any], entries: Mapping[str, Entry]) -> Labelled:
    kind, forms, *of_it, means, entry = row
    proper, common, country, office, of, plural, female, because = of_it
    referent = Referent(_KINDS[kind], tuple(forms), True, proper, common, country, office, of, plural, female, because)
    return label_named(referent, means, None if entry is None else entries[entry])


def _read_called(words: Iterable[tuple[Collection[str], str | None]], is_outlet: bool, national: str | None) -> Called:
    return Called(tuple((tuple(tokens), own) for tokens, own in words), is_outlet, national)


def _plain_said(said: Said, number: Mapping[Referent, int]) -> Sequence[object]:
    naming = said.naming
    of = None if said.referent is None else number[said.referent]
    return (of, naming.words, naming.before, naming.after, naming.said)


def _read_said(row: Sequence[Any], report: str, labelled: Sequence[Labelled]) -> Said:
    of, *words = row
    return Said(None if of is None else labelled[of].referent, Naming("", report, *words))
