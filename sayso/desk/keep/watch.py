"""Watches: what one follows, on a page of its own, by feed and by mail; letters end by a link without a log-in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.home import within
from sayso.desk.keep.collection import require_user
from sayso.desk.keep.thing import find_kind, find_thing, name_place
from sayso.desk.page import OpenPage, Page
from sayso.errors import UsageError
from sayso.model.search import parse_search
from sayso.people.watch import Watch, WatchKind

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Followed:
    """A watch with where it leads, its feed for all, and its feed for this user alone."""

    watch: Watch
    address: str
    feed: str


@router.get("/watches")
def show_watches(page: OpenPage) -> Response:
    """What the visitor follows."""
    user = require_user(page)
    desk = page.people.settings.load().address
    secret = page.people.watches.secret_of(user)
    followed = [
        Followed(each, address_of(each), f"{desk}/feed/mine/{secret}/{each.id}.atom")
        for each in page.people.watches.list(user)
    ]
    return page.show(
        "keep/watches.html", title=page.say("What you follow"), crumbs=((user.name, "/me"),), followed=followed
    )


@router.post("/watches")
def follow(page: OpenPage, form: TakeForm) -> Response:
    """Follows a search (`query`, `name`), or a thing (`kind`, `id`)."""
    user = require_user(page)
    if not form.get("kind"):
        query = parse_search(form.get("query")).search.with_().to_query()
        watch = page.people.watches.add(user, WatchKind.SEARCH, query, form.get("name"))
    else:
        kind = _find_kind(page, form["kind"])
        thing = _find(page, kind, form["id"])
        watch = page.people.watches.add(user, kind, thing, form.get("name") or _name(page, kind, thing))
    said = page.say("You follow it now: “%(title)s”.", title=watch.title)
    return page.go(within(form.get("next") or "/watches"), notice=said)


@router.post("/watches/renew")
def renew(page: OpenPage, form: TakeForm) -> Response:
    """New addresses for one's own feeds; the old ones give nothing any more."""
    page.people.watches.renew_secret(require_user(page))
    return page.go("/watches", notice=page.say("Your feeds have new addresses; the old ones are closed."))


@router.post("/watches/{watch}/mail")
def wish_letters(page: OpenPage, form: TakeForm, watch: str) -> Response:
    """Whether letters tell of it."""
    user = require_user(page)
    wished = bool(form.get("by_mail"))
    if wished and not user.mail:
        raise UsageError(page.say("Give your mail address first, on your own page."))
    page.people.watches.wish_letters(user, watch, by_mail=wished)
    return page.go("/watches", notice=page.say("Kept."))


@router.post("/watches/{watch}/remove")
def stop_following(page: OpenPage, form: TakeForm, watch: str) -> Response:
    """Follows it no more."""
    page.people.watches.remove(require_user(page), watch)
    return page.go("/watches", notice=page.say("You follow it no more."))


@router.get("/unsubscribe/{watch}/{secret}")
def ask_to_stop(page: OpenPage, watch: str, secret: str) -> Response:
    """Asks once, since programs that look through mail follow links."""
    found = page.people.watches.find_to_stop(watch, secret)
    return page.show("keep/stop.html", title=page.say("No more letters"), watch=found, secret=secret)


@router.post("/unsubscribe/{watch}/{secret}")
def stop(page: OpenPage, form: TakeForm, watch: str, secret: str) -> Response:
    """Ends the letters of one watch."""
    page.people.watches.stop(page.people.watches.find_to_stop(watch, secret))
    return page.show(
        "sentence.html",
        title=page.say("No more letters"),
        sentence=page.say("No more letters will come about this. The feed and the page stay as they are."),
        code=200,
    )


def address_of(watch: Watch) -> str:
    """The page of what is followed."""
    if watch.kind is WatchKind.SEARCH:
        return f"/search?{watch.subject}"
    return f"/{watch.kind}/{quote(watch.subject, safe='')}"


def _find_kind(page: Page, word: str) -> WatchKind:
    found = next((kind for kind in WatchKind if kind == word and kind is not WatchKind.SEARCH), None)
    if found is None:
        raise UsageError(page.say("Places, events, collections and searches can be followed."))
    return found


def _find(page: Page, kind: WatchKind, thing: str) -> str:
    if kind is WatchKind.COLLECTION:
        return page.people.collections.find(thing, page.visitor.user).id
    return find_thing(page, find_kind(kind), thing)


def _name(page: Page, kind: WatchKind, thing: str) -> str:
    if kind is WatchKind.COLLECTION:
        return page.people.collections.find(thing, page.visitor.user).title
    if kind is WatchKind.PLACE:
        return name_place(page.record.around_place(thing, limit=20), thing)
    return thing
