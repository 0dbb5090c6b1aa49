"""Keys: what two claims must share to be compared at all; a table of keys finds all pairs of a record.

Pure and local: the keys of a claim depend on the claim and its own report alone. Keys join what matters
to whom (a name that the report holds often, a name or a place of the claim itself), the kind of act, and
a window of days of when it happened or was told; and all claims of one report that can go together.
What has no date is compared with all that is told of its places: an `OPEN` key counts where one of two has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sayso.corroborate.telling import Telling
from sayso.model.values.stance import ClaimType

T = ClaimType
# Days in a window and between the starts of two: claims of days less than the step apart share a window.
_WINDOW, _STEP = 32, 16
# Kinds of act, by initial; types of one happening share a kind.
_KINDS: dict[ClaimType, str] = {
    T.HOLD: "c",
    T.SEIZE: "cf",
    T.HAND_OVER: "c",
    T.WITHDRAW: "cm",
    T.BESIEGE: "cf",
    T.STRIKE: "fh",
    T.CLASH: "cf",
    T.ATTACK: "cfh",
    T.DESTROY: "f",
    T.KILL: "h",
    T.INJURE: "h",
    T.DISPLACE: "hm",
    T.DETAIN: "h",
    T.DEPLOY: "cm",
    T.PRESENT: "cfm",
    T.MOBILIZE: "cm",
    T.SUPPLY: "s",
    T.SUPPORT: "sm",
    T.AGREE: "cp",
    T.NEGOTIATE: "p",
    T.REFUSE: "p",
    T.REQUEST: "p",
    T.THREATEN: "p",
    T.ACCUSE: "p",
    T.SILENCE: "q",
    T.STATEMENT: "cfhmps",
}


#: How keys end by which what has no date is compared with what is told of its places on any day.
OPEN = " open"


def telling_keys(telling: Telling) -> frozenset[str]:
    """The keys of one claim; two claims that share none are never compared."""
    kinds = _KINDS[telling.type]
    subjects = {*telling.matter.main, *(telling.names & telling.matter.names), *telling.places}
    windows = set(_find_windows(telling))
    keys = {f"{subject} {kind} {window}" for subject in subjects for kind in kinds for window in windows}
    keys |= {f"{place} {kind}{OPEN}" for place in telling.places for kind in kinds}
    return frozenset(keys | {f"{telling.report.id} {kind}" for kind in kinds})


def is_undated(telling: Telling) -> bool:
    """Whether nothing says when it happened or was told: it may be of any day."""
    return not list(_find_days(telling))


def _find_windows(telling: Telling) -> Iterator[str]:
    """The windows of days in which it happened or was told; one of its own for what has no date."""
    days = list(_find_days(telling))
    for day in days:
        last = day.toordinal() // _STEP
        yield from (str(last - back) for back in range(_WINDOW // _STEP))
    if not days:
        yield "undated"


def _find_days(telling: Telling) -> Iterable[date]:
    for bounds in (telling.when, telling.told):
        if bounds and (day := bounds.first or bounds.last):
            yield day
