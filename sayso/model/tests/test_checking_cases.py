"""Golden cases of what persons decide of claims: a report, what was read, what was decided, what is read later."""

import pathlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import yaml

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.checking import accept, add, amend, reject
from sayso.model.claim import Claim, Link, Mention, identify_claim
from sayso.model.decision import sign
from sayso.model.draft import draft_of
from sayso.model.identity import digest
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.revision import revise
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

GOLDEN = sorted((pathlib.Path(__file__).parents[3] / "tests" / "golden" / "checking").glob("*.yaml"))
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def span(words, text):
    """Words of a text; `#2` behind them means the second time that they stand there."""
    bare, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(bare, start + 1)
    return Span.of(text, start, start + len(bare))


def claim(row, text):
    speaker, cue = (span(row[key], text) if row.get(key) else None for key in ("by", "cue"))
    evidence, trigger = Evidence((span(row["words"], text),)), span(row["trigger"], text) if "trigger" in row else None
    type_, version = ClaimType(row["type"]), digest(text)
    return Claim(
        identify_claim("r1", version, type_, trigger=trigger, evidence=evidence, speaker=speaker),
        "r1",
        version,
        type_,
        Stance(row.get("stance", "asserted")),
        evidence,
        trigger,
        chain=(Link(Mention.at(speaker), cue),) if speaker else (),
        said_in=identify_attribution("r1", version, cue, evidence.spans[0]) if speaker else None,
    )


def reading(rows, text):
    claims = tuple(claim(row, text) for row in rows)
    said = tuple(
        Attribution(each.said_in, "r1", (span(row["by"], text),), (span(row["cue"], text),), each.evidence.spans)
        for row, each in zip(rows, claims, strict=True)
        if each.said_in
    )
    return Reading("r1", digest(text), ReaderIdentity("case", "1", ""), said, claims)


def act(row, read, text):
    """What was decided: `add`, `accept`, `reject` or `amend` with the part that is other."""
    kind, about = next(iter(row.items()))
    found = claim(about, text)
    if kind == "add":
        (said,) = reading([about], text).attributions
        return add(replace(draft_of(found, [said]), id=None), read.attributions)
    if kind == "amend":
        part, value = next((key, value) for key, value in row.items() if key != "amend")
        return amend(found, read.attributions, part, value)
    return {"accept": accept, "reject": reject}[kind](found, read.attributions)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.stem)
def test_what_was_decided_holds_as_the_case_says(case):
    told = yaml.safe_load(case.read_text(encoding="utf-8"))
    text, page = told["report"], told.get("page", told["report"])
    read = reading(told["read"], text)
    decisions = [
        sign(*act(row, read, text), by="Amal", at=NOON + timedelta(hours=hour), because="seen")
        for hour, row in enumerate(told["decided"])
    ]
    done = revise(reading(told["later"], page), decisions, {digest(text): text, digest(page): page})
    found = [
        {
            "words": each.evidence.text,
            "type": str(each.type),
            "stance": str(each.stance),
            "by": each.speaker.text if each.speaker else None,
        }
        for each in done.reading.claims
    ]
    assert found == told["expect"]
    assert [str(each.kind) for each in done.lost] == told["lost"]
