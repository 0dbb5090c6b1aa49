"""Talk: comments on a claim, a report or an event, who looks after it, and how far that is."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.keep.collection import require_user
from sayso.desk.keep.thing import TALKED, find_kind, find_thing, follow_members
from sayso.desk.keep.wording import caption_row
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotInRecord, UsageError
from sayso.people import Role, User
from sayso.people.collection import Member, MemberKind
from sayso.people.comment import LONGEST
from sayso.people.task import Status

router = APIRouter()


@router.get("/talk/{kind}/{thing}")
def show_talk(page: OpenPage, kind: str, thing: str) -> Response:
    """The comments on a thing and its task."""
    of, standing = _find(page, kind, thing)
    if standing != thing:
        return page.go(f"/talk/{of}/{standing}")
    (kept,) = follow_members(page, [Member(of, standing)])
    return page.show(
        "keep/talk.html",
        title=page.say("Comments"),
        crumbs=((caption_row(page, kept.row) if kept.row else standing, f"/{of}/{standing}"),),
        kind=of,
        id=standing,
        row=kept.row,
        comments=page.cover(page.people.comments.list(of, standing, former=page.record.former_ids(standing))),
        task=page.people.tasks.find(of, standing),
        statuses=list(Status),
        members=_list_coders(page),
        longest=LONGEST,
    )


@router.post("/talk/{kind}/{thing}")
def comment(page: OpenPage, form: TakeForm, kind: str, thing: str) -> Response:
    """A new comment; those named with @ are told."""
    user = require_user(page)
    of, standing = _find(page, kind, thing)
    page.people.comments.add(user, of, standing, form["text"])
    return page.go(f"/talk/{of}/{standing}#end", notice=page.say("Your comment is there."))


@router.post("/comment/{comment_id}/remove")
def remove_comment(page: OpenPage, form: TakeForm, comment_id: str) -> Response:
    """Takes the words of a comment away."""
    found = page.people.comments.remove(require_user(page), comment_id)
    return page.go(f"/talk/{found.kind}/{found.thing}", notice=page.say("The comment was taken away."))


@router.post("/talk/{kind}/{thing}/task")
def set_task(page: OpenPage, form: TakeForm, kind: str, thing: str) -> Response:
    """Who looks after a thing, and how far it is: for coders."""
    page.require(Role.CODER)
    of, standing = _find(page, kind, thing)
    status = next((each for each in Status if each == form["status"]), None)
    if status is None:
        raise UsageError(page.say("Choose how far it is from the list."))
    wanted = form.get("assignee")
    chosen = next((each for each in _list_coders(page) if each.id == wanted), None)
    if wanted and chosen is None:
        raise UsageError(page.say("Choose somebody from the list."))
    page.people.tasks.set(of, standing, assignee=chosen, status=status, by=require_user(page))
    return page.go(f"/talk/{of}/{standing}", notice=page.say("Kept."))


@router.get("/me/notices")
def show_notices(page: OpenPage) -> Response:
    """Comments that name the visitor, and what they are to look after."""
    user = require_user(page)
    named = page.people.comments.list_mentions(user)
    new = {each.id for each in page.people.comments.list_mentions(user, only_new=True)}
    tasks = page.people.tasks.list(user)
    page.people.comments.mark_seen(user)
    return page.show(
        "keep/notices.html",
        title=page.say("For you"),
        crumbs=((user.name, "/me"),),
        named=[page.cover(each) for each in named if _is_shown(page, each.kind, each.thing)],
        new=new,
        tasks=follow_members(page, [Member(MemberKind(each.kind), each.thing) for each in tasks]),
        statuses={(each.kind, each.thing): each.status for each in tasks},
        wants_letters=page.people.comments.wants_letters(user),
    )


@router.post("/me/notices")
def wish_letters(page: OpenPage, form: TakeForm) -> Response:
    """Whether a letter tells of being named."""
    page.people.comments.wish_letters(require_user(page), by_mail=bool(form.get("by_mail")))
    return page.go("/me/notices", notice=page.say("Kept."))


def _find(page: Page, kind: str, thing: str) -> tuple[MemberKind, str]:
    of = find_kind(kind)
    if of not in TALKED:
        raise NotInRecord(page.say("There is no such page on this desk; search for it, or begin at the first page."))
    return of, find_thing(page, of, thing)


def _is_shown(page: Page, kind: str, thing: str) -> bool:
    try:
        find_thing(page, MemberKind(kind), thing)
    except NotInRecord:
        return False
    return True


def _list_coders(page: Page) -> list[User]:
    """Who can look after something; only coders are told who works here."""
    if not page.visitor.is_at_least(Role.CODER):
        return []
    return [each for each in page.people.users.list() if each.role >= Role.CODER and not each.is_closed]
