"""Press: the wires and outlets that all theatres of one simulation share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from sayso.model.entity import EntityKind
from sayso.model.identity import identify
from sayso.simulate.happening import Figure
from sayso.simulate.names import invent_word

_WIRES = ("{} News Agency", "{} Wire", "{} Press Agency")
_PAPERS = (
    "The {} Post",
    "{} Today",
    "Radio {}",
    "The {} Herald",
    "{} Courier",
    "The {} Times",
    "{} Online",
    "{} Mirror",
)

_NUMBER_OF_WIRES, _NUMBER_OF_OUTLETS = 12, 1_500


@dataclass(frozen=True, slots=True)
class Press:
    """Wires, which others copy, and outlets, which copy; any theatre may hear any of them."""

    wires: tuple[Figure, ...]
    outlets: tuple[Figure, ...]


@lru_cache(maxsize=4)
def make_press(seed: int) -> Press:
    """The press of one simulation; no two in it have one name."""
    rng = Random(f"{seed} press")  # noqa: S311  # invents, guards nothing
    words: dict[str, None] = {}
    while len(words) < _NUMBER_OF_WIRES + _NUMBER_OF_OUTLETS:
        words[invent_word(rng)] = None
    names = list(words)
    return Press(
        tuple(_outlet(word, _WIRES[n % len(_WIRES)]) for n, word in enumerate(names[:_NUMBER_OF_WIRES])),
        tuple(_outlet(word, rng.choice(_PAPERS)) for word in names[_NUMBER_OF_WIRES:]),
    )


def _outlet(word: str, form: str) -> Figure:
    name = form.format(word)
    id_ = identify("e", "outlet", name)
    return Figure(id_, EntityKind.OUTLET, (name,), (name,), voice=f"outlet {id_}")
