"""Location: the places that a batch of reports names, put into the world once for all of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from uuid import uuid4

from sayso.model.answer import Answer, Reason
from sayso.model.gazetteer import DecidedGazetteer
from sayso.model.identity import digest
from sayso.model.knowledge import Knowledge
from sayso.model.place import Gazetteer, KnownPlace, Location, Option
from sayso.resolve.place.block import Atlas
from sayso.resolve.place.choice import resolve_together, settle
from sayso.resolve.place.mention import Named, parse
from sayso.resolve.place.precision import codes, widen


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """One place as named at one point of a report: the entity, the report, the words and what stands around them.

    `said` is the plain word for its kind that the report has elsewhere ("base"). An `entity` of "" is a place that
    only helps to place the others.
    """

    entity: str
    report: str
    words: str
    before: str = ""
    after: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an entity was put: None where nothing is sure; `answer` has the reason and the candidates all the same."""

    location: Location | None
    answer: Answer[KnownPlace]
    options: tuple[Option, ...] = field(default=())


@dataclass(frozen=True, eq=False)
class Group:
    """The names of one report, in one order, and beside what they are weighed together: `likely` countries with why.

    `made_of` names all of it.
    """

    namings: tuple[Naming, ...]
    likely: tuple[tuple[str, str], ...]
    gazetteer: Gazetteer
    made_of: str

    @cached_property
    def rows(self) -> tuple[_Row, ...]:
        """The names as they are read, each with the answer; found when asked for."""
        named = _read_all(self.namings)
        answers = _weigh(named, self.likely, self.gazetteer)  # type: ignore[arg-type]  # a gazetteer is itself alone
        return tuple(zip(named, answers, strict=True))


#: Where an entity is named: the groups of the reports, and the place in each.
Spots = Sequence[tuple[Group, int]]
_Row = tuple[Named, Answer[KnownPlace]]
_MOST_KEPT = 5_000  # reports


def locate(
    namings: Iterable[Naming], *, knowledge: Knowledge, countries: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, Placing]:
    """Where each place entity of a batch is: a placing for each entity named, whatever the order of `namings`.

    `countries` are, by report, the codes of countries that it is likely of, with why ("the outlet is of
    Libya"). All names of a report are weighed together; for an entity named in several reports the chances of
    its candidates are averaged. Without a gazetteer in `knowledge` nothing is placed.
    """
    spots = find_spots(namings, knowledge=knowledge, countries=countries)
    return {entity: place(of) for entity, of in sorted(spots.items())}


def find_spots(
    namings: Iterable[Naming], *, knowledge: Knowledge, countries: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, Spots]:
    """Where each place entity of a batch is named; what is asked for is as for `locate`."""
    if knowledge.gazetteer is None:
        return {}
    found: dict[str, list[tuple[Group, int]]] = defaultdict(list)
    for report, namings_of_it in sorted(_by_report(namings).items()):
        likely = tuple((countries or {}).get(report, {}).items())
        group = _lay_out(tuple(namings_of_it), likely, knowledge.gazetteer)
        for at, naming in enumerate(group.namings):
            if naming.entity:
                found[naming.entity].append((group, at))
    return dict(found)


def name_spots(spots: Spots) -> str:
    """Names all that where an entity is placed follows from: the same name, the same place."""
    return digest(" ".join(f"{group.made_of} {at}" for group, at in spots))


def name_gazetteer(gazetteer: Gazetteer) -> str:
    """Tells one state of a gazetteer from another; one that has no name is never the same again."""
    whole = gazetteer.whole if isinstance(gazetteer, DecidedGazetteer) else gazetteer
    return str(getattr(whole, "digest", None) or uuid4())


def place(spots: Spots) -> Placing:
    """Where an entity is, by all names of the reports that name it."""
    return _place([group.rows[at] for group, at in spots])


