"""Pausing: the search for objects that hold each other in a ring stands still while none are made.

Python looks through all objects again and again as their number grows: with a large record that was a third of the
time of corroboration, and found nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collecting() -> Iterator[None]:
    """No search inside; afterwards as before. Whatever nothing refers to is let go at once all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
