"""The golden cases of `tests/golden/when`: words, what they are counted from, and the date that they give."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.resolve.when import Anchor, Dating, parse

GOLDEN = Path(__file__).resolve().parents[4] / "tests" / "golden" / "when"


def cases() -> list[Any]:
    return [
        pytest.param(yaml.safe_load(path.read_text("utf-8")), id=path.stem) for path in sorted(GOLDEN.glob("*.yaml"))
    ]


def text(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("case", cases())
def test_date_is_what_the_words_give(case: dict[str, Any]) -> None:
    for row in case["cases"]:
        anchor = Anchor(text(row.get("at", case["told"])), text(row.get("scene")), ahead=row.get("ahead", False))
        found = parse(row["words"], anchor=anchor)
        if row["edtf"] is None:
            assert not isinstance(found, Dating), row["words"]
            assert found.because == row.get("because", found.because), row["words"]
        else:
            assert found == Dating(str(row["edtf"]), row["basis"]), row["words"]
