"""Tally: the numbers that an event is told with, kept by voice; a later count takes the place of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.model.claim import Claim, Quantity
from sayso.model.event import Event
from sayso.model.values.stance import FACTUAL


def tell_counts(event: Event, claims: Sequence[Claim], told: Mapping[str, str | None]) -> str | None:
    """`numbers: Davit Renn 9 (before: 12); a nurse 5`; None where fewer than two numbers are told.
    None, too, where a withheld voice keeps the number of voices from being told.

    `told` is the day on which each report was told. Only claims of the event's own type count.
    """
    if event.at_least:
        return None  # a list by voice would tell how many there are
    by_id = {claim.id: claim for claim in claims if claim.type is event.type and claim.stance in FACTUAL}
    lines = []
    for voice in event.voices:
        said = [by_id[id_] for id_ in voice.claims if id_ in by_id and by_id[id_].quantities]
        in_order = sorted(said, key=lambda claim: told.get(claim.report) or "")  # as learnt within one day
        numbers = list(dict.fromkeys(_numbers(in_order)))
        if numbers:
            before = f" (before: {', '.join(numbers[:-1])})" if numbers[:-1] else ""
            lines.append((f"{voice.name} {numbers[-1]}{before}", len(numbers)))
    return f"numbers: {'; '.join(line for line, _ in lines)}" if sum(count for _, count in lines) > 1 else None


def _numbers(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        if number := _caption(claim.quantities[0]):
            yield number


def _caption(quantity: Quantity) -> str | None:
    """`9`, `about 30`, `14 or more`, `up to 10`, `40 to 60`; None where no number is told."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None and quantity.approximate:
        return f"about {best:g}"
    if best is not None and low == best == high:
        return f"{best:g}"
    if low is not None and high is not None:
        return f"{low:g} to {high:g}" if low != high else f"{low:g}"
    if low is not None:
        return f"{low:g} or more"
    return f"up to {high:g}" if high is not None else (f"{best:g}" if best is not None else None)
