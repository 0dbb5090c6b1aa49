"""Feeds: Atom (RFC 4287) of a place, an event, a search, a shared collection, and of one's own watches."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.keep import news
from sayso.desk.keep.news import Entry
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotKnown
from sayso.model.search import parse_search
from sayso.model.withholding import Clearance
from sayso.people import Role

router = APIRouter()

_ATOM = "http://www.w3.org/2005/Atom"
_BEGAN = "2026-01-01"  # the day in tag URIs (RFC 4151): the same for ever, whatever the desk is called later


@router.get("/feed/place/{place}.atom")
def feed_of_place(page: OpenPage, place: str) -> Response:
    """The latest events at a place."""
    return _feed(page, news.list_place(page.record, place), place, f"/place/{quote(place, safe='')}")


@router.get("/feed/event/{event}.atom")
def feed_of_event(page: OpenPage, event: str) -> Response:
    """An event and the reports that tell of it; an event that moved is followed."""
    standing = page.record.resolve_id(event)
    return _feed(page, news.list_event(page.record, standing), f"event {standing}", f"/event/{standing}")


@router.get("/feed/search.atom")
def feed_of_search(page: OpenPage) -> Response:
    """What a search finds."""
    search = parse_search(page.request.query_params.multi_items()).search.with_()
    query = search.to_query()
    title = search.words or query or "everything"
    return _feed(page, news.list_search(page.record, query), f"search: {title}", f"/search?{query}")


@router.get("/feed/collection/{collection}.atom")
def feed_of_collection(page: OpenPage, collection: str) -> Response:
    """A shared collection."""
    kept = page.people.collections.find(collection, None)
    found = news.list_collection(page.record, page.people, collection, None)
    return _feed(page, found, page.cover(kept.title), f"/collection/{collection}")


@router.get("/feed/mine/{secret}/{watch}.atom")
def feed_of_watch(page: OpenPage, secret: str, watch: str) -> Response:
    """What one follows, for a feed reader that cannot log in: who has the address has the feed."""
    owner = page.people.watches.find_owner(secret)
    found = next((each for each in page.people.watches.list(owner) if each.id == watch), None)
    if found is None:
        raise NotKnown(page.say("There is no such feed."))
    clearance = Clearance.WHOLE if owner.role >= Role.REVIEWER else Clearance.OPEN
    record = page.office.record.cleared(clearance)
    entries = news.list_watch(record, page.people, found, owner)
    return _feed(page, entries, found.title, f"/watches#{found.id}", private=True)


def _feed(page: Page, entries: Sequence[Entry], title: str, path: str, *, private: bool = False) -> Response:
    """The feed with a digest of what it says as its ETag: whoever sees less has another digest."""
    settings = page.people.settings.load()
    content = write_atom(
        entries, title=f"{title} · {settings.name}", desk=settings.address, path=path, itself=page.request.url.path
    )
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-store" if private else "private, no-cache", "Vary": "Cookie"}
    asked = page.request.headers.get("if-none-match", "")
    if etag in [each.strip().removeprefix("W/") for each in asked.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/atom+xml; charset=utf-8", headers=headers)


def write_atom(entries: Sequence[Entry], *, title: str, desk: str, path: str, itself: str) -> bytes:
    """An Atom document; identifiers are tag URIs of the desk's host, and never change."""
    host = urlsplit(desk).hostname or "localhost"
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"tag:{host},{_BEGAN}:{path}")
    _add(feed, "title", title)
    _add(
        feed,
        "updated",
        _write_time(max((entry.updated for entry in entries), default=datetime(1970, 1, 1, tzinfo=UTC))),
    )
    _link(feed, "alternate", desk + path)
    _link(feed, "self", desk + itself)
    _add(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", urlsplit(desk).hostname or "Sayso")
    _add(feed, "generator", "Sayso")
    for entry in entries:
        item = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(item, "id", f"tag:{host},{_BEGAN}:{entry.path}")
        _add(item, "title", entry.title)
        _add(item, "updated", _write_time(entry.updated))
        _link(item, "alternate", desk + entry.path)
        _add(item, "summary", entry.summary)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = "".join(filter(_is_fit, text))


def _link(parent: ElementTree.Element, rel: str, address: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": address})


def _is_fit(letter: str) -> bool:
    """Whether XML 1.0 can hold a character."""
    return letter in "\t\n\r" or " " <= letter <= "\ud7ff" or "\ue000" <= letter <= "\ufffd" or letter >= "\U00010000"


def _write_time(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
