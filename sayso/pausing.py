"""Pausing: the search for objects that hold each other in a ring stands still, or comes seldom, while work makes none.

Python looks through all objects again and again as their number grows: with a large record that was a third of the
time of corroboration, and half of that of a page, and found nothing. Whatever nothing refers to is let go at once all
the same.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collecting() -> Iterator[None]:
    """No search inside; afterwards as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def collect_seldom(every: int) -> Iterator[None]:
    """Inside, a search comes after so many new objects; afterwards as before. For work that takes long."""
    before = gc.get_threshold()
    gc.set_threshold(every)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def settle_objects(every: int) -> None:
    """From now on what stands is never searched, and what comes only after so many new objects.

    For a process that has loaded what all its work needs.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(every)
