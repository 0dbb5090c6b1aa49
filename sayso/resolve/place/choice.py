"""Choice: the candidates for words, best first, with their reasons; and the one that is sure enough, if any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.answer import Answer, Candidate, Reason
from sayso.model.place import Gazetteer, KnownPlace
from sayso.resolve.place.block import Atlas
from sayso.resolve.place.mention import Named, parse
from sayso.resolve.place.scene import SPELT_SO, Scene, distance_m, weigh
from sayso.resolve.place.weights import OWN, ROUND, WEIGHTS

#: A place is taken if it is likelier than not, entries for the same spot (a town, its district) counted together.
ENOUGH = 0.5
_SAME_SPOT_M = 30_000
_MOST_SHOWN = 8
_LEAST_SHOWN = 0.01
# A place that only sounds so ("Sumaré" for "Zumar") is believed where the report points to it otherwise as well: in
# log-odds, a country shared with one sure place is 1.4. Else most of its chance is that no entry is meant.
_POINTED_TO = 1.0
_LARGE = 5.0  # a hundred thousand people, as a power of ten
_BY_SOUND_ALONE = 0.4
_POINTERS = ("near", "nearby", "same_region", "same_country", "within", "hinted")
_COLUMNS = {name: place for place, name in enumerate((*OWN, *ROUND))}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report says beside the words: other places that it names, and countries that it is likely of, with why."""

    gazetteer: Gazetteer
    others: tuple[Named, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)


def candidates(
    words: str, *, around: Surroundings, before: str = "", after: str = ""
) -> tuple[Candidate[KnownPlace], ...]:
    """The known places that words may stand for, best first; none for words that no place bears."""
    return resolve(words, around=around, before=before, after=after).candidates


def resolve(words: str, *, around: Surroundings, before: str = "", after: str = "") -> Answer[KnownPlace]:
    """The known place that words stand for in a report; `before` and `after` are what stands around them.

    Unsure or unknown: no best one, and the reason; the candidates are kept.
    """
    named = parse(words, before=before, after=after)
    (answer, *_) = resolve_together([named, *around.others], Atlas(around.gazetteer), countries=around.countries)
    return Answer(words, answer.best, answer.because, answer.candidates)


def resolve_together(
    named: Sequence[Named],
    atlas: Atlas,
    *,
    countries: Mapping[str, str],
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Answer[KnownPlace]]:
    """An answer for each of the names of one report, weighed together; the same name is weighed once."""
    distinct = list(dict.fromkeys(named))
    blocks = [atlas.block(each) for each in distinct]
    scene = weigh(blocks, atlas, countries=countries, weights=weights)
    answers: dict[Named, Answer[KnownPlace]] = {}
    if scene:
        for number, block in enumerate(scene.blocks):
            answers[block.named] = _answer(scene, number, countries, weights)
    return [answers.get(each) or Answer(each.name, None, _unknown(each)) for each in named]


def settle(words: str, shares: Sequence[tuple[KnownPlace, float, tuple[Reason, ...]]]) -> Answer[KnownPlace]:
    """The answer from candidates with their chances: the likeliest if it is likelier than not, else none."""
    ranked = sorted(shares, key=lambda each: (-each[1], -each[0].population, each[0].id))
    shown = [each for each in ranked if each[1] >= _LEAST_SHOWN][:_MOST_SHOWN] or ranked[:1]
    found = tuple(Candidate(place, round(score, 4), reasons) for place, score, reasons in shown)
    best = found[0]
    spot = sum(score for place, score, _ in ranked if distance_m(place, best.of) <= _SAME_SPOT_M)
    label = f"{best.of.name} ({_where(best.of)})"
    if spot <= ENOUGH:
        told = f"“{words}” may be {len(ranked)} places; the likeliest, {label}, is so with {spot:.0%} only"
        return Answer(words, None, told, found)
    why = "; ".join(reason.because for reason in best.reasons if reason.weight > 0) or "no other place bears the name"
    return Answer(words, best, f"{label}: {why}", found)


def _answer(
    scene: Scene, number: int, countries: Mapping[str, str], weights: Mapping[str, float]
) -> Answer[KnownPlace]:
    rows, block = scene.rows(number), scene.blocks[number]
    chance, features = scene.chance[rows], scene.features[rows]
    best = int(chance.argmax())
    shares = []
    for place, known in enumerate(block.places):
        told = chance[place] >= _LEAST_SHOWN or place == best
        reasons = _reasons(block.named, known, features[place].tolist(), countries, weights) if told else ()
        share = float(chance[place]) * _credence(features[place].tolist(), weights)
        shares.append((known, share, reasons))
    return settle(block.named.name, shares)


def _credence(features: Sequence[float], weights: Mapping[str, float]) -> float:
    """1, or less for a place that is known by its sound alone, or a small one by another of its names."""
    large = features[_COLUMNS["people"]] >= _LARGE or not features[_COLUMNS["people"]]
    if features[_COLUMNS["own_name"]] or (large and features[_COLUMNS["spelling"]] >= SPELT_SO):
        return 1.0
    pointed = sum(weights[name] * features[_COLUMNS[name]] for name in _POINTERS)
    return 1.0 if pointed >= _POINTED_TO else _BY_SOUND_ALONE


def _reasons(
    named: Named,
    place: KnownPlace,
    features: Sequence[float],
    countries: Mapping[str, str],
    weights: Mapping[str, float],
) -> tuple[Reason, ...]:
    """What spoke for and against a candidate, the weightiest first; what weighs nothing is left out."""
    known = dict(zip(_COLUMNS, features, strict=True))
    added = {name: weights[name] * value for name, value in known.items()}
    said, name, where = named.said, place.name, _where(place)
    spelt = "spelt as its name" if known["spelling"] >= 0.97 else "a spelling of its name"
    told = (
        (spelt, named.name, name, added["spelling"] + added["own_name"]),
        ("how many live there", "", f"{place.population:,}", added["people"] + added["unpeopled"]),
        ("a country's capital", "", where, added["capital"]),
        ("what sort of place it is", "", str(place.kind), sum(added[kind] for kind in OWN[1:5])),
        ("the kind of place that the report says", said, str(place.kind), added["kind_fits"]),
        ("not the kind of place that the report says", said, str(place.kind), added["kind_differs"]),
        ("near other places that the report names", named.name, where, added["near"] + added["nearby"]),
        ("in the region of other places of the report", named.name, where, added["same_region"]),
        ("in the country of other places of the report", named.name, where, added["same_country"]),
        ("in the area that the report says", ", ".join(named.within), where, added["within"]),
        ("not in the area that the report says", ", ".join(named.within), where, added["outside"]),
        (countries.get(place.country or "", ""), "", where, added["hinted"]),
    )
    weighty = [Reason(why, ours, theirs, round(weight, 2)) for why, ours, theirs, weight in told if abs(weight) >= 0.05]
    return tuple(sorted(weighty, key=lambda reason: (-abs(reason.weight), reason.because)))


def _where(place: KnownPlace) -> str:
    region = place.region if place.region and place.region != place.name else ""
    return ", ".join(each for each in (region, place.country or "at sea") if each)


def _unknown(named: Named) -> str:
    return f"no known place is called “{named.name}”" if named.name else "the words hold no name"
