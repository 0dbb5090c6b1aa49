"""Voices: how many independent ones are heard on an event, and which?"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.evaluate.counts import Counts, VoiceTally
from sayso.evaluate.events import EventMatches
from sayso.evaluate.gold import GoldAffair, GoldEvent
from sayso.evaluate.prediction import PredictedEvent
from sayso.evaluate.words import strong_words


def count_voices(affair: GoldAffair, matches: EventMatches) -> Counts:
    """Over gold events with voices: those whose predicted event has as many, and the same ones."""
    tallies = (_count_event(event, matches[event.id]) for event in affair.events if event.voices)
    return Counts(voices=sum(tallies, start=VoiceTally()))


def _count_event(event: GoldEvent, predicted: PredictedEvent | None) -> VoiceTally:
    if predicted is None or len(predicted.voices) != len(event.voices):
        return VoiceTally(events=1)
    wanted = [strong_words(voice) for voice in event.voices]
    return VoiceTally(1, can_pair_all(wanted, predicted.voices), 1)


def can_pair_all(wanted: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> bool:
    """Whether each wanted voice can have a found one of its own with which it shares a word."""
    if not wanted:
        return True
    return any(
        wanted[0] & words and can_pair_all(wanted[1:], [*found[:index], *found[index + 1 :]])
        for index, words in enumerate(found)
    )
