"""A desk in a real browser: the sample affair, served on a port of its own, and Chromium where there is one."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sayso.desk.app import create_app
from sayso.desk.office import Office
from sayso.desk.visitor import SESSION
from sayso.desk.worker import Worker, working
from sayso.people import Role, open_people
from sayso.pipeline import run
from sayso.record import open_record
from sayso.settings import Settings
from sayso.workshop import open_workshop, tell_time

SAMPLE = Path(__file__).parents[2] / "sayso" / "sample" / "reports"
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
#: A map is drawn without a graphics card, and in a container there is no second sandbox.
_ARGUMENTS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@dataclass(frozen=True)
class Site:
    """A desk that is being served."""

    address: str
    office: Office

    def log_in(self, context: BrowserContext, role: Role = Role.CODER, name: str | None = None) -> None:
        """A user of that role, logged in in this browser."""
        called = name or f"Some {role.word}"
        users = self.office.people.users
        user = users.find_named(called) or users.add(called, role=role)
        token = self.office.people.sessions.open(user)
        context.add_cookies([{"name": SESSION, "value": token, "url": self.address}])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser; without one the tests of the pages skip."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install Debian's package chromium to try the pages")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the record of the sample affair, read once for all: to be copied, never written to."""
    place = tmp_path_factory.mktemp("sample")
    with open_workshop(place / "record.db", settings=Settings(user="sample"), create=True) as shop:
        run([str(SAMPLE)], shop=shop)
    return place


@pytest.fixture(scope="module")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The desk on the sample affair, with a worker beside it; one for the tests of a file."""
    place = shutil.copytree(sample, tmp_path_factory.mktemp("desk") / "sample") / "record.db"
    settings = Settings(record=str(place), user="sample")
    with (
        open_workshop(place, settings=settings, create=False) as shop,
        open_people(place) as people,
        closing(open_record(place)) as record,
    ):
        office = Office(record, people, settings, tell_time, lambda: shop.knowledge, waits_seconds=20)
        worker = Worker(people, lambda: replace(shop))
        with working(worker), serving(office) as address:
            yield Site(address, office)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh browser, as a new user has it."""
    with closing(chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")) as opened:
        opened.set_default_timeout(20_000)
        yield opened


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Page:
    """A tab; what the page's console complains of fails the test."""
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(f"{tab.url}: {error}"))
    return tab


class serving:  # noqa: N801 - used as `with serving(office)`
    """Serves a desk on a free port while inside."""

    def __init__(self, office: Office) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(office), log_level="warning", server_header=False)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()
