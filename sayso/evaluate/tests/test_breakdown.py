"""Breakdown."""

import pytest

from sayso.evaluate.breakdown import Breakdown, kind_of_cue
from sayso.evaluate.counts import Tally


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "say or tell"),
        ("has told", "say or tell"),
        ("According to", "according to"),
        ("believes", "other words"),
        (None, "no cue"),
        ("", "no cue"),
    ],
)
def test_kinds_of_cue(cue: str | None, kind: str) -> None:
    assert kind_of_cue(cue) == kind


def test_breakdowns_of_affairs_add_up_name_by_name() -> None:
    one = Breakdown(types={"kill": Tally(1, 2, 3)}, speaker=Tally(1, 1, 1))
    other = Breakdown(types={"kill": Tally(1, 1, 1), "seize": Tally(0, 1, 0)}, speaker=Tally(0, 1, 1))
    both = one + other
    assert both.types == {"kill": Tally(2, 3, 4), "seize": Tally(0, 1, 0)}
    assert both.speaker == Tally(1, 2, 2)
