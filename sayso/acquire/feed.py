"""A feed: the addresses of the reports that an RSS, Atom or JSON feed lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree

from sayso.errors import UnusableInput
from sayso.model.capture import Capture

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOST = 500  # entries: a feed lists its latest; one that lists more is an archive for `sayso read`


def list_entries(feed: Capture) -> tuple[str, ...]:
    """The addresses of a feed's entries, as the feed orders them, each once; none but http and https.

    RSS 2.0 and 1.0 (`item/link`), Atom (RFC 4287: `entry/link`, rel alternate or none) and JSON Feed 1.1
    (`items[].url`). Raises UnusableInput for bytes that are no feed.
    """
    found = (urljoin(feed.final_address or feed.address, link.strip()) for link in _list_links(feed))
    addresses = tuple(dict.fromkeys(link for link in found if urlsplit(link).scheme in {"http", "https"}))
    if not addresses:
        raise UnusableInput(feed.address, "is no feed with entries; give the address of an RSS, Atom or JSON feed")
    return addresses[:_MOST]


def _list_links(feed: Capture) -> Iterator[str]:
    if feed.payload.lstrip()[:1] == b"{":
        yield from _list_json(feed.payload)
        return
    # No entity of the document is followed: a feed may not read this machine's files, nor grow without end.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(feed.payload, parser)
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname == "item":
            yield from (link.text or "" for link in element if etree.QName(link).localname == "link")
        elif element.tag == f"{_ATOM}entry":
            links = element.findall(f"{_ATOM}link")
            yield from (link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate")


def _list_json(body: bytes) -> Iterator[str]:
    try:
        items = json.loads(body).get("items", ())
    except (ValueError, AttributeError):
        return
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            yield item["url"]