def _lay_out(namings: tuple[Naming, ...], likely: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> Group:
    decided: tuple[object, ...] = ()
    if isinstance(gazetteer, DecidedGazetteer):
        gazetteer = _find_concerned(gazetteer, _read_all(namings))
    if isinstance(gazetteer, DecidedGazetteer):
        decided = tuple(sorted(map(sorted, pairs)) for pairs in (gazetteer.same, gazetteer.apart))
    whole = gazetteer.whole if isinstance(gazetteer, DecidedGazetteer) else gazetteer
    words = [(each.entity, each.words, each.before, each.after, each.said) for each in namings]
    made_of = digest(repr((words, likely, decided, name_gazetteer(whole))))
    return Group(namings, likely, gazetteer, made_of)


def _by_report(namings: Iterable[Naming]) -> dict[str, list[Naming]]:
    groups: dict[str, set[Naming]] = defaultdict(set)
    for naming in namings:
        groups[naming.report].add(naming)
    return {report: sorted(group, key=_order) for report, group in groups.items()}


def _order(naming: Naming) -> tuple[str, ...]:
    return naming.entity, naming.words, naming.before, naming.after, naming.said


def _read_all(namings: Iterable[Naming]) -> tuple[Named, ...]:
    return tuple(_read(each.words, each.before, each.after, each.said) for each in namings)


@lru_cache(maxsize=50_000)
def _read(words: str, before: str, after: str, said: str) -> Named:
    return parse(words, before=before, after=after, said=said)


@lru_cache(maxsize=_MOST_KEPT)
def _weigh(
    named: tuple[Named, ...], countries: tuple[tuple[str, str], ...], gazetteer: Gazetteer
) -> tuple[Answer[KnownPlace], ...]:
    """The answers for the names of one report: they are the same as long as it names the same, in the same order."""
    return tuple(resolve_together(named, _open_atlas(gazetteer), countries=dict(countries)))  # type: ignore[arg-type]  # as above


@lru_cache(maxsize=4)
def _open_atlas(gazetteer: Gazetteer) -> Atlas:
    return Atlas(gazetteer)


def _find_concerned(gazetteer: Gazetteer, named: Sequence[Named]) -> Gazetteer:
    """The gazetteer with what persons decided of these names alone: what they decided of others changes nothing."""
    if not isinstance(gazetteer, DecidedGazetteer):
        return gazetteer
    asked = {name.casefold() for each in named for name in (*each.looked_up, *each.within)}

    def choose(sets: frozenset[frozenset[str]]) -> frozenset[frozenset[str]]:
        return frozenset(one for one in sets if any(name.casefold() in asked for name in one))

    same, apart = choose(gazetteer.same), choose(gazetteer.apart)
    return replace(gazetteer, same=same, apart=apart) if same or apart else gazetteer.whole


def _place(rows: Sequence[_Row]) -> Placing:
    answer = _pool([answer for _, answer in rows])
    options = tuple(_option(each.of, each.score) for each in answer.candidates)
    if answer.best is None:
        return Placing(None, answer, options)
    found, score = answer.best.of, answer.best.score
    beside = all(named.beside or named.away_m is not None for named, _ in rows)
    geo_precision, where_prec = codes(found, beside=beside)
    reasons = answer.best.reasons
    if beside:
        away = [named.away_m for named, _ in rows]
        found = widen(found, away_m=max((each for each in away if each is not None), default=None))
        reasons = (
            *reasons,
            Reason(f"“{rows[0][0].beside}”: beside the place, not in it", theirs=f"{found.radius_m} m"),
        )
    others = tuple(option for option in options if option.id != found.id)
    return Placing(Location(found, score, geo_precision, where_prec, reasons, others), answer, options)


def _pool(answers: Sequence[Answer[KnownPlace]]) -> Answer[KnownPlace]:
    """One answer of several: chances averaged over them, the reasons those of the surest."""
    known = [answer for answer in answers if answer.candidates]
    if len(known) < 2:
        return (known or list(answers))[0]
    places = {each.of.id: each.of for answer in known for each in answer.candidates}
    scores: dict[str, list[float]] = defaultdict(list)
    reasons: dict[str, tuple[float, tuple[Reason, ...]]] = {}
    for answer in known:
        for each in answer.candidates:
            scores[each.of.id].append(each.score)
            reasons[each.of.id] = max(
                reasons.get(each.of.id, (0.0, ())), (each.score, each.reasons), key=lambda r: r[0]
            )
    shares = [(places[id_], math.fsum(found) / len(known), reasons[id_][1]) for id_, found in scores.items()]
    return settle(min(answer.words for answer in known), shares)


def _option(place: KnownPlace, score: float) -> Option:
    return Option(place.id, place.name, place.country, round(score, 3))
