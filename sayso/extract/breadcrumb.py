"""The breadcrumb: the line above a report that says which section of its site it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.extract.title import fold

_ROOT_NAMES = (
    "home,home page,homepage,front page,first page,main,main page,start,news,accueil,a la une,à la une,inicio,início,"
    "startseite,ana sayfa,anasayfa,beranda,главная,головна,الرئيسية,الصفحة الرئيسية,خانه,صفحه نخست"
)
_ROOTS = frozenset(_ROOT_NAMES.split(","))
_HERE = re.compile(r"^\W*(?:you are (?:here|in)|vous êtes ici|usted está aquí)\s*:?\s*", re.IGNORECASE)
_ARROWS = re.compile(r"\s*[»›▸→]\s*|\s+>{1,2}\s*|\s*::\s*")
_SLASHES = re.compile(r"\s+[/:\\]\s+")
_TAIL = re.compile(r"\s{3,}|\t")  # after a run of blanks stands something else: a date, a share bar
_LONGEST = 400  # characters
_LONGEST_SECTION = 5  # words; "Letters from the southern front" is the longest seen


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """Sections from the root down, and the title if the trail ends with it."""

    sections: tuple[str, ...]
    title: str | None = None


def parse_breadcrumb(text: str, *, title: str | None, sections: tuple[str, ...] = ()) -> Breadcrumb | None:
    """The breadcrumb that a line is, or None for another line.

    `title` and `sections` are what is known of the report already. Arrows make a breadcrumb of any
    short names; slashes and colons, which text may hold, only after a root such as "Home". Without
    separators ("Home Reports Town falls") the line has to end with the title.
    Misses trails set with bars: those cannot be told from a menu.
    """
    if len(text) > _LONGEST:
        return None
    trail = _HERE.sub("", text)
    trail = _TAIL.split(_close_up(trail))[0].strip()
    for separator in (_ARROWS, _SLASHES):
        parts = [part for part in separator.split(trail) if part]
        if len(parts) > 1 and (found := _of_parts(parts, separator, trail, title=title, sections=sections)):
            return found
    return _unseparated(trail, title)


def _close_up(trail: str) -> str:
    """One blank around each separator, so that a run of blanks can only end the trail."""
    return re.sub(r"\s*([»›▸→>/])\s+", r" \1 ", trail)


def _of_parts(
    parts: list[str], separator: re.Pattern[str], trail: str, *, title: str | None, sections: tuple[str, ...]
) -> Breadcrumb | None:
    ending = _title_in(trail, parts, separator, title)
    names = parts[: ending[0]] if ending else parts
    is_rooted = names[0].lower() in _ROOTS or [fold(name) for name in names] == [fold(one) for one in sections]
    if not is_rooted and separator is _SLASHES:
        return None
    if not is_rooted and not (ending or all(len(name.split()) <= 3 for name in names)):
        return None
    if any(len(name.split()) > _LONGEST_SECTION for name in names):
        return None
    return Breadcrumb(tuple(names), ending[1] if ending else None)


def _title_in(trail: str, parts: list[str], separator: re.Pattern[str], title: str | None) -> tuple[int, str] | None:
    """Where the title begins among the parts: the one known, which may hold separators itself, or a long last part."""
    if title and fold(trail).endswith(fold(title)):
        for place in range(1, len(parts)):
            if fold("".join(parts[place:])) == fold(separator.sub("", title)):
                return place, title
    if len(parts[-1].split()) > 4:
        return len(parts) - 1, parts[-1]
    return None


def _unseparated(trail: str, title: str | None) -> Breadcrumb | None:
    """A root, perhaps a section, and the title: "Home Reports Town falls"."""
    if not title or not trail.endswith(title) or fold(trail) == fold(title):
        return None
    root, _, section = trail[: -len(title)].strip().partition(" ")
    if root.lower() not in _ROOTS or len(section.split()) > _LONGEST_SECTION:
        return None
    return Breadcrumb((root, section) if section else (root,), title)
