"""What every reader answers to, the native one and those over an endpoint."""

from typing import Protocol

from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report


class AnyReader(Protocol):
    """A reader of reports."""

    @property
    def identity(self) -> ReaderIdentity:
        """Who reads, as claims name it."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages (ISO 639) that it reads."""

    @property
    def together(self) -> int:
        """How many reports it is given at once; what they gave is kept before more are read."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What it has to say of its work so far, in lines for people: what it refused, what it cost."""

    def read_report(self, report: Report) -> Reading:
        """A report's reading. Raises ReaderError where there can be none."""
