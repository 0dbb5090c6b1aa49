"""`sayso simulate` leaves affairs that `sayso evaluate` takes, and never writes over one."""

from pathlib import Path

from typer.testing import CliRunner

import sayso.cli
from sayso.errors import UsageError
from sayso.evaluate import find_affairs, load_affair


def _simulate(*words: str):
    return CliRunner().invoke(sayso.cli.application(), ["simulate", *words])


def test_affairs_come_out_until_the_reports_are_enough(tmp_path: Path) -> None:
    done = _simulate("--reports", "90", "--seed", "3", "--output", str(tmp_path))
    assert done.exit_code == 0, done.output
    affairs = [load_affair(place) for place in find_affairs(tmp_path)]
    assert len(affairs) > 1
    assert sum(len(affair.reports) for affair in affairs) >= 90


def test_the_same_seed_writes_the_same_words(tmp_path: Path) -> None:
    for name in ("one", "other"):
        _simulate("--reports", "5", "--seed", "3", "--output", str(tmp_path / name))
    one, other = (
        {str(file.relative_to(tmp_path / name)): file.read_bytes() for file in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    )
    assert one == other
    assert one


def test_an_affair_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    words = ("--reports", "5", "--seed", "3", "--output", str(tmp_path))
    _simulate(*words)
    again = _simulate(*words)
    assert isinstance(again.exception, UsageError)
    assert "is there already" in str(again.exception)


def test_the_manual_s_example_runs() -> None:
    page = (Path(__file__).parent.parent / "docs" / "simulate.md").read_text(encoding="utf-8")
    example = page.partition("```python\n")[2].partition("```")[0].replace("10_000", "300")
    found: dict[str, object] = {}
    exec(example.replace("print(", "summary = (") + "\n", found)  # noqa: S102  # the manual's own words
    assert found["summary"]["events"]["claims"] >= 300  # type: ignore[index]
