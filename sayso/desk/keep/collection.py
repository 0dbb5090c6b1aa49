"""Collections: what somebody gathers, private or shared, with its members in words."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import Form, TakeForm
from sayso.desk.home import within
from sayso.desk.keep.thing import Kept, Place, find_kind, find_thing, follow_members
from sayso.desk.keep.wording import caption_row
from sayso.desk.page import OpenPage, Page
from sayso.desk.refusal import NotLoggedIn
from sayso.errors import NotInRecord
from sayso.export import write_jsonl
from sayso.model.found import EventRow
from sayso.model.rows import Row, rows_of
from sayso.people import User
from sayso.people.collection import KeptCollection, Member

router = APIRouter()

_NEW = "new"


def require_user(page: Page) -> User:
    """The visitor. Raises NotLoggedIn."""
    if page.visitor.user is None:
        raise NotLoggedIn(page.here)
    return page.visitor.user


@router.get("/collections")
def show_collections(page: OpenPage) -> Response:
    """One's own collections and those that others share."""
    user = page.visitor.user
    return page.show(
        "keep/collections.html",
        title=page.say("Collections"),
        mine=page.people.collections.list(user) if user else (),
        shared=page.cover(page.people.collections.list_shared(user)),
    )


@router.post("/collections")
def make_collection(page: OpenPage, form: TakeForm) -> Response:
    """A new collection."""
    made = page.people.collections.add(
        require_user(page), form["title"], note=form.get("note"), is_shared=bool(form.get("is_shared"))
    )
    return page.go(f"/collection/{made.id}", notice=page.say("The collection is there; add to it from any page."))


@router.post("/collect")
def collect(page: OpenPage, form: TakeForm) -> Response:
    """Adds a thing to a collection, or to a new one of the title given."""
    user = require_user(page)
    kind = find_kind(form["kind"])
    thing = find_thing(page, kind, form["id"])
    chosen = form.get("collection") or _NEW
    if chosen == _NEW:
        chosen = page.people.collections.add(user, form.get("title") or page.say("My collection")).id
    is_new = page.people.collections.put(user, chosen, Member(kind, thing))
    title = page.people.collections.find(chosen, user).title
    said = page.say("Added to “%(title)s”.") if is_new else page.say("It is in “%(title)s” already.")
    return page.go(within(form.get("next") or f"/collection/{chosen}"), notice=said % {"title": title})


@router.get("/collection/{collection}")
def show_collection(page: OpenPage, collection: str) -> Response:
    """A collection with its members in words."""
    kept = page.people.collections.find(collection, page.visitor.user)
    kept = kept if kept.is_of(page.visitor.user) else page.cover(kept)
    members = follow_members(page, kept.members)
    return page.show(
        "keep/collection.html",
        title=kept.title,
        crumbs=((page.say("Collections"), "/collections"),),
        kept=kept,
        members=members,
        is_own=kept.is_of(page.visitor.user),
    )


@router.post("/collection/{collection}/change")
def change_collection(page: OpenPage, form: TakeForm, collection: str) -> Response:
    """Another title or note; shared or private."""
    page.people.collections.change(
        require_user(page),
        collection,
        title=form["title"],
        note=form.get("note"),
        is_shared=bool(form.get("is_shared")),
    )
    return page.go(f"/collection/{quote(collection)}", notice=page.say("Changed."))


@router.post("/collection/{collection}/remove")
def remove_collection(page: OpenPage, form: TakeForm, collection: str) -> Response:
    """Takes a collection away; the record keeps what it named."""
    page.people.collections.remove(require_user(page), collection)
    return page.go("/collections", notice=page.say("The collection is gone; the record keeps what was in it."))


@router.post("/collection/{collection}/member")
def change_member(page: OpenPage, form: TakeForm, collection: str) -> Response:
    """Moves a member up or down, or takes it out."""
    user, member = require_user(page), _read_member(form)
    match form["do"]:
        case "up":
            page.people.collections.move(user, collection, member, by=-1)
        case "down":
            page.people.collections.move(user, collection, member, by=1)
        case _:
            page.people.collections.take_out(user, collection, member)
    return page.go(f"/collection/{quote(collection)}")


@router.get("/collection/{collection}/export.jsonl")
def export_rows(page: OpenPage, collection: str) -> Response:
    """The members as rows of the record, as JSON Lines."""
    kept = page.people.collections.find(collection, page.visitor.user)
    out = io.StringIO()
    write_jsonl(_rows(page, kept), out)
    return _attach(out.getvalue(), "application/x-ndjson", f"collection-{kept.id}.jsonl")


@router.get("/collection/{collection}/export.csv")
def export_table(page: OpenPage, collection: str) -> Response:
    """The members as a table: what each is, how many voices, in how many reports."""
    kept = page.people.collections.find(collection, page.visitor.user)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["kind", "id", "title", "voices", "reports", "address"])
    for each in follow_members(page, kept.members):
        table.writerow([_guard(cell) for cell in _cells(page, each)])
    return _attach(out.getvalue(), "text/csv", f"collection-{kept.id}.csv")


def _read_member(form: Form) -> Member:
    return Member(find_kind(form["kind"]), form["id"])


def _cells(page: Page, each: Kept) -> list[str]:
    row = each.row
    voices, reports = "", ""
    if isinstance(row, EventRow):
        voices = page.say("at least 1") if row.at_least else str(row.voices)
        reports = str(row.reports)
    title = caption_row(page, row) if row else page.say("no longer in the record")
    address = page.people.settings.load().address
    return [each.member.kind, each.now, title, voices, reports, f"{address}/{each.member.kind}/{quote(each.now)}"]


def _guard(cell: str) -> str:
    """A cell that no table program takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" else cell


def _rows(page: Page, kept: KeptCollection) -> list[Row]:
    """The rows of the members and of what each is made of, each once, as the visitor may see them."""
    found: dict[tuple[str, str], Row] = {}
    for each in follow_members(page, kept.members):
        for row in _rows_of(page, each):
            found.setdefault((str(row["kind"]), str(row.get("id") or sorted(row.items(), key=str))), row)
    return list(found.values())


def _rows_of(page: Page, each: Kept) -> list[Row]:
    try:
        match each.member.kind:
            case "event":
                part = page.record.around_event(each.now)
            case "report":
                part = page.record.around_report(each.now).about({each.now})
            case "claim":
                part = page.record.around_report(page.record.report_of(each.now))
            case _:
                part = page.record.around_place(each.now, limit=50)
    except NotInRecord:
        return []
    rows = list(rows_of(part))
    if each.member.kind == "claim":
        return [row for row in rows if row.get("id") == each.now]
    return rows


def _attach(text: str, type_: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=f"{type_}; charset=utf-8", headers=headers)


__all__ = ["Place", "require_user", "router"]
