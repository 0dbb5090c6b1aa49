"""Profile: a telling with everything weighed that comparing it again and again would weigh anew."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.corroborate.event.rarity import weigh, weigh_word
from sayso.corroborate.telling import Telling, anchor_day
from sayso.corroborate.wording import stems
from sayso.model.values.edtf import Bounds
from sayso.model.values.stance import ClaimType, Role, Stance

TYPES = tuple(ClaimType)
STANCES = tuple(Stance)
_TYPE = {type_: at for at, type_ in enumerate(TYPES)}
_STANCE = {stance: at for at, stance in enumerate(STANCES)}
#: Stands for a day that is not known, in `Profile.row`.
NO_DAY = 0
#: The columns of `Profile.row`.
COLUMNS = (
    "type", "stance", "length", "order", "share", "roles", "places", "ahead", "pointing", "own", "title", "lead",
    "first", "last", "is dated", "is exact", "is open", "told", "anchor",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems, and the weight of all of them."""

    stems: frozenset[str]
    weight: float


_EMPTY = Bag(frozenset(), 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a telling.

    `weights` are of its words, less where many claims of its report hold them; `content` are its words
    without the names that its report is about. `row` has the columns of `COLUMNS`, `types` the claims
    of its report by type.
    """

    telling: Telling
    weights: Mapping[str, float]
    content_weights: Mapping[str, float]
    words: Bag
    content: Bag
    context: Bag
    near: Bag
    things: Bag
    doers: Bag
    sufferers: Bag
    acts: Bag
    speaker: Bag
    passers: frozenset[str]
    outlet: frozenset[str]
    scenes: frozenset[str]
    counts: frozenset[float]
    units: frozenset[str | None]
    speaker_key: str
    row: tuple[float, ...]
    types: tuple[int, ...]


def draw_profile(telling: Telling) -> Profile:
    """The profile of one telling."""
    claim, setting = telling.claim, telling.setting
    weights = {word: weigh_word(word) / (1 + math.log(setting.holders[word])) for word in sorted(telling.words)}
    words, content = _bag(telling.words), _bag(telling.words.difference(telling.matter.main))
    roles = stems(" ".join(f"{f.mention.text} {f.mention.name}" for f in claim.roles))
    sufferers = " ".join(f.mention.text for f in claim.roles if f.role in (Role.OBJECT, Role.RECIPIENT))
    return Profile(
        telling=telling,
        weights=_scale(weights),
        content_weights=_scale({word: weight for word, weight in weights.items() if word in content.stems}),
        words=words,
        content=content,
        context=_weigh_paragraph(telling.context),
        near=_bag(telling.near),
        things=_bag(telling.things),
        doers=_bag(telling.doers),
        sufferers=_bag(stems(sufferers)),
        acts=_bag(telling.words - roles),
        speaker=_bag(stems(claim.chain[0].source.text) if len(claim.chain) > 1 else frozenset()),
        passers=frozenset(name for link in claim.chain[:-1] for name in _fold(link.source.text, *link.source.names)),
        outlet=frozenset(name for link in claim.chain[-1:] for name in _fold(link.source.text, *link.source.names)),
        scenes=telling.places or frozenset(filter(None, (telling.scene,))),
        counts=frozenset(n for q in telling.numbers if (n := q.best or q.low)),
        units=frozenset(q.unit for q in telling.numbers),
        speaker_key=telling.speaker_key,
        row=_make_row(telling, words, content),
        types=tuple(setting.types.get(type_, 0) for type_ in TYPES),
    )


def _make_row(telling: Telling, words: Bag, content: Bag) -> tuple[float, ...]:
    setting, when = telling.setting, telling.when
    return (
        _TYPE[telling.type],
        _STANCE[telling.stance],
        len(telling.words),
        telling.order,
        telling.order / max(1, setting.size - 1),
        len(telling.claim.roles),
        bool(telling.places),
        telling.is_ahead,
        telling.is_pointing,
        len(telling.claim.chain) <= 1,
        _part(words, setting.title),
        _part(content, setting.lead),
        _number(when.first if when else None),
        _number(when.last if when else None),
        when is not None,
        _is_exact(when),
        when is not None and when.last is None,
        _number(telling.told.first if telling.told else None),
        _number(anchor_day(telling)),
    )


def _bag(words: frozenset[str]) -> Bag:
    return Bag(words, weigh(words)) if words else _EMPTY


@lru_cache(maxsize=1_000)
def _weigh_paragraph(words: frozenset[str]) -> Bag:
    """The bag of a paragraph, which its claims have in common."""
    return _bag(words)


def _part(bag: Bag, whole: frozenset[str]) -> float:
    return weigh(bag.stems & whole) / bag.weight if bag.stems else 0.0


def _scale(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as a vector of length 1."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def _fold(*names: str) -> list[str]:
    return [name.casefold() for name in names]


def _number(day: date | None) -> int:
    return day.toordinal() if day else NO_DAY


def _is_exact(when: Bounds | None) -> bool:
    return when is not None and when.first is not None and when.first == when.last
