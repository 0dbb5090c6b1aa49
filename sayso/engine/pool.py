"""Pool: work spread over processes, results in the order of the work, never more in hand than a few pieces."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from sayso.model.knowledge import Knowledge
from sayso.pausing import collect_seldom, settle_objects

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_AHEAD = 2  # pieces that wait for each process
# New objects after which rings of them are looked for. A task makes millions, hardly any in rings: looking for these as
# often as Python does takes a tenth of the time.
_RINGS = 2_000_000
_known: list[Knowledge] = []


class Spread(Protocol):
    """Calls `work(piece, knowledge)` for each piece."""

    def __call__(self, work: Callable[[Piece, Knowledge], Result], pieces: Iterable[Piece]) -> Iterator[Result]: ...


@contextmanager
def open_pool(processes: int, knowledge: Knowledge) -> Iterator[Spread]:
    """Spreads work over so many processes; 1: in this one. Processes are started anew, so that no thread is forked."""
    if processes <= 1:
        with collect_seldom(_RINGS):
            yield lambda work, pieces: (work(piece, knowledge) for piece in pieces)
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each process has a core; more threads only wait
    context = multiprocessing.get_context("spawn")
    with (
        collect_seldom(_RINGS),
        ProcessPoolExecutor(processes, mp_context=context, initializer=_learn, initargs=(knowledge,)) as pool,
    ):
        yield lambda work, pieces: _spread(pool, work, pieces, ahead=_AHEAD * processes)


def _spread(pool: ProcessPoolExecutor, work: Callable[..., Any], pieces: Iterable[Any], *, ahead: int) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    for piece in pieces:
        waiting.append(pool.submit(_call, work, piece))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _learn(knowledge: Knowledge) -> None:
    settle_objects(_RINGS)
    _known.append(knowledge)


def _call(work: Callable[..., Any], piece: Any) -> Any:
    return work(piece, _known[0])
