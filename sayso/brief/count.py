"""Counts: voices, not copies, put in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.brief.wording import PUT_BY, plural
from sayso.model.concealing import AT_LEAST_ONE
from sayso.model.event import Event
from sayso.model.values.stance import Stance
from sayso.model.voice import Interest, Voice


def caption_event(event: Event, *, reports: int) -> str:
    """`3 voices (1 for, 2 third) in 11 reports; denied by 1 (against)`.

    The headline number is the voices that assert it; all others are counted under their own names. Where a voice
    is withheld and few are heard: `at least one voice in 2 reports`; stances are not told, each could tell of one more.
    """
    if event.at_least:
        return f"{AT_LEAST_ONE} in {plural(reports, 'report')}"
    parts = [f"{_support(event.voices)} in {plural(reports, 'report')}"]
    for stance, words in PUT_BY.items():
        heard = [voice for voice in event.voices if stance in voice.stances]
        if heard:
            parts.append(f"{words} {len(heard)}{_interests(heard)}")
    if event.unsourced:
        parts.append(f"{plural(len(event.unsourced), 'claim')} unsourced")
    return "; ".join(parts)


def caption_voices(voices: Iterable[Voice]) -> str:
    """`2 voices (1 for, 1 third): A, B`."""
    heard = list(voices)
    if any(voice.name == AT_LEAST_ONE for voice in heard):
        return AT_LEAST_ONE
    names = ", ".join(voice.name for voice in heard)
    return f"{plural(len(heard), 'voice')}{_interests(heard)}: {names}" if heard else "no voice (unsourced)"


def count_voices(count: int, at_least: int | None = None) -> str:
    """`2 voices`; `at least one voice` where a withheld one keeps the number from being told."""
    return AT_LEAST_ONE if at_least else plural(count, "voice")


def caption_interest(voice: Voice) -> str:
    """`against`, or `against; speaks against its own interest`."""
    return f"{voice.interest}; speaks against its own interest" if voice.against_own_interest else str(voice.interest)


def _support(voices: Iterable[Voice]) -> str:
    asserting = [voice for voice in voices if Stance.ASSERTED in voice.stances]
    if not asserting:
        return "no voice asserts it"
    return plural(len(asserting), "voice") + _interests(asserting)


def _interests(voices: Sequence[Voice]) -> str:
    """` (1 for, 2 third)`, ` (against)` for one voice, nothing where no interest is known."""
    found = Counter(voice.interest for voice in voices)
    if not set(found) - {Interest.UNKNOWN}:
        return ""
    if len(voices) == 1:
        return f" ({voices[0].interest})"
    return f" ({', '.join(f'{found[interest]} {interest}' for interest in Interest if found[interest])})"
