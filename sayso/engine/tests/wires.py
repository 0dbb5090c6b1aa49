"""Wires: outlets that credit texts which may not be held, alone or several together, print documents, copy each other.

All that they tell of is invented.
"""

from __future__ import annotations

from random import Random

from sayso.model.lineage import Credit, Relation
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Span

#: What a wire says, and the same in other words.
STORIES = (
    (
        ("Fighters of the Amber Column have taken the airfield of Tar, their spokesman said.",
         "The airfield of Tar was seized by Amber Column fighters, said a spokesman."),
        ("The army denied that it had lost the airfield and beat off an attack from the east.",
         "An eastern attack was beaten off, and the army denied having lost its airfield."),
        ("Truck drivers counted twenty lorries heading south on the coastal road during the night.",
         "During that night lorries headed south, drivers of trucks counted on the road along the coast."),
    ),
    (
        ("Shells fell on the market of Lenn at noon, and a school nearby burnt down.",
         "Lenn's market was shelled, a nearby school burnt, at noon."),
        ("The League said that its gunners had fired at barracks and at nothing else.",
         "Gunners fired only at barracks, according to the League."),
        ("Nurses of the hospital of Lenn treated forty wounded in the corridors.",
         "Forty wounded were treated in corridors by hospital nurses in Lenn."),
    ),
)  # fmt: skip
_DOCUMENT = (
    'In a communiqué the general staff declared: "Our troops have left the airfield of Tar in good order and hold the '
    'heights above it. The people of Lenn are asked to keep off the roads after dark."'
)
#: By the last of them the one before is named as well.
WIRES = ("Tern Wire", "Northgate General Wire", "NGW")


def cite(id_: str, text: str, wires: tuple[str, ...], *, outlet: str, day: int = 2) -> Resolution:
    """A report that has what it says from wires, which its text names."""
    credits_ = []
    for place, wire in enumerate(wires):
        at = text.index(wire)
        span = Span(at, at + len(wire), wire)
        relation = Relation.CREDIT if place else Relation.COPY
        credits_.append(Credit(span, span, relation, (0, len(text))))
    published = Published(f"2031-03-0{day}", PublishedBasis.HEADER)
    return Resolution(Report(id_, id_, text, outlet=outlet, published=published), credits=tuple(credits_))


def make_citers(seed: int, count: int = 24) -> list[Resolution]:
    """So many reports of two matters by outlets that credit wires, in the wire's words or their own, and the wires."""
    rng = Random(seed)  # noqa: S311 - a seed, no secret
    found = [_make_wire(story, wire) for story in range(len(STORIES)) for wire in WIRES[:2]]
    for number in range(count):
        wires = tuple(rng.sample(WIRES, rng.choice([0, 1, 1, 1, 2])))
        own = rng.choice([0, 0, 1])
        told = [rng.choice(STORIES)] if rng.random() < 0.7 else STORIES
        lines = [sentence[own] for story in told for sentence in story if rng.random() < 0.8]
        lines += [f"Road {number} was closed near Harn."] if rng.random() < 0.5 else []
        lines += [_DOCUMENT] if rng.random() < 0.3 else []
        lines += [f"This is by the {wire}." for wire in wires]
        outlet = f"Outlet{rng.randint(0, count // 2)} Post"
        found.append(cite(f"r{number}", "\n".join(lines), wires, outlet=outlet, day=rng.randint(2, 4)))
    return found


def _make_wire(story: int, wire: str) -> Resolution:
    text = "\n".join(words for words, _ in STORIES[story])
    return cite(f"{wire.split()[0]}{story}", text, (), outlet=wire)
