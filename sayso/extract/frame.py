"""The frame around a report: which paragraphs are page furniture, and what they tell of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.extract.breadcrumb import Breadcrumb, parse_breadcrumb
from sayso.extract.byline import parse_byline
from sayso.extract.calendar_words import find_date
from sayso.extract.furniture import Furniture, is_filler, is_list_label, is_reader_comment, recognise
from sayso.extract.paragraph import Paragraph
from sayso.extract.title import find_title, fold

_MASTHEAD_WORDS = 12  # a longer line above the title may be a deck
_DECK_WORDS = 30
_SLOGAN = re.compile(r"\s*[-–—|:·]\s")


@dataclass(frozen=True, slots=True)
class Frame:
    """What was found around the body. `cuts` has the kind of every paragraph that is not body, by its place.

    `stamps` are the cut lines above the body, where a date of publication may stand.
    """

    title: str | None
    sections: tuple[str, ...]
    byline: str | None
    stamps: tuple[str, ...]
    cuts: Mapping[int, str]


@dataclass
class _Draft:
    """A frame while it is being found: each step reads what those before it learnt."""

    title: str | None
    sections: tuple[str, ...]
    byline: str | None = None
    stamps: list[str] = field(default_factory=list)
    cuts: dict[int, str] = field(default_factory=dict)


def find_frame(
    paragraphs: Sequence[Paragraph],
    *,
    title: str | None = None,
    sections: tuple[str, ...] = (),
    outlet: str | None = None,
) -> Frame:
    """What of a page is not its body, given what its header or metadata say.

    In order: 1. lines that are furniture by their words alone, wherever they stand; 2. the entries of lists of
    other articles; 3. the margins, which reach to the first paragraph of prose and from the last one on;
    4. in the upper one breadcrumb and title; 5. in both menus set as columns; 6. in both what may be furniture,
    in the upper one byline, masthead and stamp.
    """
    draft = _Draft(title, sections)
    found = [recognise(paragraph.text) for paragraph in paragraphs]
    for place, furniture in enumerate(found):
        if furniture and furniture.is_certain:
            draft.cuts[place] = furniture.kind
    _cut_lists(draft, paragraphs)
    first, last = _body(draft, paragraphs)
    _cut_breadcrumbs(draft, paragraphs, first)
    _cut_titles(draft, paragraphs, first)
    _cut_columns(draft, paragraphs, found, first=first, last=last)
    first = max(first, _below_deck(draft, paragraphs, first))
    _cut_margins(draft, paragraphs, found, first=first, last=last, outlet=outlet)
    return Frame(draft.title, draft.sections, draft.byline, tuple(draft.stamps), draft.cuts)


def _body(draft: _Draft, paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Places of the first and last paragraph of prose; without any, everything counts as body.

    Everything, unless nothing is left but what may be furniture: then there is no body at all.
    """
    prose = [
        place
        for place, paragraph in enumerate(paragraphs)
        if place not in draft.cuts and paragraph.is_prose and not _is_frame_line(paragraph.text, draft)
    ]
    if prose:
        return prose[0], prose[-1]
    is_all_frame = all(place in draft.cuts or recognise(one.text) for place, one in enumerate(paragraphs))
    return (len(paragraphs), len(paragraphs)) if is_all_frame else (0, len(paragraphs) - 1)


def _is_frame_line(text: str, draft: _Draft) -> bool:
    """Whether a long line is a breadcrumb or the title all the same."""
    if draft.title and fold(text) == fold(draft.title):
        return True
    return parse_breadcrumb(text, title=draft.title, sections=draft.sections) is not None


def _cut_breadcrumbs(draft: _Draft, paragraphs: Sequence[Paragraph], first: int) -> None:
    for place, paragraph in enumerate(paragraphs[: first + 1]):
        crumb = parse_breadcrumb(paragraph.text, title=_known_title(draft, paragraphs, place), sections=draft.sections)
        if crumb is None or (place == first and crumb.title is None and paragraph.is_prose):
            continue
        draft.cuts[place] = "breadcrumb"
        _learn(draft, crumb, paragraphs[place + 1 :])


def _known_title(draft: _Draft, paragraphs: Sequence[Paragraph], place: int) -> str | None:
    """The title, or the next line where this one ends with it."""
    if draft.title:
        return draft.title
    text = paragraphs[place].text
    following = [later.text for later in paragraphs[place + 1 : place + 4] if later.words > 1]
    return next((later for later in following if text.endswith(later)), None)


def _learn(draft: _Draft, crumb: Breadcrumb, following: Sequence[Paragraph]) -> None:
    """Sections come from the first breadcrumb, the title from one whose end stands again below it."""
    draft.sections = draft.sections or crumb.sections
    if crumb.title and not draft.title and any(fold(later.text) == fold(crumb.title) for later in following[:4]):
        draft.title = crumb.title


