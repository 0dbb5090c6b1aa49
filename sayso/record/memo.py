"""Memo: answers to questions that every page asks, kept for as long as nothing is done to the record."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from sqlalchemy import Connection

from sayso.record.audit import latest_change

_Answer = TypeVar("_Answer")
_MOST = 512  # answers; each is a page of a list at most


class Memo:
    """Answers by question; all are forgotten as soon as the record's audit has another act."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at = -1
        self._answers: OrderedDict[Hashable, object] = OrderedDict()

    def ask(self, connection: Connection, question: Hashable, find: Callable[[Connection], _Answer]) -> _Answer:
        """The answer to a question, found only where it is not known for the record as it stands."""
        at = latest_change(connection)
        with self._lock:
            if at != self._at:
                self._at = at
                self._answers.clear()
            if question in self._answers:
                self._answers.move_to_end(question)
                return cast(_Answer, self._answers[question])
        answer = find(connection)
        with self._lock:
            if at == self._at:
                self._answers[question] = answer
                if len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return answer
