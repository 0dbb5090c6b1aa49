"""Whether a holding covers a day. All of it is invented."""

import pytest

from sayso.model.holding import Coverage, Holding, HoldingStatus


def holding(start: str | None, end: str | None = None, said: str | None = "2031-03-09") -> Holding:
    return Holding("tar", ("Tar",), "column", ("the column",), start, end, HoldingStatus.UNDISPUTED, said, ("v1",), 1)


@pytest.mark.parametrize(
    ("held", "day", "covers"),
    [
        (holding("2031-03-02", "2031-03-05"), "2031-03-01", Coverage.NO),
        (holding("2031-03-02", "2031-03-05"), "2031-03-02", Coverage.YES),
        (holding("2031-03-02", "2031-03-05"), "2031-03-05", Coverage.YES),
        (holding("2031-03-02", "2031-03-05"), "2031-03-06", Coverage.NO),
        (holding("2028", "2031-03-05"), "2028-06-01", Coverage.PERHAPS),
        (holding("2028", "2031-03-05"), "2029", Coverage.YES),
        (holding("2031-03-02/2031-03-04"), "2031-03-03", Coverage.PERHAPS),
        (holding("2031-03-02/2031-03-04"), "2031-03-01", Coverage.NO),
        (holding("2031-03-02"), "2031-03-09", Coverage.YES),
        (holding("2031-03-02"), "2031-03-10", Coverage.PERHAPS),
        (holding("2031-03-02", said=None), "2031-03-02", Coverage.PERHAPS),
        (holding(None), "2031-03-01", Coverage.PERHAPS),
    ],
)
def test_a_day_is_covered_as_far_as_is_told(held: Holding, day: str, covers: Coverage) -> None:
    assert held.covers(day) is covers


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="no EDTF date"):
        holding("2031").covers("some day")
