"""Pages that a person can read, and what is made of each: `tests/golden/extract`."""

import pathlib
from datetime import UTC, date, datetime
from typing import Any

import pytest
import yaml

from sayso.extract import extract
from sayso.model.capture import Capture
from sayso.model.report import Report

GOLDEN = pathlib.Path(__file__).resolve().parents[3] / "tests" / "golden" / "extract"
CASES = sorted(GOLDEN.glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_page_gives_the_expected_report(path: pathlib.Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    shown = show(extract(capture(case)))
    expected = (
        dict(case["expect"], text=case["expect"]["text"].rstrip("\n")) if "text" in case["expect"] else case["expect"]
    )
    assert {field: shown[field] for field in expected} == {field: plain(value) for field, value in expected.items()}


def test_golden_cases_are_found() -> None:
    assert len(CASES) > 10


def capture(case: dict[str, str]) -> Capture:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return Capture(case.get("address", "page.txt"), case["source"].encode(), noon, case.get("media_type", "text/plain"))


def plain(value: Any) -> Any:
    """YAML reads a day as a date; reports hold words."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def show(report: Report) -> dict[str, Any]:
    """A report in the words of the cases."""
    return {
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": [report.published.edtf, report.published.basis.value] if report.published else None,
        "language": report.language,
        "sections": list(report.sections),
        "byline": report.byline,
        "dateline": report.dateline,
        "headings": [heading.text for heading in report.headings],
        "flaws": [[flaw.kind.value, flaw.span.text if flaw.span else None] for flaw in report.flaws],
        "stripped": [[cut.kind, cut.text] for cut in report.stripped],
        "text": report.text,
    }
