"""Every thing can be said in several ways, each of which says the same under a translation."""

from __future__ import annotations

import pytest

from sayso.simulate.wording import FRAMES, OPPOSED_WAYS, WAYS, WORDINGS, Saying, Wording

_ALL = [saying for wording in WORDINGS.values() for saying in wording.sayings] + [
    frame for frames in FRAMES.values() for frame in frames
]


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=lambda wording: wording.name)
def test_one_thing_has_several_words(wording: Wording) -> None:
    texts = {"".join(piece.text or piece.slot for piece in saying.pieces) for saying in wording.sayings}
    assert len(texts) == len(wording.sayings) >= 2
    assert all(sum(piece.is_trigger for piece in saying.pieces) <= 1 for saying in wording.sayings)
    assert len(FRAMES[wording.frames]) >= (1 if wording.frames == "own" else 2)


def test_a_translation_changes_words_and_no_slot() -> None:
    for saying in _ALL:
        assert [piece.slot for piece in saying.pieces] == [piece.slot for piece in saying.translated]
    changed = [saying for saying in _ALL if _text(saying.pieces) != _text(saying.translated)]
    assert len(changed) > len(_ALL) / 2


def _text(pieces: Saying) -> list[str]:
    return [piece.text for piece in pieces]


def test_opposed_ways_have_words() -> None:
    assert {way for pair in OPPOSED_WAYS for way in pair} == set(WAYS)
