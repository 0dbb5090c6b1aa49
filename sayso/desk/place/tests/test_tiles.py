"""The user's own base map: handed out in pieces, and only where there is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from sayso.desk.app import create_app
from sayso.desk.conftest import Desk
from sayso.settings import load_settings


def test_a_map_gets_the_bytes_that_it_asks_for(desk: Desk, tmp_path: Path) -> None:
    tiles = tmp_path / "own.pmtiles"
    tiles.write_bytes(bytes(range(200)))
    office = replace(desk.office, settings=replace(desk.office.settings, tiles=str(tiles)))
    with TestClient(create_app(office)) as client:
        answer = client.get("/tiles.pmtiles", headers={"Range": "bytes=10-19"})
        assert (answer.status_code, answer.content) == (206, bytes(range(10, 20)))
        assert 'data-tiles="/tiles.pmtiles"' in client.get("/").text


def test_without_a_file_there_is_none_and_the_map_does_not_ask(desk: Desk, tmp_path: Path) -> None:
    assert desk.client.get("/tiles.pmtiles").status_code == 404
    assert "data-tiles" not in desk.client.get("/").text
    gone = replace(desk.office, settings=replace(desk.office.settings, tiles=str(tmp_path / "gone.pmtiles")))
    with TestClient(create_app(gone)) as client:
        assert client.get("/tiles.pmtiles").status_code == 404


def test_the_file_is_named_in_the_environment() -> None:
    assert load_settings({"SAYSO_TILES": "own.pmtiles", "SAYSO_USER": "somebody"}).tiles == "own.pmtiles"
    assert load_settings({"SAYSO_USER": "somebody"}).tiles is None
