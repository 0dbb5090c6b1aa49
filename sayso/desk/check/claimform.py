"""The form of a claim: its fields as a person sees and sends them, and the draft that they mean.

Each field of words has a second one for where they begin, which the page's script fills in; words that were typed are
looked for. Words always win over a place: a place that does not hold them counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sayso.desk.form import Form
from sayso.desk.language import N_
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.draft import AttributionDraft, Draft, Place, Step, draft_of, nest, place_of
from sayso.model.locating import LONGEST, PIECE, Occurrence, Unfound, find_pieces, find_place
from sayso.model.report import Report
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

#: Who says so, where it is none of the attributions that were found; `AROUND`: whoever the words around it name.
AROUND, OUTLET, OTHER = "", "outlet", "other"
_Kind = TypeVar("_Kind", ClaimType, Stance, Basis)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of words, and where they begin: offsets into the text, comma between pieces; empty where not known."""

    words: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """What stands in the fields. `speaker` is the identifier of an attribution, `outlet` or `other`."""

    words: Entry = Entry()
    trigger: Entry = Entry()
    type: str = ""
    stance: str = str(Stance.ASSERTED)
    basis: str = str(Basis.UNSTATED)
    roles: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    when: Entry = Entry()
    count: tuple[Entry, ...] = (Entry(),)
    manner: Entry = Entry()
    speaker: str = ""
    source: Entry = Entry()
    cue: Entry = Entry()
    because: str = ""

    def role(self, role: str) -> tuple[Entry, ...]:
        """The fields of a role, at least one."""
        return self.roles.get(role) or (Entry(),)


class Mistake(ValueError):
    """A field that cannot be so: the sentence to show, with its values, and the places to choose from if any."""

    def __init__(self, field: str, sentence: str, places: tuple[Occurrence, ...] = (), **values: object) -> None:
        super().__init__(sentence % values if values else sentence)
        self.field = field
        self.sentence = sentence
        self.places = places
        self.values = values

    def tell(self, say: Callable[..., str]) -> str:
        """The sentence in the visitor's language."""
        return say(self.sentence, **self.values)


def take_claim_form(form: Form) -> ClaimForm:
    """The fields as they were sent, nothing checked."""
    return ClaimForm(
        words=_entry(form, "words"),
        trigger=_entry(form, "trigger"),
        type=form.get("type"),
        stance=form.get("stance"),
        basis=form.get("basis"),
        roles={str(role): _entries(form, f"role_{role}") for role in Role},
        when=_entry(form, "when"),
        count=_entries(form, "count") or (Entry(),),
        manner=_entry(form, "manner"),
        speaker=form.get("speaker"),
        source=_entry(form, "source"),
        cue=_entry(form, "cue"),
        because=form.get("because"),
    )


def show_draft(draft: Draft, text: str, speaker: str) -> ClaimForm:
    """The fields of a claim that stands, to be amended; `speaker` as in the form."""
    nearest = draft.said[0] if draft.said else Step()
    roles = {
        str(role): tuple(_show(place, text) for each, place in draft.roles if each is role)
        for role in dict.fromkeys(role for role, _ in draft.roles)
    }
    return ClaimForm(
        words=_show_pieces(draft.words, text),
        trigger=_show(draft.trigger, text),
        type=str(draft.type),
        stance=str(draft.stance),
        basis=str(draft.basis),
        roles=roles,
        when=_show(draft.when, text),
        count=tuple(_show(place, text) for place in draft.quantities) or (Entry(),),
        manner=_show(draft.manner, text),
        speaker=speaker,
        source=_show(nearest.source, text),
        cue=_show(nearest.cue, text),
    )


def make_draft(
    form: ClaimForm,
    report: Report,
    attributions: Sequence[Attribution],
    *,
    was: Draft | None = None,
    speaker: str | None = None,
) -> Draft:
    """The claim that the fields mean. `was` is the claim before an amendment and `speaker` what its form had: what
    the fields do not show stays.

    Raises Mistake for the first field that cannot be so.
    """
    text = report.text
    words = _find_pieces("words", form.words, text)
    whole = words[0][0], words[-1][1]
    draft = Draft(
        report=report.id,
        version=report.version,
        type=_choose("type", form.type, ClaimType),
        stance=_choose("stance", form.stance, Stance),
        words=words,
        trigger=_find_trigger(form.trigger, text, whole, was),
        roles=tuple(
            (role, place)
            for role in Role
            for entry in form.role(str(role))
            if (place := _find(f"role_{role}", entry, text, whole))
        ),
        when=_find("when", form.when, text, whole),
        quantities=tuple(place for entry in form.count if (place := _find("count", entry, text, whole))),
        manner=_find("manner", form.manner, text, whole),
        basis=_choose("basis", form.basis or Basis.UNSTATED, Basis),
        id=was.id if was else None,
    )
    said = _say(form, attributions, text, whole)
    if was and (form.speaker == speaker != OTHER or said[:1] == was.said[:1]):
        return replace(draft, said=was.said)
    if was is None or form.speaker == OUTLET:
        return replace(draft, said=said)
    return nest(replace(draft, said=said), attributions)


