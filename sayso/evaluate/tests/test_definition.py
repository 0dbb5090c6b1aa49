"""Our scores are those of the definition, `affairs/score.py`, to the tenth, on whole and on damaged records."""

import json
import subprocess
import sys

import pytest

from sayso.evaluate import find_affairs, load_affair, score_affair, sum_counts, summarise, write_ideal_rows
from sayso.evaluate.damage import DAMAGES


@pytest.fixture(scope="module")
def affairs(shared):
    return [load_affair(folder) for folder in find_affairs(shared / "affairs")]


def damage(rows, place):
    """Three damages, others for each place."""
    for step in (0, 5, 11):
        rows = DAMAGES[(place + step) % len(DAMAGES)].apply(rows)
    return rows


def by_definition(shared, *words):
    script = shared / "affairs" / "score.py"
    done = subprocess.run([sys.executable, script, *words, "--json"], capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout)


def write(rows, file):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.mark.parametrize("place", range(11))
def test_every_affair_scores_as_defined_however_it_is_damaged(shared, affairs, tmp_path, place):
    affair = affairs[place % len(affairs)]
    rows = damage(write_ideal_rows(affair), place)
    file = write(rows, tmp_path / "record.jsonl")
    assert summarise(score_affair(affair, rows)) == by_definition(shared, shared / "affairs" / affair.name, file)


@pytest.mark.parametrize("offset", [None, 7])
def test_all_affairs_together_score_as_defined(shared, affairs, tmp_path, offset):
    counts = []
    for place, affair in enumerate(affairs):
        rows = write_ideal_rows(affair)
        if offset is not None:
            rows = damage(rows, place + offset)
        write(rows, tmp_path / f"{affair.name}.jsonl")
        counts.append(score_affair(affair, rows))
    command = f"cp {tmp_path}/$(basename $(dirname {{reports}})).jsonl {{out}}"
    assert summarise(sum_counts(counts)) == by_definition(shared, shared / "affairs", "--run", command)
