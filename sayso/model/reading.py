"""Reading: one pass of one reader over one version of a text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim

#: The languages (ISO 639) that the native reader reads.
NATIVE_LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class ReaderIdentity:
    """Which reader it was: name, version, and digest of its weights (or of its prompt)."""

    name: str
    version: str
    digest: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in one version. Readings come and go with models; decisions stay."""

    report: str
    version: str
    reader: ReaderIdentity
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
