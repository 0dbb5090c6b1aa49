"""Versions of a report, and what a later one says otherwise: claims added, withdrawn, numbers changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.model.claim import Claim
from sayso.record import KeptVersion

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores?|hundreds?|thousands?)\b",
    re.I,
)
_ALIKE = 0.6  # of the words beside the numbers, of both: then one sentence counts anew what the other counted


@dataclass(frozen=True, slots=True)
class Recounted:
    """One claim in two versions that count otherwise."""

    before: Claim
    after: Claim


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What a version says otherwise than the one before it; false where nothing that is claimed changed."""

    added: tuple[Claim, ...] = ()
    withdrawn: tuple[Claim, ...] = ()
    recounted: tuple[Recounted, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn or self.recounted)


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version: `digest` is that of its clean text; `change` is against the version before it, None for the first.

    `acquired` is when its bytes first came in, None where it came without any. `is_read` is false until a reader
    read it: then nothing can be said of its claims.
    """

    number: int
    digest: str
    title: str | None
    told: str | None
    acquired: datetime | None
    is_current: bool
    is_read: bool
    change: VersionChange | None = None


def view_versions(kept: Sequence[KeptVersion], current: str) -> tuple[VersionView, ...]:
    """The versions of a report, the first first; `current` is the digest of the one that stands."""
    return tuple(
        VersionView(
            number=place + 1,
            digest=version.report.version,
            title=version.report.title,
            told=version.report.told,
            acquired=min((capture.acquired for capture in version.captures), default=None),
            is_current=version.report.version == current,
            is_read=version.reading is not None,
            change=compare_versions(kept[place - 1], version) if place else None,
        )
        for place, version in enumerate(kept)
    )


def compare_versions(before: KeptVersion, after: KeptVersion) -> VersionChange | None:
    """What is claimed otherwise in `after`; None where one of the two has not been read.

    A claim is withdrawn where its words no longer stand in the text, and added where they did not stand there:
    that a reader found the same words once and not the other time changes nothing.
    """
    if before.reading is None or after.reading is None:
        return None
    gone = [claim for claim in before.reading.claims if not _stands(claim, after.report.text)]
    new = [claim for claim in after.reading.claims if not _stands(claim, before.report.text)]
    recounted = []
    for claim in gone:
        heir = next((other for other in new if _is_recount(claim, other)), None)
        if heir:
            new.remove(heir)
            recounted.append(Recounted(claim, heir))
    left = {pair.before.id for pair in recounted}
    return VersionChange(tuple(new), tuple(claim for claim in gone if claim.id not in left), tuple(recounted))


def _stands(claim: Claim, text: str) -> bool:
    return all(span.text in text for span in claim.evidence.spans)


def _is_recount(before: Claim, after: Claim) -> bool:
    """Whether two claims say the same but for the numbers in them."""
    if before.type is not after.type or _numbers(before) == _numbers(after):
        return False
    mine, theirs = _words(before), _words(after)
    return bool(mine) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _numbers(claim: Claim) -> list[str]:
    return [number.casefold() for number in _NUMBER.findall(claim.evidence.text)]


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(_find_words(_NUMBER.sub(" ", claim.evidence.text)))


def _find_words(text: str) -> Iterable[str]:
    return (word.casefold() for word in _WORD.findall(text))
