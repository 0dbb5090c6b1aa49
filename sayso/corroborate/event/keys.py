"""Keys: what two claims must share to be compared at all; a table of keys finds all pairs of a record.

Pure and local: the keys of a claim depend on the claim and its own report alone. Keys join somebody or some
place that is told of (an entity of the claim itself, or one of its report, or such a name), the kind of act,
and a window of days of when it happened or was told; and all claims of one report that can go together.
What has no date is compared with all that is told of its places: an `OPEN` key counts where one of two has none.

Keys are of entities, and of names that tell one matter from another, never of given names or words of every report:
these grow common with a record. Half a million reports have a hundred commanders Ada and thirty brigades, and a
chain of such pairs would tie all that they tell of together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.corroborate.setting import find_figures
from sayso.corroborate.telling import Telling
from sayso.model.values.stance import ClaimType

T = ClaimType
#: Days apart at which two claims are compared, at most.
NEAR = 16
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
    subjects = telling.setting.figures | find_figures(telling.claim) | (list_names(telling) & telling.matter.telling)
    windows = set(_find_windows(telling))
    keys = {f"{subject} {kind} {window}" for subject in subjects for kind in kinds for window in windows}
    keys |= {f"{place} {kind}{OPEN}" for place in telling.places for kind in kinds}
    return frozenset(keys | {f"{telling.report.id} {kind}" for kind in kinds})


def list_names(telling: Telling) -> frozenset[str]:
    """The names that say what a telling is about: those that its report holds most often, and its own."""
    return (telling.names & telling.matter.names).union(telling.matter.main)


def _find_windows(telling: Telling) -> Iterator[str]:
    """The windows of days in which it happened or was told; one of its own for what has no date."""
    days = list(find_days(telling))
    for day in days:
        window = day.toordinal() // NEAR
        yield from (str(window - 1), str(window))
    if not days:
        yield "undated"


def find_days(telling: Telling) -> Iterator[date]:
    """The days of when it happened and when it was told, as far as they are known."""
    for bounds in (telling.when, telling.told):
        if bounds and (day := bounds.first or bounds.last):
            yield day
