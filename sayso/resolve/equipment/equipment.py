"""Equipment: candidates and the answer for words that may name a type."""

from __future__ import annotations

from functools import lru_cache

from sayso.model.answer import Answer, Candidate, Reason
from sayso.model.knowledge import Entry, Knowledge
from sayso.resolve.equipment.catalogue import Catalogue, Naming
from sayso.resolve.equipment.designation import Designation, compare_numbers, tokenise

_NEAREST = 2  # how many of a family a doubt names
_CLASS_SCORE = 0.8  # a class is named, no type of it


@lru_cache(maxsize=4)  # a run asks of one knowledge by its things and its actors, a preview of two
def lay_out(knowledge: Knowledge) -> Catalogue:
    """The catalogue of a knowledge's equipment."""
    return Catalogue(knowledge.entries.values())


def candidates(words: str, knowledge: Knowledge, *, certain: bool = False) -> tuple[Candidate[Entry], ...]:
    """What the words may name, best first: types named, else the nearest of a known family, else classes.

    The scores of the nearest stay below 0.7: they are for a person to choose from. Empty words,
    and words over 400 characters, have none.
    """
    catalogue = lay_out(knowledge)
    named = catalogue.find_types(words)
    if named:
        once = {each.entry.key: each for each in reversed(named)}
        return tuple(_of_naming(each) for each in sorted(once.values(), key=lambda each: each.start))
    strangers = catalogue.find_strangers(words, certain=certain)
    if strangers:
        return _of_family(strangers[0], catalogue)
    reason = Reason("a noun of the class", words, weight=_CLASS_SCORE)
    return tuple(Candidate(each, _CLASS_SCORE, (reason,)) for each in catalogue.find_classes(words)[:1])


def resolve(words: str, knowledge: Knowledge, *, certain: bool = False) -> Answer[Entry]:
    """The type that the words name, else the class; none where they name two types, or one that is not known.

    `certain` says that the words are known to name equipment, so that a bare "T-27" is doubted too.
    "Mi-21" has no best: "no helicopter Mi-21 is known; nearest are Mi-24 and Mi-17".
    """
    catalogue = lay_out(knowledge)
    found = candidates(words, knowledge, certain=certain)
    if not found:
        return Answer(words, None, "the words name no known equipment")
    if found[0].score == _CLASS_SCORE:
        return Answer(words, found[0], f"“{_shorten(words)}” names a class, no type", found)
    strangers = () if found[0].score > _CLASS_SCORE else catalogue.find_strangers(words, certain=certain)
    if strangers:
        return Answer(words, None, _describe_doubt(strangers[0], catalogue), found)
    if len(found) > 1:
        names = " and ".join(each.of.names[0] for each in found)
        return Answer(words, None, f"several types are named: {names}", found)
    return Answer(words, found[0], found[0].reasons[0].because, found)


def find_type(name: str, knowledge: Knowledge) -> Entry | None:
    """The known type of a name that equipment goes by; None for a doubtful or unknown one, and for classes."""
    catalogue = lay_out(knowledge)
    best = resolve(name, knowledge, certain=True).best
    return best.of if best and not catalogue.is_class(best.of) else None


def find_doubt(name: str, knowledge: Knowledge) -> str | None:
    """What is odd about a name that equipment goes by, in a sentence; None for known types and unknown families."""
    catalogue = lay_out(knowledge)
    if catalogue.find_types(name):
        return None
    strangers = catalogue.find_strangers(name, certain=True)
    return _describe_doubt(strangers[0], catalogue) if strangers else None


def _of_naming(naming: Naming) -> Candidate[Entry]:
    if tokenise(naming.text) == tokenise(naming.entry.names[0]):
        because, score = f"named {naming.text}", 1.0
    else:
        because, score = f"“{naming.text}” is a name of {naming.entry.names[0]}, or a variant of it", 0.95
    return Candidate(naming.entry, score, (Reason(because, naming.text, naming.entry.names[0], score),))


def _of_family(designation: Designation, catalogue: Catalogue) -> tuple[Candidate[Entry], ...]:
    """The types of the family: digits in another order first, then the nearest number on either side, then the rest."""
    family = catalogue.family_of(designation)
    wanted = int(designation.number)
    beside = {
        min((number for number in family if int(number) > wanted), key=int, default=""),
        max((number for number in family if int(number) < wanted), key=int, default=""),
    }
    nearest: dict[str, Candidate[Entry]] = {}
    for number, entry in family.items():
        nearness, because = compare_numbers(designation.number, number)
        swapped = sorted(designation.number) == sorted(number)
        score = round(0.69 * nearness * (1 if swapped or number in beside else 0.5), 3)
        reason = Reason(because, designation.text, f"{designation.letters} {number}", score)
        if entry.key not in nearest or nearest[entry.key].score < score:
            nearest[entry.key] = Candidate(entry, score, (reason,))
    return tuple(sorted(nearest.values(), key=lambda each: (-each.score, each.of.key)))


def _describe_doubt(designation: Designation, catalogue: Catalogue) -> str:
    family = _of_family(designation, catalogue)
    shared = catalogue.common_class(each.of for each in family)
    near = [each.of.names[0] for each in family[:_NEAREST]]
    nearest = f"nearest are {' and '.join(near)}" if len(near) > 1 else f"nearest is {near[0]}"
    return f"no {shared.names[0] if shared else 'equipment'} {designation.text} is known; {nearest}"


def _shorten(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
