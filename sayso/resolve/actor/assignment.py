"""Assignment: the known actors that the referents of each report stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.answer import Answer
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.actor.choice import resolve
from sayso.resolve.actor.comparison import is_elsewhere
from sayso.resolve.actor.context import Context
from sayso.resolve.actor.directory import Directory
from sayso.resolve.actor.wording import Wording, parse
from sayso.resolve.name import is_short_form
from sayso.resolve.referent import Referent

_ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.OUTLET, EntityKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which entries the referents of one report are, and which states its words for countries.

    `elsewhere` are the referents that only name-sakes in other countries would fit.
    """

    entries: Mapping[Referent, Entry] = field(default_factory=dict)
    countries: Mapping[str, Entry] = field(default_factory=dict)
    elsewhere: frozenset[Referent] = frozenset()


def assign(referents: Sequence[Referent], directory: Directory, context: Context) -> Assignment:
    """Each actor of a report by its surest form; who is sure at first is company for the others then."""
    actors = [each for each in referents if each.kind in _ACTORS and each.named and each.compared]
    first = {each: _resolve(each, directory, context) for each in actors}
    company = [answer.best.of.id for answer in first.values() if answer.best]
    around = context.beside(company)
    answers = {each: _resolve(each, directory, around) for each in actors}
    entries = {each: answer.best.of for each, answer in answers.items() if answer.best}
    elsewhere = frozenset(
        each
        for each, answer in answers.items()
        if not answer.best and answer.candidates and is_elsewhere(answer.candidates[0])
    )
    return Assignment(entries, _find_countries(referents, directory), elsewhere)


def _find_countries(referents: Sequence[Referent], directory: Directory) -> dict[str, Entry]:
    """The states of the words that say whose an organ is ("Russian", "Moscow")."""
    words = {each.country for each in referents if each.country}
    found = {name: {state.id: state for state in directory.states(name)} for name in sorted(words)}
    return {name: next(iter(states.values())) for name, states in found.items() if len(states) == 1}


def _resolve(referent: Referent, directory: Directory, context: Context) -> Answer[Entry]:
    """The answer for the form that is surest; the first form's where none is."""
    full = referent.compared or referent.name
    # "The Monitor" of a "Sahara Monitor" that nobody knows is no other Monitor.
    forms = [form for form in dict.fromkeys((full, *referent.forms)) if form == full or not is_short_form(form, full)]
    answers = [resolve(_wording(referent, form), directory, context) for form in forms]
    sure = [answer for answer in answers if answer.best]
    if len({answer.best.of.id for answer in sure if answer.best}) > 1:
        top = max(answer.best.score for answer in sure if answer.best)
        sure = [answer for answer in sure if answer.best and answer.best.score == top]
    return sure[0] if sure else next((each for each in answers if each.candidates), answers[0])


def _wording(referent: Referent, form: str) -> Wording:
    kind = None if referent.kind is EntityKind.UNKNOWN else referent.kind
    read = parse(form, kind=kind)
    # The form is a name already: what stands in it is no title or place to be taken off.
    return replace(read, proper=form, office=referent.office or read.office, of=referent.of or read.of, kind=kind)
