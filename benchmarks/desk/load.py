"""People at a desk: each opens a page, reads it for a while, and opens another."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx

#: How often each page is opened, of a hundred.
MIX: Mapping[str, int] = {"home": 10, "event": 25, "report": 25, "place": 15, "source": 10, "search": 15}
_WAIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Opened:
    """One page that was opened: which, how long until its last byte, how many bytes, and the answer's status."""

    page: str
    seconds: float
    size: int
    status: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people for so many seconds; each reads a page for `reads_seconds` on average before the next."""

    people: int = 50
    seconds: float = 60.0
    reads_seconds: float = 5.0
    mix: Mapping[str, int] = field(default_factory=lambda: MIX)


def visit(base: str, addresses: Mapping[str, Sequence[str]], crowd: Crowd, *, seed: int = 1) -> list[Opened]:
    """What the crowd saw; `addresses` are those of each kind of page."""
    return asyncio.run(_visit(base, addresses, crowd, seed))


async def _visit(base: str, addresses: Mapping[str, Sequence[str]], crowd: Crowd, seed: int) -> list[Opened]:
    opened: list[Opened] = []
    end = time.monotonic() + crowd.seconds
    limits = httpx.Limits(max_connections=crowd.people)
    async with httpx.AsyncClient(base_url=base, limits=limits, timeout=_WAIT_SECONDS, follow_redirects=True) as client:
        people = (
            _read_on(client, addresses, crowd, random.Random(seed * 1000 + n), end, opened) for n in range(crowd.people)
        )
        await asyncio.gather(*people)
    return opened


async def _read_on(
    client: httpx.AsyncClient,
    addresses: Mapping[str, Sequence[str]],
    crowd: Crowd,
    chance: random.Random,
    end: float,
    opened: list[Opened],
) -> None:
    """One person: comes at some moment of the first while, and goes on until the end."""
    kinds = [kind for kind in crowd.mix if addresses.get(kind)]
    weights = [crowd.mix[kind] for kind in kinds]
    await asyncio.sleep(chance.uniform(0, crowd.reads_seconds))
    while time.monotonic() < end:
        (kind,) = chance.choices(kinds, weights)
        opened.append(await _open(client, kind, chance.choice(addresses[kind])))
        await asyncio.sleep(chance.uniform(0.4, 1.6) * crowd.reads_seconds)


async def _open(client: httpx.AsyncClient, kind: str, address: str) -> Opened:
    start = time.perf_counter()
    try:
        answer = await client.get(address)
    except httpx.HTTPError:
        return Opened(kind, time.perf_counter() - start, 0, 0)
    return Opened(kind, time.perf_counter() - start, len(answer.content), answer.status_code)
