"""The head of a report's page: what the page said of itself, or a person said of it, and where its bytes are from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from sayso.model.decision import REPORT_FIELDS
from sayso.model.report import Flaw, PublishedBasis, Report
from sayso.model.withholding import WITHHELD
from sayso.record import KeptCapture

#: Sections that every site has: a crumb of the desk's own says the same.
_OWN_CRUMBS = frozenset({"home", "reports"})


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a report's text. `link` is its address if it can be gone to, `file` its file's name if not.

    `missing` are the fields of `REPORT_FIELDS` that neither the page nor a person gives.
    """

    title: str | None
    outlet: str | None
    outlet_page: str | None
    byline: str | None
    dateline: str | None
    told: str | None
    basis: PublishedBasis | None
    language: str | None
    sections: tuple[str, ...]
    link: str | None
    file: str | None
    flaws: tuple[Flaw, ...]
    missing: tuple[str, ...]
    captures: tuple[KeptCapture, ...] = ()
    sha256: str | None = None
    is_withheld: bool = False

    @property
    def host(self) -> str:
        """The site that `link` leads to."""
        return urlsplit(self.link or "").hostname or ""


def view_head(report: Report, captures: Iterable[KeptCapture] = ()) -> Head:
    """The head of a report; `captures` are those of all its versions."""
    given = {"outlet": report.outlet, "published": report.told, "url": report.url, "language": report.language}
    is_withheld = report.address == WITHHELD
    return Head(
        title=report.title,
        outlet=report.outlet,
        outlet_page=f"/source/{quote(report.outlet, safe='')}" if report.outlet and report.outlet != WITHHELD else None,
        byline=report.byline,
        dateline=report.dateline,
        told=report.told,
        basis=report.published.basis if report.published else None,
        language=report.language,
        sections=tuple(section for section in report.sections if section.casefold() not in _OWN_CRUMBS),
        link=_find_link(report),
        file=None if _find_link(report) else PurePath(report.address).name,
        flaws=report.flaws,
        missing=() if is_withheld else tuple(name for name in REPORT_FIELDS if name in given and given[name] is None),
        captures=tuple(captures),
        sha256=report.sha256,
        is_withheld=is_withheld,
    )


def _find_link(report: Report) -> str | None:
    """The address on the web, if it has one: nothing else that a page may give as its address can be gone to."""
    return next((address for address in (report.url, report.address) if address and _is_on_web(address)), None)


def _is_on_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