def _cut_titles(draft: _Draft, paragraphs: Sequence[Paragraph], first: int) -> None:
    """The title at the top, as often as it stands there, and what stands above it.

    A title that only the text has is learnt first.
    """
    if draft.title is None:
        rest = [place for place in range(len(paragraphs)) if place not in draft.cuts]
        unframed = [place for place in rest if not _is_margin_line(paragraphs[place].text)]
        found = find_title([paragraphs[place] for place in unframed])
        if found is None:
            return
        draft.title = " ".join(paragraphs[unframed[found]].text.split())
    top = range(min(first + 2, len(paragraphs)))
    titles = [place for place in top if fold(paragraphs[place].text) == fold(draft.title)]
    for place in titles:
        draft.cuts[place] = "title"
    for place in range(titles[0] if titles else 0):
        if paragraphs[place].words <= _MASTHEAD_WORDS and not paragraphs[place].is_closed:
            draft.cuts.setdefault(place, "masthead")


def _is_margin_line(text: str) -> bool:
    return parse_byline(text) is not None or is_filler(text) or recognise(text) is not None


def _cut_columns(
    draft: _Draft,
    paragraphs: Sequence[Paragraph],
    found: Sequence[Furniture | None],
    *,
    first: int,
    last: int,
) -> None:
    """Menus with one name a line: runs of short open lines in a margin, from label to label, a third of them labels."""
    run: list[int] = []
    for place in range(len(paragraphs) + 1):
        in_margin = place < len(paragraphs) and not first <= place <= last
        if in_margin and draft.cuts.get(place) != "title" and _is_name(paragraphs[place]):
            run.append(place)
            continue
        labels = [one for one in run if found[one]]
        if len(labels) > 2 and len(labels) * 3 >= labels[-1] - labels[0]:
            for one in range(labels[0], labels[-1] + 1):
                draft.cuts.setdefault(one, "menu")
        run = []


def _is_name(paragraph: Paragraph) -> bool:
    return paragraph.words <= 4 and not paragraph.is_closed


def _below_deck(draft: _Draft, paragraphs: Sequence[Paragraph], first: int) -> int:
    """Where the upper margin ends when a deck reads as prose: below the one line with the date of publication.

    Only where no such line stands above: the second date of a diary is its second entry.
    """
    dates = [place for place in range(min(first + 8, len(paragraphs))) if _is_dated_stamp(paragraphs[place].text)]
    if not dates or dates[0] < first or dates[-1] > dates[0] + 2:
        return first
    decks = [place for place in range(first, dates[0]) if place not in draft.cuts and paragraphs[place].is_prose]
    return dates[-1] + 1 if len(decks) == 1 and paragraphs[decks[0]].words <= _DECK_WORDS else first


def _is_dated_stamp(text: str) -> bool:
    return is_filler(text) and find_date(text) is not None


def _cut_margins(
    draft: _Draft,
    paragraphs: Sequence[Paragraph],
    found: Sequence[Furniture | None],
    *,
    first: int,
    last: int,
    outlet: str | None,
) -> None:
    for place, paragraph in enumerate(paragraphs):
        is_above, is_below = place < first, place > last
        furniture = found[place]
        if is_above and (byline := parse_byline(paragraph.text)):
            draft.byline = draft.byline or byline
            draft.cuts[place] = "byline"
        elif is_above and place not in draft.cuts and _is_masthead(paragraph.text, outlet):
            draft.cuts[place] = "masthead"
        elif furniture and (is_above or is_below):
            draft.cuts.setdefault(place, furniture.kind)
        elif is_below and is_reader_comment(paragraph.text):
            draft.cuts[place] = "comments"
        if is_above and place in draft.cuts:
            draft.stamps.append(paragraph.text)


def _is_masthead(text: str, outlet: str | None) -> bool:
    """The outlet's name on its own, or with a slogan or desk behind it; never a sentence that begins with it."""
    if not outlet or not text.casefold().startswith(outlet.casefold()) or text.endswith("."):
        return False
    rest = text[len(outlet) :]
    return not rest.strip() or bool(_SLOGAN.match(rest) and len(rest.split()) <= 10)


def _cut_lists(draft: _Draft, paragraphs: Sequence[Paragraph]) -> None:
    """The entries under a list's label: titles and teasers of other articles, until a sentence of the body.

    A teaser that breaks off ("… that there is a …") goes with its list. Between paragraphs of prose a list ends
    at the next furniture, and the line right above prose is left, unless it is the only entry: it may
    be a heading. Below the body nothing ends it; sentences are left all the same. Above the body no
    list is looked for: it could swallow the title ("All news" is a menu's entry too).
    """
    prose = {place for place, one in enumerate(paragraphs) if place not in draft.cuts and one.is_prose}
    first, last = min(prose, default=len(paragraphs)), max(prose, default=len(paragraphs))
    labels = [place for place in draft.cuts if place > first and is_list_label(paragraphs[place].text)]
    for label in labels:
        for place in range(label + 1, len(paragraphs)):
            is_entry = place not in draft.cuts and _is_entry(paragraphs[place])
            if is_entry and not (place + 1 in prose and place > label + 1):
                draft.cuts[place] = "related"
            elif label < last:
                break


def _is_entry(paragraph: Paragraph) -> bool:
    """Whether a line can be an entry of a list: open at its end, or breaking off."""
    text = paragraph.text.rstrip()
    if text.endswith(("…", "...", "…]", "...]")):
        return True
    if paragraph.asks_of_event:
        return False
    return paragraph.words <= 20 and not text.endswith((".", ".”", '."', ":", ";"))
