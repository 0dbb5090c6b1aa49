"""The door: a capture to a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.errors import UnusableInput
from sayso.extract.article import is_html, read_article
from sayso.extract.byline import parse_byline
from sayso.extract.clean import Clean, Kept, clean
from sayso.extract.dateline import Dateline, parse_dateline
from sayso.extract.decode import REPLACEMENT, Decoded, decode, is_binary
from sayso.extract.flaw import find_flaws
from sayso.extract.frame import Frame, find_frame
from sayso.extract.header import Header, parse_header
from sayso.extract.heading import find_headings
from sayso.extract.language import detect_language
from sayso.extract.paragraph import split_paragraphs
from sayso.extract.publication import find_published
from sayso.model.capture import Capture
from sayso.model.report import Flaw, FlawKind, Published, Report, identify_report
from sayso.model.values.span import Span

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DATELINE_WITHIN = 3  # paragraphs of the body: a deck or a note may stand before it


@dataclass(frozen=True, slots=True)
class _Source:
    """A text to clean, what is stated about it, and whether it is the source itself, letter for letter."""

    text: str
    start: int
    stated: Header
    metadata_date: str | None = None
    byline: str | None = None
    canonical: str | None = None
    is_traced: bool = True
    headline: str | None = None  # of a flash that is no more than that: the title is the text


def extract(capture: Capture, *, outlet: str | None = None, url: str | None = None) -> Report:
    """The report that a capture holds: clean text and what the page says of it.

    `outlet` and `url` are what a person stated: both go before the page's own in the report's
    identity, and stand in its fields only where the page has none. Fields that the page does not give are None.
    For an HTML page, offsets of `stripped` are those of its main text, and there is no `source_map`.
    Raises UnusableInput, with what is wrong, for bytes that hold no text and pages without a body.
    """
    decoded = _decode(capture)
    source = _open(capture, decoded)
    paragraphs = split_paragraphs(source.text, start=source.start)
    frame = find_frame(
        paragraphs,
        title=source.stated.title,
        sections=source.stated.sections,
        outlet=source.stated.outlet or outlet,
    )
    body = clean(source.text, paragraphs, frame.cuts)
    if not body.text:
        raise UnusableInput(capture.address, "has nothing but page furniture; give a page with a report on it")
    return _report(capture, decoded, source, frame, body, outlet=outlet, url=url)


def _decode(capture: Capture) -> Decoded:
    if not capture.payload:
        raise UnusableInput(capture.address, "is empty; give a file with text in it")
    charset = _CHARSET.search(dict(capture.headers).get("content-type", ""))
    decoded = decode(capture.payload, declared=charset.group(1) if charset else None)
    if capture.payload.startswith(b"%PDF-"):
        raise UnusableInput(capture.address, "is a PDF; save its text as a .txt file and give that")
    if is_binary(decoded.text):
        raise UnusableInput(capture.address, "is no text (it holds binary data); give a text or HTML file")
    if not decoded.text.strip():
        raise UnusableInput(capture.address, "has no words in it; give a file with text in it")
    return decoded


def _open(capture: Capture, decoded: Decoded) -> _Source:
    """The text of a capture with what is stated about it: a page's article, or a text with or without a header."""
    if is_html(decoded.text, capture.media_type):
        return _open_page(capture, decoded)
    header = parse_header(decoded.text)
    if not decoded.text[header.end :].strip():
        if header.title:
            return _Source(header.title, 0, replace(header, title=None), is_traced=False, headline=header.title)
        raise UnusableInput(capture.address, "has a header and no text below it; put the report under a blank line")
    return _Source(decoded.text, header.end, header)


def _open_page(capture: Capture, decoded: Decoded) -> _Source:
    article = read_article(decoded.text, address=_address(capture), today=capture.acquired.date())
    if article is None:
        raise UnusableInput(capture.address, "is a page without a body; give the address of one report")
    stated = Header(outlet=article.outlet, language=article.language, title=article.title, sections=article.sections)
    return _Source(
        article.text,
        0,
        stated,
        metadata_date=article.published,
        byline=article.byline,
        canonical=article.canonical,
        is_traced=False,
    )


def _report(
    capture: Capture,
    decoded: Decoded,
    source: _Source,
    frame: Frame,
    body: Clean,
    *,
    outlet: str | None,
    url: str | None,
) -> Report:
    dateline = _find_dateline(body.kept)
    # A dateline's agency is the outlet only where nobody says better: other papers print agency reports too.
    page_outlet = source.stated.outlet or (dateline.agency if dateline and not outlet else None)
    page_url = source.stated.url or source.canonical or _address(capture)
    headings = find_headings(body.text, body.kept)
    published = find_published(
        stated=source.stated.published,
        metadata=source.metadata_date,
        dateline=dateline,
        url=page_url or url,
        stamps=frame.stamps,
    )
    following = [one.kind for one in body.stripped if one.before == len(body.text)]
    return Report(
        id=identify_report(url=url or page_url, outlet=outlet or page_outlet, text=body.text),
        address=capture.address,
        text=body.text,
        title=frame.title or source.headline,
        outlet=page_outlet or outlet,
        url=page_url or url,
        published=published,
        language=source.stated.language or detect_language(body.text),
        sections=frame.sections,
        byline=source.byline or frame.byline or _signature(body.kept),
        dateline=dateline.text if dateline else None,
        sha256=capture.sha256,
        flaws=(
            *find_flaws(body.text, body.kept, headings, following),
            *_missing(decoded, body.text, published=published, outlet=page_outlet or outlet),
        ),
        stripped=body.stripped,
        source_map=body.source_map if source.is_traced else (),
        headings=headings,
    )


def _address(capture: Capture) -> str | None:
    """Where on the network the capture stood; None for a file."""
    address = capture.final_address or capture.address
    return address if address.lower().startswith(("http://", "https://")) else None


def _find_dateline(kept: Sequence[Kept]) -> Dateline | None:
    found = (parse_dateline(one.paragraph.text) for one in kept[:_DATELINE_WITHIN])
    return next((dateline for dateline in found if dateline), None)


def _signature(kept: Sequence[Kept]) -> str | None:
    """A byline at the foot: it stays in the text, since what signs a letter is part of it."""
    return parse_byline(kept[-1].paragraph.text) if len(kept) > 1 else None


def _missing(decoded: Decoded, text: str, *, published: Published | None, outlet: str | None) -> list[Flaw]:
    """Flaws of the page as a whole: no date, no outlet, characters that were replaced."""
    flaws = []
    if published is None:
        flaws.append(Flaw(FlawKind.NO_DATE))
    if outlet is None:
        flaws.append(Flaw(FlawKind.NO_OUTLET))
    if decoded.is_damaged:
        at = text.find(REPLACEMENT)
        flaws.append(Flaw(FlawKind.ENCODING, Span.of(text, at, at + 1) if at >= 0 else None))
    return flaws
