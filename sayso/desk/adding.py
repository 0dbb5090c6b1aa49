"""Adding: links, text, files and feeds that people bring, and how far the record is with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.responses import Response

from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotKnown, Refused
from sayso.model.decision import check_report_field
from sayso.model.identity import digest
from sayso.people import Role

router = APIRouter()

INBOX = ".inbox"  # the folder beside the record for what was pasted or uploaded; the bytes then go into custody too
_MOST_LINKS = 200
_LARGEST_FILE = 20_000_000  # bytes, as `Limits.max_bytes` of the stage that reads it
_STATED = ("outlet", "published", "url", "language")


@router.get("/add")
def show_adding(page: OpenPage) -> Response:
    """The form for links, text, files and feeds, and what was added of late."""
    page.require(Role.CODER)
    return _show(page)


@router.post("/add/links")
def add_links(page: OpenPage, form: TakeForm) -> Response:
    """Reads the pages of links, one in a line."""
    page.require(Role.CODER)
    links = form["links"].split()
    if wrong := _check_links(links):
        return _show(page, form=form, wrong={"links": wrong})
    return _begin(page, "read", inputs=links)


@router.post("/add/feed")
def add_feed(page: OpenPage, form: TakeForm) -> Response:
    """Reads what a feed lists now."""
    page.require(Role.CODER)
    address = form["feed"]
    if wrong := _check_links([address]):
        return _show(page, form=form, wrong={"feed": wrong})
    return _begin(page, "feed", address=address)


@router.post("/add/text")
def add_text(page: OpenPage, form: TakeForm) -> Response:
    """Reads a text that was pasted, with what the person says of it."""
    page.require(Role.CODER)
    stated = {field: form.get(field) for field in _STATED if form.get(field)}
    wrong = {field: said for field, value in stated.items() if (said := check_report_field(field, value))}
    if "url" in stated and (said := _check_links([stated["url"]])):
        wrong["url"] = said
    if not form.get("text"):
        wrong["text"] = page.say("Paste the words of the report here.")
    if wrong:
        return _show(page, form=form, wrong=wrong)
    title = " ".join(form.get("title").split())
    words = (f"title: {title}\n\n" if title else "") + form["text"].replace("\r\n", "\n") + "\n"
    kept = _keep(page, "pasted.txt", words.encode("utf-8", "replace"))
    return _begin(page, "read", inputs=[kept], stated=stated)


@router.post("/add/files")
def add_files(page: OpenPage, form: TakeForm) -> Response:
    """Reads files that were dropped or chosen."""
    page.require(Role.CODER)
    files = form.files("files")
    try:
        kept = [_keep(page, each.filename or "file", _take(each)) for each in files]
    except Refused as error:
        return _show(page, form=form, wrong={error.field: str(error)})
    if not kept:
        return _show(page, form=form, wrong={"files": page.say("Choose at least one file.")})
    return _begin(page, "read", inputs=kept)


@router.get("/add/job/{job_id}")
def show_job(page: OpenPage, job_id: str) -> Response:
    """How far a job is, and what came of it. Only who asked for it, and owners, see it."""
    page.require(Role.CODER)
    job = page.people.jobs.find(job_id)
    if job.asked_by != page.visitor.name and not page.visitor.is_at_least(Role.OWNER):
        raise NotKnown("There is no such job on this desk.")
    titles = {id_: _title(page, id_) for id_ in job.result.get("reports", ())}
    template = "add/progress.html" if page.is_part else "add/job.html"
    crumbs = ((page.say("Add"), "/add"),)
    return page.show(template, title=page.say("Adding reports"), crumbs=crumbs, job=job, titles=titles)


def _show(page: Page, *, form: Form | None = None, wrong: dict[str, str] | None = None) -> Response:
    fields = ("links", "feed", "text", "title", *_STATED)
    given = {field: form.get(field) if form else "" for field in fields}
    jobs = page.people.jobs.list(by=page.visitor.name)
    shown = [job for job in jobs if job.kind in {"read", "feed"}]
    status = 400 if wrong else 200
    values = {"given": given, "wrong": wrong or {}, "jobs": shown}
    return page.show("add/add.html", status=status, title=page.say("Add reports"), **values)


def _begin(page: Page, kind: str, **given: object) -> Response:
    job = page.people.jobs.add(kind, by=page.visitor.name, **given)
    page.office.hurry()
    return page.go(f"/add/job/{job.id}")


def _check_links(links: Sequence[str]) -> str | None:
    """Why these are no links to fetch; None if they are. Nobody names a file of this machine here."""
    if not links:
        return "Paste at least one link."
    if len(links) > _MOST_LINKS:
        return f"These are {len(links)} links; give at most {_MOST_LINKS} at once."
    for link in links:
        if not _is_link(link):
            return f"{link[:80]!r} is no link; it begins with https:// or http://."
    return None


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and len(link) < 4_000


def _take(file: UploadFile) -> bytes:
    payload = file.file.read(_LARGEST_FILE + 1)
    if len(payload) > _LARGEST_FILE:
        name = (file.filename or "a file")[:80]
        raise Refused("files", f"{name} is over {_LARGEST_FILE // 1_000_000} MB; give it to 'sayso read'.")
    return payload


def _keep(page: Page, name: str, payload: bytes) -> str:
    """Keeps bytes in the inbox under a name that leads nowhere else; gives their path."""
    plain = re.sub(r"[^\w.\- ]", "_", Path(name.replace("\\", "/")).name).strip(" .")[-80:] or "file"
    folder = page.record.place.with_suffix(INBOX) / digest(payload.decode("latin-1"))[:16]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / plain
    path.write_bytes(payload)
    return str(path)


def _title(page: Page, report: str) -> str:
    part = page.record.around_report(report)
    found = next(each.report for each in part.resolutions if each.report.id == report)
    return found.title or Path(found.address).name
