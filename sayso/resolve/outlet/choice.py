"""Choice: the known outlet that words name, with its country, language, owner and whether it is an agency."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.answer import Answer, Candidate, Comparison, Reason
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.actor import Context, Directory
from sayso.resolve.actor import candidates as find_actors
from sayso.resolve.name import compare_names, parse_name
from sayso.resolve.outlet.naming import is_agency, is_outlet_noun, is_same_outlet, is_told_by
from sayso.resolve.outlet.shelf import find_like

_PART = 0.75  # the name but for plain words: "Al-Araby Al-Jadeed Website"
_SURE = 0.6
_AHEAD = 0.05


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for an outlet: its name without article, and whether they call it an agency; a plain noun has no name."""

    text: str
    name: str
    is_agency: bool


def parse(words: str) -> Wording:
    """What the words say by themselves; never fails."""
    name = " ".join(words.split())
    name = name[4:] if name.startswith(("the ", "The ")) else name
    return Wording(words, "" if is_outlet_noun(words) else name, is_agency(words))


def compare(one: str, other: str) -> Comparison:
    """Whether two names are one outlet: 1 for the same words, less for a spelling or a part, 0 for two outlets."""
    match = compare_names(one, other)
    if match.score >= 0.9:
        return match
    if parse_name(one).tokens and parse_name(other).tokens and is_same_outlet(one, other):
        return Comparison.of(_PART, "the same name but for plain words", one, other)
    return Comparison.of(0.0, "two outlets", one, other)


def candidates(words: str, directory: Directory, context: Context | None = None) -> tuple[Candidate[Entry], ...]:
    """The known outlets that words may name, best first: by a name of theirs, or by all but its plain words."""
    name = parse(words).name
    if not name:
        return ()
    found = {each.of.id: each for each in find_actors(name, directory, context or Context(), kind=EntityKind.OUTLET)}
    for alias in find_like(name, directory.outlet_aliases):
        if not is_told_by(name, alias):
            continue
        for entry in directory.outlets_named(alias):
            match = compare(name, alias)
            if match.score > (found[entry.id].score if entry.id in found else 0):
                found[entry.id] = Candidate(entry, match.score, (Reason(match.because, name, alias, match.score),))
    return tuple(sorted(found.values(), key=lambda each: (-each.score, each.of.key)))


def resolve(words: str, directory: Directory, context: Context | None = None) -> Answer[Entry]:
    """The known outlet that words name; none for a plain noun, for an unknown name, and where two fit as well."""
    found = candidates(words, directory, context)
    if not found:
        return Answer(words, None, f"no known outlet bears the name “{words[:80]}”")
    best, rival = found[0], found[1] if len(found) > 1 else None
    if best.score < _SURE or (rival and best.score - rival.score < _AHEAD):
        names = " or ".join(each.of.names[0] for each in found[:3])
        return Answer(words, None, f"“{words[:80]}” may be {names}", found)
    return Answer(words, best, "; ".join(reason.because for reason in best.reasons), found)
