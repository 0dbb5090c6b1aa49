"""Random affairs: some of the golden ones, each under names of its own, their reports in any order."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from sayso.corroborate.tests.affair import build, load
from sayso.corroborate.tests.test_golden import CASES
from sayso.engine.claims import write_claims
from sayso.model.resolution import Resolution


def mix_affairs(seed: int, *, most: int = 5) -> list[Resolution]:
    """Reports of up to `most` golden affairs; one affair may come twice, and then its words are told twice."""
    rng = Random(seed)  # noqa: S311 - a seed for tests, no secret
    cases = [rng.choice(CASES) for _ in range(rng.randint(1, most))]
    found = [each for number, case in enumerate(cases) for each in build(_rename(load(case), f"a{number}-"))]
    rng.shuffle(found)
    return found


def write_in_parts(resolutions: list[Resolution], folder: Path, seed: int) -> Path:
    """The reports as files of claims of any sizes, with row groups of any size."""
    rng = Random(seed)  # noqa: S311
    folder.mkdir()
    at = 0
    while at < len(resolutions):
        size = rng.randint(1, len(resolutions))
        write_claims(resolutions[at : at + size], folder / f"{at:03}.parquet", first=at, rows=rng.randint(1, 4))
        at += size
    return folder


def _rename(affair: dict[str, Any], prefix: str) -> dict[str, Any]:
    """The affair with other identifiers, and the same words."""
    entities = {
        prefix + key: {**row, **({"of": prefix + row["of"]} if row.get("of") else {})}
        for key, row in (affair.get("entities") or {}).items()
    }
    claims = [{**c, "id": prefix + c["id"], "report": prefix + c["report"]} for c in affair.get("claims") or []]
    reports = {prefix + key: row for key, row in affair["reports"].items()}
    return {**affair, "entities": entities, "claims": claims, "reports": reports}
