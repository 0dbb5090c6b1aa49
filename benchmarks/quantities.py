"""Measure what counts say where their words are given, and where nobody read them: the ruled corpus.

    python -m benchmarks.quantities [train|dev|test]

No reading errors: claims, their roles and their counts' words are gold's. A single number is right if it is the best
value; an open or closed range if both ends are gold's. Counts that nobody read are asked of the same claims without
them: found where one is given, right where it is gold's. The test part is read for the page alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.evaluate.counts import Tally
from sayso.evaluate.table import render_table
from sayso.model.claim import Claim, Mention, Quantity, RoleFiller
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.read.words import Words
from sayso.resolve.quantity import resolve_quantities
from training.ruled import RuledClaim, part_of, read_ruled
from training.sources import CORPUS

Ends = tuple[float | None, float | None]


@dataclass(frozen=True)
class Counted:
    """A claim of the corpus with its roles and its counts' words, the text, and gold's ends of each count."""

    claim: Claim
    text: str
    ends: tuple[Ends, ...]


def main() -> None:
    """Print the section of one part of the ruled corpus."""
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    sys.stdout.write(render_quantities(part))


def render_quantities(part: str) -> str:
    """A section of the page: by kind, and what is left where each count keeps its last word alone."""
    counted = list(read_part(part))
    right, damaged, missing = measure_given(counted), measure_given(counted, cut=True), measure_missing(counted)
    rows = [[kind, _percent(right[kind]), _percent(damaged[kind]), str(right[kind].wanted)] for kind in sorted(right)]
    agreement = missing.agreement()
    return "\n".join(
        [
            f"### Counts, given the words: ruled corpus, {part} part",
            "",
            "The share of counts with gold's values. Cut: each count keeps its last word alone.",
            "",
            render_table(["count", "right", "cut", "of"], rows),
            "",
            f"Counts that nobody read, by roles and beginnings alone: precision {agreement['P']}, recall",
            f"{agreement['R']}, of {missing.wanted} claims with counts.",
            "",
        ]
    )


def _percent(tally: Tally) -> str:
    return str(tally.accuracy()["accuracy"])


def read_part(part: str) -> Iterator[Counted]:
    """The claims of a part in order, those without counts too."""
    for path in sorted(CORPUS.rglob("*.txt")):
        if part_of(path) == part:
            report = read_ruled(path)
            for number, claim in enumerate(report.claims):
                if claim.content:
                    yield count_gold(claim, report.words, id_=f"{path.stem}:{number}")


def measure_given(counted: list[Counted], *, cut: bool = False) -> Mapping[str, Tally]:
    """How many counts have gold's values, by kind: one number, or a range with or without an open end."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for each in counted:
        claim = replace(each.claim, quantities=tuple(map(_keep_last, each.claim.quantities))) if cut else each.claim
        for quantity, ends in zip(resolve_quantities(claim, text=each.text), each.ends, strict=False):
            kind = "one number" if ends[0] == ends[1] else "range"
            tallies[kind] += Tally(is_right(quantity, ends), 1, 1)
    return tallies


def measure_missing(counted: list[Counted]) -> Tally:
    """Claims in which a count is found that nobody read and that is gold's, of those with counts."""
    total = Tally()
    for each in counted:
        found = resolve_quantities(replace(each.claim, quantities=()), text=each.text)
        right = any(is_right(quantity, ends) for quantity in found for ends in each.ends)
        total += Tally(right, bool(found), bool(each.ends))
    return total


def is_right(quantity: Quantity, ends: Ends) -> bool:
    """Whether the best value is gold's one number, or both ends are gold's."""
    return quantity.best == ends[0] if ends[0] == ends[1] else (quantity.low, quantity.high) == ends


def count_gold(claim: RuledClaim, words: Words, *, id_: str) -> Counted:
    """A gold claim with its roles and its counts' words, nothing yet resolved."""
    roles = tuple(
        RoleFiller(role, Mention.at(_span(words, found)))
        for role in Role
        for _, _, found in claim.fields.get(role, ())
        if found
    )
    pairs = [
        (_span(words, number[2]), _ends(value[0]))
        for number, value in zip(claim.fields.get("number", ()), claim.fields.get("n", ()), strict=False)
        if number[2]
    ]
    made = Claim(
        id=id_,
        report=id_,
        version="gold",
        type=ClaimType(claim.type),
        stance=Stance(claim.stance),
        evidence=Evidence((_span(words, claim.content),)),
        trigger=_span(words, found) if (found := claim.indexes("t")) else None,
        roles=roles,
        quantities=tuple(Quantity(span) for span, _ in pairs),
    )
    return Counted(made, words.text, tuple(ends for _, ends in pairs))


def _keep_last(quantity: Quantity) -> Quantity:
    words = quantity.span.text
    start = words.rfind(" ") + 1
    return replace(quantity, span=Span(quantity.span.start + start, quantity.span.end, words[start:]))


def _ends(value: str) -> Ends:
    low, is_range, high = value.partition("..")
    if not is_range:
        return float(low), float(low)
    return float(low) if low else None, float(high) if high else None


def _span(words: Words, indexes: list[int]) -> Span:
    return Span.of(words.text, int(words.spans[min(indexes), 0]), int(words.spans[max(indexes), 1]))


if __name__ == "__main__":
    main()
