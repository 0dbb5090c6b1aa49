"""The search page: what was looked for, what was found, and how it could be narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.page import OpenPage, Page
from sayso.desk.paging import Paging
from sayso.desk.wording import word
from sayso.model.found import Facet, Found
from sayso.model.search import DEEPEST, Kind, Order, Search, parse_search
from sayso.model.values.stance import GROUPS, ClaimType, Stance

router = APIRouter()


@router.get("/search")
def show_search(page: OpenPage) -> Response:
    """What a search finds, by its address; what of it cannot be understood is told above."""
    parsed = parse_search(page.request.query_params.multi_items())
    found = page.record.search(parsed.search)
    search = parsed.search
    return page.show(
        "search/search.html",
        title=_title(page, search),
        found=found,
        search=search,
        faults=parsed.faults,
        deepest=DEEPEST,
        kinds=[(kind, _address(search.with_(kind=kind))) for kind in Kind],
        narrowing=list(_narrowing(page, found)),
        set_=list(_set(page, found)),
        paging=Paging(search.page, found.pages, lambda number: _address(replace(search, page=number))),
        feed=f"/feed/search.atom?{search.with_().to_query()}",
        query=search.with_().to_query(),
        groups=GROUPS,
        types=list(ClaimType),
        stances=list(Stance),
        orders=list(Order),
        names=dict(found.names),
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One way to narrow the search, or to take back what narrows it: words, an address, how many it leaves."""

    words: str
    address: str
    count: int = 0


def _title(page: Page, search: Search) -> str:
    words = page.say("Search")
    return f"{words}: {search.words[:60]}" if search.words else words


def _address(search: Search) -> str:
    query = search.to_query()
    return f"/search?{query}" if query else "/search"


def _narrowing(page: Page, found: Found) -> Iterator[tuple[str, list[Way]]]:
    """For each facet the ways that are still open and leave something, but not everything."""
    for facet in found.facets:
        ways = [way for way in _ways(page, found, facet) if 0 < way.count < found.total]
        if ways:
            yield _HEADINGS[facet.of](page), ways


def _ways(page: Page, found: Found, facet: Facet) -> Iterator[Way]:
    search = found.search
    for value in facet.values:
        match facet.of:
            case "type":
                type_ = ClaimType(value.value)
                yield Way(word(type_, page.say), _address(search.with_(types=(type_,))), value.count)
            case "stance":
                stance = Stance(value.value)
                yield Way(word(stance, page.say), _address(search.with_(stances=(stance,))), value.count)
            case "place":
                yield Way(value.name or value.value, _address(search.with_(place=value.value)), value.count)
            case "outlet":
                yield Way(value.value, f"/source/{quote(value.value, safe='')}", value.count)
            case "disputed":
                yield Way(page.say("disputed only"), _address(search.with_(disputed=True)), value.count)
            case "one_voice":
                yield Way(page.say("one voice only"), _address(search.with_(one_voice=True)), value.count)


_HEADINGS = {
    "type": lambda page: page.say("What is said"),
    "stance": lambda page: page.say("How it is put"),
    "place": lambda page: page.say("Where"),
    "outlet": lambda page: page.say("Outlets"),
    "language": lambda page: page.say("Languages"),
    "disputed": lambda page: page.say("Disputed"),
    "one_voice": lambda page: page.say("Voices"),
}


def _set(page: Page, found: Found) -> Iterator[Way]:
    """What narrows the search now, each with the search without it."""
    search, names = found.search, dict(found.names)
    if search.words:
        yield Way(f"“{search.words}”", _address(search.with_(words="")))
    for type_ in search.types:
        others = tuple(each for each in search.types if each is not type_)
        yield Way(word(type_, page.say), _address(search.with_(types=others)))
    for stance in search.stances:
        rest = tuple(each for each in search.stances if each is not stance)
        yield Way(word(stance, page.say), _address(search.with_(stances=rest)))
    for part, said in (("place", "place: %(name)s"), ("source", "source: %(name)s"), ("actor", "actor: %(name)s")):
        if value := getattr(search, part):
            yield Way(page.say(said, name=names.get(value, value)), _address(search.with_(**{part: None})))
    for part, said in _DAYS:
        if value := getattr(search, part):
            yield Way(page.say(said, day=value), _address(search.with_(**{part: None})))
    if search.disputed:
        yield Way(page.say("disputed only"), _address(search.with_(disputed=False)))
    if search.one_voice:
        yield Way(page.say("one voice only"), _address(search.with_(one_voice=False)))


_DAYS = (
    ("happened_from", "happened from %(day)s"),
    ("happened_to", "happened until %(day)s"),
    ("told_from", "told from %(day)s"),
    ("told_to", "told until %(day)s"),
)
