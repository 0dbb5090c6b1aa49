"""Every room of known things answers the same verbs."""

from types import ModuleType

import pytest

from sayso.resolve import actor, equipment, name, outlet, place, quantity, when

ROOMS = [actor, equipment, name, outlet, place, quantity, when]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
@pytest.mark.parametrize("verb", ["parse", "compare", "candidates", "resolve"])
def test_every_room_has_the_verb(room: ModuleType, verb: str) -> None:
    assert verb in room.__all__
    assert callable(getattr(room, verb))
    assert getattr(room, verb).__doc__
