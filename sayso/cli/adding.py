"""Adding: what a person asks to be added to knowledge, made into an addition to one entry, or refused in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.cli.called import tell_several
from sayso.errors import UsageError
from sayso.knowledge.codes import is_country
from sayso.model.addition import Addition, Tie, check_addition, check_name, check_type, make_key
from sayso.model.knowing import find_entries, fold_name
from sayso.model.knowledge import Entry, EntryType, Knowledge


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says: all in words. `start` and `end` are the affiliation's where there is one."""

    name: str
    source: str
    type: str | None = None
    aliases: tuple[str, ...] = ()
    speaks_for: str | None = None
    role: str | None = None
    start: str | None = None
    end: str | None = None
    country: str | None = None
    id: str | None = None


def plan_addition(asked: Asked, knowledge: Knowledge) -> tuple[str, Addition]:
    """The key of the entry that is added to and what is added: to the entry of that name, else a new one.

    Raises UsageError for what cannot be so: a type, role, country or date that is none, a name that
    several bear, an affiliation to nothing that is known or to itself.
    """
    _check_words(asked)
    ties = _read_ties(asked, knowledge)
    entry = _find_entry(asked.id or asked.name, knowledge)
    key, addition = _begin_entry(asked, ties) if entry is None else _add_to_entry(asked, ties, entry)
    if wrong := check_addition(addition):
        raise UsageError(wrong)
    return key, addition


def _check_words(asked: Asked) -> None:
    wrong = check_name(asked.name) or (check_type(asked.type) if asked.type is not None else None)
    if wrong:
        raise UsageError(wrong)
    if asked.country is not None and not is_country(asked.country):
        raise UsageError(f"{asked.country!r} is no country code; write two capitals of ISO 3166-1, such as LY")
    if asked.role is not None and asked.speaks_for is None:
        raise UsageError(f"--as {asked.role} needs --speaks-for: say what it is {asked.role} of")


def _read_ties(asked: Asked, knowledge: Knowledge) -> tuple[Tie, ...]:
    if asked.speaks_for is None:
        return ()
    of = _find_entry(asked.speaks_for, knowledge)
    if of is None:
        way = "add it first, or see what is like it with 'sayso know find'"
        raise UsageError(f"--speaks-for: there is no entry {asked.speaks_for!r}; {way}")
    return (Tie(of.key, asked.role, asked.start, asked.end),)


def _add_to_entry(asked: Asked, ties: tuple[Tie, ...], entry: Entry) -> tuple[str, Addition]:
    if asked.type not in (None, entry.type):
        way = "leave --type out to add to it, or give the new one an --id of its own"
        raise UsageError(f"{asked.name!r} is known already, as {entry.type} ({entry.key}); {way}")
    if any(tie.of == entry.key for tie in ties):
        raise UsageError(f"{asked.name!r} cannot speak for itself; name another with --speaks-for")
    if asked.country or (not ties and (asked.start or asked.end)):
        way = "for all else, write it with its id into a file of your own knowledge folder"
        raise UsageError(f"{asked.name!r} is known already ({entry.key}); names and affiliations can be added; {way}")
    is_new = asked.name not in (entry.key, entry.id) and fold_name(asked.name) not in map(fold_name, entry.names)
    names = (*((asked.name,) if is_new else ()), *asked.aliases)
    return entry.key, Addition(asked.source, names=names, ties=ties)


def _begin_entry(asked: Asked, ties: tuple[Tie, ...]) -> tuple[str, Addition]:
    key = asked.id or make_key(asked.name)
    if asked.type is None:
        way = "give --type to make it one, or name the entry that you mean ('sayso know find' shows them)"
        raise UsageError(f"{asked.name!r} is no entry yet; {way}")
    if make_key(key) != key:
        way = f"write it in small letters, digits and hyphens, such as {make_key(key)}"
        raise UsageError(f"--id: {key!r} is no id; {way}")
    start, end = (None, None) if ties else (asked.start, asked.end)
    names = (asked.name, *asked.aliases)
    return key, Addition(asked.source, EntryType(asked.type), names, asked.country, start, end, ties)


def _find_entry(called: str, knowledge: Knowledge) -> Entry | None:
    """The entry that is called so, None if there is none. Raises UsageError where several are."""
    found = find_entries(knowledge, called)
    if len(found) > 1:
        raise UsageError(tell_several(called, found))
    return found[0] if found else None
