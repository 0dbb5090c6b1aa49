"""Context: what a report gives beside the words, to tell actors of one name apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.model.entity import EntityKind
from sayso.resolve.actor.directory import By, Directory


@dataclass(frozen=True, slots=True)
class Context:
    """Countries that the report speaks of (ISO 3166-1 alpha-2), actors surely named in it, the day it was told."""

    countries: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    told: str | None = None

    def beside(self, company: Iterable[str]) -> Context:
        """The context with more actors surely named."""
        return replace(self, company=self.company | frozenset(company))


def look_around(names: Iterable[str], directory: Directory, *, told: str | None = None) -> Context:
    """The context that a report's names give: states by name, people or capital, and who is meant without doubt.

    Without doubt is a name of two words or more that one known actor alone bears.
    """
    countries: set[str] = set()
    company: set[str] = set()
    for name in sorted(set(names)):
        states = {state.country for state in directory.states(name)}
        countries |= {country for country in states if country} if len(states) == 1 else set()
        found = [each for each in directory.find(name) if each.by is By.NAME]
        sure = {each.entry.id for each in found}
        if len(sure) == 1 and " " in name.strip():
            company |= sure
            entry = found[0].entry
            if entry.country and entry.kind is not EntityKind.OUTLET:
                countries.add(entry.country)
    return Context(frozenset(countries), frozenset(company), told)
