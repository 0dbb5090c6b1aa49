"""Wording: how values of the record are put into a page's words; templates use these as filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from sayso.brief import HAPPENED, PUTS
from sayso.model.assessment import CREDIBILITIES, RELIABILITIES
from sayso.model.conflict import ConflictOn
from sayso.model.event import Event
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.place import PlaceKind
from sayso.model.report import FlawKind, Report
from sayso.model.values import edtf
from sayso.model.values.stance import Basis, ClaimType, Role, Stance
from sayso.model.voice import Interest

Translate = Callable[[str], str]

#: Enumerations in words, by kind and value; the catalogue of messages has each.
WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ClaimType: {str(type_): word for type_, word in HAPPENED.items()},
    Stance: {str(stance): str(stance) for stance in Stance},
    Interest: {"for": "for", "against": "against", "third": "third party", "unknown": "interest not known"},
    Role: {str(role): str(role) for role in Role},
    Basis: {
        "saw": "saw it",
        "told": "was told",
        "images": "from images",
        "document": "from a document",
        "unstated": "does not say how",
    },
    ConflictOn: {
        "holder": "who holds it",
        "responsibility": "who did it",
        "occurrence": "whether it happened",
        "manner": "how it happened",
        "number": "how many",
        "time": "when",
        "motive": "why",
    },
    PlaceKind: {
        "country": "country",
        "region": "region",
        "district": "district",
        "settlement": "settlement",
        "quarter": "quarter of a town",
        "airfield": "airfield",
        "base": "base",
        "camp": "camp",
        "crossing": "crossing",
        "port": "port",
        "oil": "oil field, refinery or terminal",
        "island": "island",
        "water": "river, lake or sea",
        "terrain": "mountain, valley or desert",
        "site": "site",
    },
    HoldingStatus: {"undisputed": "undisputed", "disputed": "disputed", "claimed": "only claimed"},
    Relation: {
        "copy": "copy",
        "translation": "translation",
        "rewrite": "rewrite",
        "credit": "takes over, with credit",
        "version": "later version",
    },
    FlawKind: {
        "truncated": "a sentence breaks off",
        "cut_short": "the text seems to go on elsewhere",
        "no_date": "the page gives no date",
        "no_outlet": "the page names no outlet",
        "encoding": "some bytes were no text",
        "unreadable_language": "the reader does not know this language",
    },
}

#: A message that every catalogue has: where it is not translated, the page is in English.
IN_ENGLISH = "Home"

#: What a speaker does with each stance: `denies`.
VERBS: Mapping[str, str] = {str(stance): verb for stance, verb in PUTS.items()}

#: Signs without a shape, around words that run from right to left among others (Unicode, bidirectional algorithm).
TURN, TURN_BACK = "\u2067", "\u2069"

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def add_filters(environment: Environment, translate: Translate) -> None:
    """Gives an environment of templates the desk's filters, in one language."""
    environment.filters["word"] = lambda value: word(value, translate)
    environment.filters["said"] = lambda sentence: mark_language(sentence, translate)
    environment.filters["verb"] = lambda stance: translate(VERBS[str(stance)])
    environment.filters["date"] = lambda text: write_date(text, translate)
    environment.filters["url"] = url_of
    environment.filters["quoted"] = lambda text: quote(str(text), safe=":")
    environment.globals["grades"] = {"source": RELIABILITIES, "claim": CREDIBILITIES}


def word(value: StrEnum, translate: Translate) -> str:
    """An enumeration's value in words: `Taken`, `third party`."""
    return translate(WORDS.get(type(value), {}).get(str(value), str(value).replace("_", " ")))


def mark_language(sentence: str, translate: Translate) -> Markup:
    """A sentence of the engine in the visitor's language; without a translation, marked as the English it is."""
    said = translate(sentence)
    if said != sentence or translate(IN_ENGLISH) == IN_ENGLISH:
        return escape(said)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(sentence)


def url_of(thing: Event | Report) -> str:
    """The address of an event's or a report's page."""
    return f"/{'event' if isinstance(thing, Event) else 'report'}/{thing.id}"


def write_date(text: str | None, translate: Translate) -> str:
    """A date (EDTF) for people, no more exact than it is: `3 Jun 2017`, `May 2020`, `about 2019`, `1-3 Jun 2017`.

    What no plain words fit stays as it is written.
    """
    if not text:
        return translate("no date")
    if "/" in text:
        first, _, last = text.partition("/")
        return f"{_write_end(first, translate)} – {_write_end(last, translate)}"
    return _write_day(text, translate)


def _write_end(text: str, translate: Translate) -> str:
    return translate("open") if text in {"", ".."} else _write_day(text, translate)


def _write_day(text: str, translate: Translate) -> str:
    sign = text[-1] if text[-1] in "~?%" else ""
    plain = text.rstrip("~?%").partition("T")[0]
    parts = plain.split("-")
    if not edtf.is_valid(plain) or not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return text  # a season
    written = [str(int(parts[2]))] if len(parts) == 3 else []
    written += [translate(MONTHS[int(parts[1]) - 1])] if len(parts) > 1 else []
    said = " ".join([*written, parts[0]])
    about = translate("about")
    return _isolate({"~": f"{about} {said}", "?": f"{said} (?)", "%": f"{about} {said} (?)"}.get(sign, said))


def keep_apart(name: str, beside: str) -> str:
    """A name that runs its own way, "12 soldiers" too, where the words beside it are Arabic."""
    return name if beside.isascii() else f"\u2068{name}{TURN_BACK}"


def _isolate(said: str) -> str:
    """A date of a month in Arabic stands in one piece, also among words that run from left to right."""
    return said if said.isascii() else f"{TURN}{said}{TURN_BACK}"
