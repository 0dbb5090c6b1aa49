"""Heading: what an event is called by on a page, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.desk.wording import keep_apart, word
from sayso.model.title import Title
from sayso.model.values.stance import ClaimType

Say = Callable[..., str]

#: What each part in an event is called on its page.
PARTS: Mapping[str, str] = {
    "actor": "Done by",
    "recipient": "To whom",
    "object": "What",
    "origin": "From",
    "destination": "To",
    "place": "Where",
}


def head_event(type_: ClaimType, title: Title, say: Say) -> str:
    """`Taken: Tel Arwan air base, by Northern Front`; the kind of event alone where no claim names anything."""
    kind = word(type_, say)
    whom = title.whom if not title.what else None
    named = [keep_apart(name, kind) for name in (title.what, whom, title.where) if name]
    if title.who:
        named.append(say("by %(who)s", who=keep_apart(title.who, kind)))
    return f"{kind}: {say(', ').join(named)}" if named else kind
