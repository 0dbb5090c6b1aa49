"""The reader with a watch: what was read of one set, in words and CPU seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sayso.model.attribution import Attribution
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.read import Reader, find_attributions
from sayso.read.network import CueAnswer
from sayso.read.words import Words

_Answer = TypeVar("_Answer")


class Watch:
    """Reads texts and counts their words and the CPU seconds of this process that they took."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.words, self.seconds = 0, 0.0

    def find_attributions(self, text: str) -> tuple[Attribution, ...]:
        """Attributions as PolNeAR's guidelines have them."""
        return self._time(text, lambda: find_attributions(text, reader=self._reader))

    def answer_flat(self, words: Words) -> tuple[CueAnswer, ...]:
        """What the network says of words by PolNeAR's guidelines."""
        return self._time(words.text, lambda: self._reader.answer_flat(words))

    def read(self, text: str, *, name: str) -> tuple[Report, Reading]:
        """Everything that is read in a text, as a report of no outlet."""
        report = Report(id=name, address=name, text=text, language="en")
        return report, self._time(text, lambda: self._reader.read_report(report))

    @property
    def speed(self) -> float:
        """Words per CPU second; 0 before anything was read."""
        return self.words / self.seconds if self.seconds else 0.0

    def _time(self, text: str, act: Callable[[], _Answer]) -> _Answer:
        start = time.process_time()
        answer = act()
        self.seconds += time.process_time() - start
        self.words += len(text.split())
        return answer
