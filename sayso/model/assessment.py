"""Assessment: a grade by the Admiralty code, the source's reliability kept apart from the claim's credibility."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

RELIABILITY = "ABCDEF"
CREDIBILITY = "123456"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A grade of a source (`A` to `F`) or of a claim (`1` to `6`), by whom, when and why. `at` is in UTC."""

    subject: str
    grade: str
    by: str
    at: datetime
    because: str

    def __post_init__(self) -> None:
        if self.grade not in (*RELIABILITY, *CREDIBILITY):
            raise ValueError(f"{self.grade!r} is no grade; sources take A to F, claims 1 to 6")