def make_attribution(form: ClaimForm, report: Report) -> AttributionDraft:
    """The attribution that the fields of words, source and cue mean. Raises Mistake."""
    content = _find_pieces("words", form.words, report.text)
    whole = content[0][0], content[-1][1]
    return AttributionDraft(report.id, report.version, _other(form, report.text, whole), content)


def speaker_of(claim: Claim, attributions: Sequence[Attribution]) -> str:
    """What the field of the speaker has for a claim that stands."""
    if any(each.id == claim.said_in for each in attributions):
        return claim.said_in or OUTLET
    return OTHER if draft_of(claim, attributions).said else OUTLET


def _say(form: ClaimForm, attributions: Sequence[Attribution], text: str, whole: Place) -> tuple[Step, ...]:
    """Who says so, as far as the form tells."""
    if form.speaker in (AROUND, OUTLET):
        return ()
    if form.speaker == OTHER:
        return (_other(form, text, whole),)
    chosen = next((each for each in attributions if each.id == form.speaker), None)
    if chosen is None:
        raise Mistake("speaker", N_("Say who says so: one of those who are found, other words, or the outlet itself."))
    return (_step_of(chosen),)


def _other(form: ClaimForm, text: str, whole: Place) -> Step:
    source = _find("source", form.source, text, whole)
    cue = _find("cue", form.cue, text, source or whole)
    if source is None and cue is None:
        raise Mistake("source", N_("Give the words for who says so, or the words of saying."))
    return Step(source, cue)


def _step_of(attribution: Attribution) -> Step:
    source = place_of(attribution.sources[0]) if attribution.sources else None
    cue = place_of(attribution.cues[0]) if attribution.cues else None
    understood = attribution.antecedent.text if attribution.antecedent and not source else ""
    return Step(source, cue, understood)


def _find_trigger(entry: Entry, text: str, whole: Place, was: Draft | None) -> Place | None:
    """The word that tells of the happening, inside the claim's words; one that these do not reach any more is none."""
    place = _find("trigger", entry, text, whole)
    if place is None or (whole[0] <= place[0] and place[1] <= whole[1]):
        return place
    if was and was.trigger == place:
        return None
    raise Mistake("trigger", N_("The word that tells of it must stand in the claim's words."))


def _find(name: str, entry: Entry, text: str, near: Place) -> Place | None:
    if not entry.words:
        return None
    places = _read_at(entry.at)
    try:
        return find_place(entry.words, text, at=places[0] if places else None, near=near)
    except Unfound as error:
        raise _tell(name, error) from error


def _find_pieces(name: str, entry: Entry, text: str) -> tuple[Place, ...]:
    if not entry.words:
        raise Mistake(name, N_("Select the words in the text, or type them here as they stand there."))
    try:
        return find_pieces(entry.words, text, at=_read_at(entry.at))
    except Unfound as error:
        raise _tell(name, error) from error


def _tell(name: str, error: Unfound) -> Mistake:
    if error.places:
        sentence = N_("These words stand in the text %(count)s times; say which are meant.")
        return Mistake(name, sentence, error.places, count=len(error.places))
    if len(error.words) > LONGEST:
        return Mistake(name, N_("These are more words than one claim has; select fewer."))
    words = error.words if len(error.words) < 80 else error.words[:80] + PIECE
    return Mistake(name, N_("“%(words)s” does not stand in the text; copy the words as they are there."), words=words)


def _choose(name: str, value: str, kind: type[_Kind]) -> _Kind:
    try:
        return kind(value)
    except ValueError:
        if not value:
            raise Mistake(name, N_("Choose one.")) from None
        shown = value[:40]
        raise Mistake(name, N_("“%(value)s” is none of those to choose from."), value=shown) from None


def _read_at(at: str) -> tuple[int, ...]:
    """Offsets as they were sent; nothing where they are no numbers, since the words tell too."""
    parts = at.split(",") if at else []
    are_numbers = all(each.isascii() and each.isdigit() and len(each) < 10 for each in parts)
    return tuple(int(each) for each in parts) if are_numbers else ()


def _entry(form: Form, name: str) -> Entry:
    return Entry(form.get(name), form.get(f"{name}_at"))


def _entries(form: Form, name: str) -> tuple[Entry, ...]:
    words, places = form.many(name), form.many(f"{name}_at")
    padded = (*places, *[""] * len(words))
    return tuple(Entry(each, at) for each, at in zip(words, padded, strict=False))


def _show(place: Place | None, text: str) -> Entry:
    return Entry(text[slice(*place)], str(place[0])) if place else Entry()


def _show_pieces(places: Sequence[Place], text: str) -> Entry:
    return Entry(
        f" {PIECE} ".join(text[slice(*place)] for place in places), ",".join(str(place[0]) for place in places)
    )
