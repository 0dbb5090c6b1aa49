"""A feed is its entries' addresses, and nothing that it hides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.acquire.feed import list_entries
from sayso.errors import UnusableInput
from sayso.model.capture import Capture

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>https://wire.example/</link>
<item><title>One</title><link>https://wire.example/1</link></item>
<item><title>Two</title><link>/2</link></item><item><link>https://wire.example/1</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://wire.example/"/>
<entry><link rel="self" href="https://wire.example/self"/><link href="https://wire.example/3"/></entry></feed>"""
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://wire.example/4"}, {"id": 5}]}'
SPY = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY spy SYSTEM "file:///etc/hostname">]>
<rss><channel><item><link>https://wire.example/&spy;</link></item><item><link>javascript:alert(1)</link></item></channel></rss>"""


def feed(payload: bytes) -> Capture:
    return Capture("https://wire.example/feed", payload, datetime(2024, 5, 1, tzinfo=UTC), "application/xml")


@pytest.mark.parametrize(
    ("body", "addresses"),
    [
        (RSS, ("https://wire.example/1", "https://wire.example/2")),
        (ATOM, ("https://wire.example/3",)),
        (JSON, ("https://wire.example/4",)),
    ],
)
def test_a_feed_lists_each_report_once(body: bytes, addresses: tuple[str, ...]) -> None:
    assert list_entries(feed(body)) == addresses


def test_an_entity_of_a_feed_reads_no_file() -> None:
    assert list_entries(feed(SPY)) == ("https://wire.example/",)


@pytest.mark.parametrize("body", [b"<html><p>no feed", b"{", b"[]", b"", b'{"items": 3}', b"\x00\xff"])
def test_what_is_no_feed_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(UnusableInput, match="is no feed"):
        list_entries(feed(body))
