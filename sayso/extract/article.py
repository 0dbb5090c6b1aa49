"""An HTML page: its main text and what its markup says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import trafilatura
from lxml import etree, html

_BREADCRUMBS = (
    '//nav[contains(translate(@aria-label, "B", "b"), "breadcrumb")]',
    '//*[contains(concat(" ", translate(@class, "B-_", "b  "), " "), " breadcrumb")]',
)
_LEAST = 60  # characters: less is a caption or a notice, not a report


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, in plain text, paragraphs apart; None where it says nothing."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    canonical: str | None = None
    sections: tuple[str, ...] = ()


def is_html(text: str, media_type: str) -> bool:
    """Whether a capture is a page: by its type, or by how it begins."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return True
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", text[:500], re.IGNORECASE))


def read_article(page: str, *, address: str | None, today: date) -> Article | None:
    """The article on a page, or None for a page without a body.

    1. trafilatura with its fallbacks; 2. if that finds too little, the text of all paragraphs. Dates are those
    that the markup states and none later than `today`, the day of the capture. `address` is where the page stood.
    """
    tree = _parse(page)
    if tree is None:
        return None
    found = _main_text(page, today)
    text = found.get("text") or ""
    if len(text) < _LEAST:
        text = max(text, _all_paragraphs(tree), key=len)
    if not text.strip():
        return None
    return Article(
        text=text,
        title=_first(tree, '//meta[@property="og:title"]/@content') or found.get("title"),
        outlet=_site_name(tree),
        byline=found.get("author"),
        published=found.get("date"),
        language=_language(tree),
        canonical=_canonical(tree, address),
        sections=tuple(_sections(tree)),
    )


def _parse(page: str) -> html.HtmlElement | None:
    # Bytes, not characters: lxml refuses characters that declare an encoding of their own.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _main_text(page: str, today: date) -> dict[str, Any]:
    found = trafilatura.bare_extraction(
        page.encode("utf-8", "replace").decode("utf-8"),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        # Extensive search takes any date in the text for the page's own: nothing is invented here.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": today.isoformat()},
    )
    if found is None:
        return {}
    fields: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return {**fields, "text": "\n\n".join(line for line in (fields.get("text") or "").splitlines() if line.strip())}


def _all_paragraphs(tree: html.HtmlElement) -> str:
    """Every paragraph of a page: a second try where the main text was not found."""
    inside = "[not(ancestor::nav or ancestor::footer or ancestor::header or ancestor::aside or ancestor::form)]"
    texts = (" ".join(node.text_content().split()) for node in tree.xpath(f"//p{inside} | //h2{inside} | //li{inside}"))
    return "\n\n".join(text for text in texts if text)


def _first(tree: html.HtmlElement, *paths: str) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if text := " ".join(str(value).split()):
                return text
    return None


def _site_name(tree: html.HtmlElement) -> str | None:
    """The outlet as the page names it: its site name, its publisher, or its application name."""
    stated = _first(tree, '//meta[@property="og:site_name"]/@content')
    publishers = (_name(node.get("publisher")) for node in _linked_data(tree))
    named = next((name for name in publishers if name), None)
    return stated or named or _first(tree, '//meta[@name="publisher" or @name="application-name"]/@content')


def _language(tree: html.HtmlElement) -> str | None:
    stated = _first(tree, "/html/@lang", "//html/@lang", '//meta[@http-equiv="content-language"]/@content')
    code = (stated or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if re.fullmatch("[a-z]{2,3}", code) else None


def _canonical(tree: html.HtmlElement, address: str | None) -> str | None:
    """The address that a page gives as its own; None where it points to another site or to a front page.

    A canonical link to another site is a credit, not this report's address: two sites are two reports.
    """
    stated = _first(tree, '//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')
    if not stated:
        return None
    try:
        whole = urljoin(address or "", stated)
        given, found = urlsplit(address or whole), urlsplit(whole)
    except ValueError:
        return None
    is_page = found.scheme in ("http", "https") and bool(found.path.strip("/") or found.query)
    return whole if is_page and _host(given.hostname) == _host(found.hostname) else None


def _host(name: str | None) -> str:
    return (name or "").removeprefix("www.").removeprefix("m.")


def _sections(tree: html.HtmlElement) -> Iterator[str]:
    """The links of the breadcrumb, or what the linked data or the metadata say of sections; the title is none."""
    for node in _linked_data(tree):
        if node.get("@type") == "BreadcrumbList":
            items = [item for item in _as_list(node.get("itemListElement")) if isinstance(item, dict)]
            names = [_name(item) or _name(item.get("item")) for item in items]
            yield from [name for name in names if name][: len(names) - 1 if len(names) > 1 else None]
            return
    for path in _BREADCRUMBS:
        if links := tree.xpath(f"{path}//a"):
            yield from dict.fromkeys(text for link in links if (text := " ".join(link.text_content().split())))
            return
    if section := _first(tree, '//meta[@property="article:section"]/@content'):
        yield section


def _linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page, graphs opened; what is no JSON is passed over."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            held = json.loads(script)
        except ValueError:
            continue
        for node in _as_list(held):
            if isinstance(node, dict):
                yield node
                yield from (inner for inner in _as_list(node.get("@graph")) if isinstance(inner, dict))


def _as_list(held: object) -> list[Any]:
    if held is None:
        return []
    return held if isinstance(held, list) else [held]


def _name(held: object) -> str | None:
    found = held.get("name") if isinstance(held, dict) else held
    return " ".join(found.split()) or None if isinstance(found, str) else None
