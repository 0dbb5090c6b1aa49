"""Made: what a visitor has just decided, shown on the next page with the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

from starlette.responses import Response

from sayso.desk.check.signing import signed_with
from sayso.desk.check.telling import tell
from sayso.desk.page import Page
from sayso.errors import NotInRecord
from sayso.model.decision import Decision, find_undone

MADE = "made"  # of an address: the first of the decisions that were just signed


def go_with(page: Page, address: str, made: Sequence[Decision]) -> Response:
    """Leads to a page of the desk that tells what was just decided."""
    if not made:
        return page.go(address, notice=page.say("Nothing was changed."))
    path, hash_, anchor = address.partition("#")
    mark = "&" if "?" in path else "?"
    return page.go(f"{path}{mark}{urlencode({MADE: made[0].id})}{hash_}{anchor}")


def made_here(page: Page) -> tuple[Decision, ...]:
    """What the visitor has just decided, as far as it stands; nothing where the address tells of none of theirs."""
    wanted = page.request.query_params.get(MADE, "")
    if not wanted:
        return ()
    try:
        decision = page.record.decision(wanted)
    except NotInRecord:
        return ()
    if decision.by != page.visitor.name:
        return ()
    decisions = page.record.decisions()
    undone = find_undone(decisions)
    return tuple(each for each in signed_with(decision, decisions) if each.id not in undone)


def tell_of(page: Page, texts: Mapping[str, str]) -> Callable[[Decision], str]:
    """Tells decisions in the visitor's language."""
    return lambda decision: tell(decision, texts, page.say)
