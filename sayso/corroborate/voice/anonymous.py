"""Anonymous: when two unnamed sources are one: within an outlet, or where one has it from the other; never else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Strength, Tie, tie
from sayso.corroborate.voice.kin import Ancestry, are_kin
from sayso.corroborate.voice.speaker import (
    are_other_numbers,
    description,
    head_words,
    is_another,
    is_body,
    is_generic,
    is_unnamed,
)
from sayso.corroborate.wording import share
from sayso.model.lineage import Lineage

_SAME_WORDS = 0.6  # "one anonymous post on the channel" in a report that credits "a post on the messaging channel"


def tie_anonymous(speakings: Sequence[Speaking], lineage: Sequence[Lineage], ancestry: Ancestry) -> list[Tie]:
    """Ties between unnamed sources of one sort ("a nurse", "the nurse at the clinic")."""
    alike: dict[str, list[int]] = defaultdict(list)
    for place, speaking in enumerate(speakings):
        if not speaking.is_outlet and is_anonymous(speaking):
            for word in head_words(speaking.mention):
                alike[word].append(place)
    pairs = {pair for places in alike.values() for pair in combinations(places, 2)}
    pairs |= {(min(pair), max(pair)) for pair in _point_back(speakings)}
    found = []
    for left, right in sorted(pairs):
        because = _find_reason(speakings[left], speakings[right], lineage, ancestry)
        if because:
            found.append(tie(left, right, Strength.UNNAMED, because))
    return found


def _point_back(speakings: Sequence[Speaking]) -> list[tuple[int, int]]:
    """Whoever is only pointed back to ("the man"), with the only unnamed source of its report before."""
    unnamed = [place for place, each in enumerate(speakings) if not each.is_outlet and is_anonymous(each)]
    found = []
    for place in (place for place in unnamed if is_generic(speakings[place].mention)):
        report = speakings[place].telling.report.id
        meant = [p for p in unnamed if p != place and speakings[p].telling.report.id == report]
        if len({description(speakings[p].mention) for p in meant}) == 1:
            found.append((place, meant[0]))
    return found


def tell_apart(speakings: Sequence[Speaking]) -> frozenset[tuple[int, int]]:
    """Pairs of one report of which one is told apart in words from those before ("another resident")."""
    unnamed = [place for place, each in enumerate(speakings) if not each.is_outlet and is_anonymous(each)]
    return frozenset(
        (left, right)
        for left, right in combinations(unnamed, 2)
        if speakings[left].telling.report.id == speakings[right].telling.report.id
        and is_another(speakings[left].mention) != is_another(speakings[right].mention)
        and head_words(speakings[left].mention) & head_words(speakings[right].mention)
    )


def is_anonymous(speaking: Speaking) -> bool:
    """Whether a source keeps its name to itself and is no body, which needs none."""
    return is_unnamed(speaking.mention) and not is_body(speaking.mention)


def _find_reason(left: Speaking, right: Speaking, lineage: Sequence[Lineage], ancestry: Ancestry) -> str | None:
    mine, theirs = left.mention, right.mention
    one, other = left.telling.report, right.telling.report
    if is_another(mine) != is_another(theirs) or are_other_numbers(mine, theirs):
        return None
    agreement = share(description(mine), description(theirs))
    if one.id == other.id:
        if is_generic(mine) or is_generic(theirs):
            return f"{mine.text} is {theirs.text}"
        is_same = agreement == 1.0 or bool(set(mine.names) & set(theirs.names))
        return "not told apart in one report" if is_same else None
    if same_outlet(one.outlet, other.outlet):
        return "the same unnamed source of one outlet" if agreement == 1.0 else None
    if carrier := _find_carrier(left, right):
        return f"both have it through {carrier}"
    related = are_kin(one.id, other.id, ancestry) or _do_credit(left, right, lineage)
    return f"{one.outlet} and {other.outlet} have it from one another" if related and agreement >= _SAME_WORDS else None


def _do_credit(left: Speaking, right: Speaking, lineage: Sequence[Lineage]) -> bool:
    """Whether one report credits the other, or both a third for the same words."""
    one, other = left.telling, right.telling
    if any({edge.report, edge.of} == {one.report.id, other.report.id} for edge in lineage):
        return True
    credited = [{edge.of for edge in lineage if edge.report == each.report.id} for each in (one, other)]
    is_alike = one.stance is other.stance and share(one.words, other.words) >= _SAME_WORDS
    return is_alike and bool(credited[0] & credited[1])


def _find_carrier(left: Speaking, right: Speaking) -> str | None:
    """The outlet through which both came, where one of the two at least names it as where it has it from."""
    for carrier in left.carriers:
        for other in right.carriers:
            is_named = len(left.carriers) > 1 or len(right.carriers) > 1
            if is_named and same_outlet(carrier, other):
                return carrier
    return None
