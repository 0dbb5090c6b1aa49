"""The large record is one that the desk cannot tell from one that was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.desk import many
from benchmarks.desk.address import draw_addresses
from benchmarks.desk.many import build_record
from sayso.model.search import Kind, Search
from sayso.record import open_record
from sayso.settings import Settings
from sayso.workshop import open_knowledge


def test_every_copy_stands_by_itself_and_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "THEATRES", 1)
    place = tmp_path / "record.db"
    build_record(place, claims=600, knowledge=open_knowledge(Settings()), say=lambda _: None)
    with open_record(place) as record:
        assert not record.is_stale
        whole = record.snapshot()
        claims = [claim.id for each in whole.resolutions for claim in each.claims]
        assert len(claims) == len(set(claims)) >= 600
        for event in whole.corroboration.events[::9]:
            part = record.around_event(event.id)
            told = {claim.id for each in part.resolutions for claim in each.claims}
            assert told >= set(event.claims)
        for each in whole.resolutions[::20]:
            assert record.custody(each.report.id)[0].report.text == each.report.text
        words = " ".join(whole.resolutions[0].report.text.split()[:4])
        assert record.search(Search(kind=Kind.REPORT, words=words)).total > 1, "a copy is found beside its plate"
    assert all(draw_addresses(place)[kind] for kind in ("event", "report", "place", "source", "search"))
