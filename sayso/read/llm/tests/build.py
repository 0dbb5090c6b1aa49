"""Reports and readers made in one line. All places and events in the reports are invented."""

from __future__ import annotations

from typing import Any

from sayso.model.report import Published, PublishedBasis, Report
from sayso.read.llm import Endpoint, LlmReader
from sayso.read.llm.client import Client
from sayso.read.llm.tests.server import Model

OSTE = """Fighters of the Dune Guard seized the Oste airfield on Monday without a fight, Colonel Hamad Teriq told \
Plains Radio, adding that about 40 soldiers had been captured.

“We gave them time to leave.” He would not say where the prisoners were. Two drones were reportedly destroyed.

The ministry denied having lost it. “Our men hold the field,” a spokesman said, according to the state agency."""

KEY = "sk-not-to-be-seen-anywhere"


def report(text: str = OSTE, **more: Any) -> Report:
    given: dict[str, Any] = {
        "id": "r1",
        "address": "reports/oste.txt",
        "title": "Airfield changes hands",
        "outlet": "Plains Gazette",
        "language": "en",
        "published": Published("2031-04-07", PublishedBasis.HEADER),
    }
    return Report(text=text, **(given | more))


def reader(model: Model, *, waits: list[float] | None = None, **more: Any) -> LlmReader:
    """A reader of the played model that does not really wait; how long it would have goes to `waits`."""
    endpoint = Endpoint(model.url, "tiny", **({"key": KEY} | more))
    return LlmReader(endpoint, client=Client(endpoint, sleep=(waits if waits is not None else []).append))
