"""The llm reader on answers that a good model would give. The report is invented."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, cast

import pytest

from sayso.model.claim import Claim, When
from sayso.model.report import Flaw, FlawKind
from sayso.model.schema import READINGS, batch_of_reports, readings_from_batch
from sayso.model.values.span import Span
from sayso.read import read
from sayso.read.llm.tests.build import KEY, OSTE, reader, report
from sayso.read.llm.tests.server import Model, Play, claim, claims, completion, recorded

COLONEL = "Colonel Hamad Teriq"

# type, stance, content, trigger, the chain outward as (speaker, cue): what a careful reader finds in OSTE
EXPECTED = [
    (
        "seize",
        "asserted",
        "Fighters of the Dune Guard seized the Oste airfield on Monday without a fight",
        "seized",
        [(COLONEL, "told")],
    ),
    ("detain", "asserted", "about 40 soldiers had been captured", "captured", [(COLONEL, "adding")]),
    ("statement", "asserted", "We gave them time to leave", None, [(COLONEL, None)]),
    ("silence", "asserted", "He would not say where the prisoners were", "would not say", []),
    ("destroy", "possible", "Two drones were reportedly destroyed", "destroyed", []),
    ("seize", "denied", "having lost it", "lost", [("The ministry", "denied")]),
    (
        "hold",
        "asserted",
        "Our men hold the field",
        "hold",
        [("a spokesman", "said"), ("the state agency", "according to")],
    ),
]


def _line(claim: Claim) -> tuple[object, ...]:
    chain = [(link.source.text, link.cue.text if link.cue else None) for link in claim.chain]
    trigger = claim.trigger.text if claim.trigger else None
    return str(claim.type), str(claim.stance), claim.evidence.text, trigger, chain


@pytest.fixture
def told(model: Model) -> dict[str, Claim]:
    """The claims of the recorded answer, by their content's first word."""
    model.plan(recorded("oste.json"))
    return {each.evidence.text.split()[0]: each for each in reader(model).read_report(report()).claims}


def test_a_recorded_answer_gives_exactly_the_claims_of_a_careful_reader(model: Model) -> None:
    model.plan(recorded("oste.json"))
    reading = reader(model).read_report(report())
    assert [_line(claim) for claim in reading.claims] == EXPECTED


def test_every_span_gives_back_its_own_text(model: Model) -> None:
    model.plan(recorded("oste.json"))
    reading = reader(model).read_report(report())
    spans = list(_spans(asdict(reading)))
    assert len(spans) > 40
    assert all(OSTE[start:end] == text for start, end, text in spans)


def _spans(value: object) -> list[tuple[int, int, str]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"], value["text"])] if value.get("start") is not None else []
        return own + [span for each in value.values() for span in _spans(each)]
    return [span for each in value for span in _spans(each)] if isinstance(value, list | tuple) else []


def test_roles_time_manner_and_channel_are_in_the_words_of_the_report(told: dict[str, Claim]) -> None:
    seized = told["Fighters"]
    assert [(str(f.role), f.mention.text) for f in seized.roles] == [
        ("actor", "Fighters of the Dune Guard"),
        ("object", "the Oste airfield"),
    ]
    assert seized.when == When(Span.of(OSTE, 52, 61))
    assert seized.when.span.text == "on Monday"
    assert seized.manner == Span.of(OSTE, 62, 77)
    assert seized.manner.text == "without a fight"
    assert seized.chain[0].channel == "Plains Radio"


def test_counts_in_english_are_left_to_the_words(told: dict[str, Claim]) -> None:
    (count,) = told["about"].quantities
    assert count.span.text == "about 40 soldiers"
    assert count.low is count.best is count.high is None


def test_counts_in_a_language_without_rules_keep_the_model_s_value(model: Model) -> None:
    text = "Une quarantaine de soldats et 12 officiers ont été capturés, a dit un colonel."
    number = {"words": "12 officiers", "low": 12, "high": 12}
    roles = [{"role": "recipient", "words": "12 officiers"}]
    model.plan(claims(claim("12 officiers ont été capturés", type="detain", number=number, roles=roles)))
    (found,) = reader(model, languages=frozenset({"fr"})).read_report(report(text, language="fr")).claims
    (count,) = found.quantities
    assert (count.low, count.best, count.high, count.of) == (12, 12, 12, "recipient")


def test_an_understood_speaker_has_a_name_and_no_place(told: dict[str, Claim]) -> None:
    speaker = told["We"].chain[0].source
    assert (speaker.text, speaker.start, speaker.end) == (COLONEL, None, None)


def test_a_cue_without_a_source_is_no_speaker_but_an_attribution(model: Model) -> None:
    model.plan(recorded("oste.json"))
    reading = reader(model).read_report(report())
    (unsourced,) = [a for a in reading.attributions if [cue.text for cue in a.cues] == ["reportedly"]]
    assert unsourced.sources == ()
    assert all(claim.said_in != unsourced.id for claim in reading.claims)


def test_the_outlet_s_own_voice_has_no_attribution(told: dict[str, Claim]) -> None:
    assert told["He"].said_in is None
    assert told["He"].chain == ()


def test_an_outer_attribution_holds_the_inner_one(model: Model) -> None:
    model.plan(recorded("oste.json"))
    reading = reader(model).read_report(report())
    by_id = {each.id: each for each in reading.attributions}
    held = next(c for c in reading.claims if c.type == "hold")
    inner = by_id[held.said_in or ""]
    outer = by_id[inner.within or ""]
    assert [span.text for span in inner.sources] == ["a spokesman"]
    assert [span.text for span in outer.sources] == ["the state agency"]
    assert any(content.contains(inner.cues[0]) for content in outer.contents)


def test_a_claim_names_its_reader_and_its_version(told: dict[str, Claim]) -> None:
    assert told["We"].reader == "llm tiny"
    assert told["We"].version == report().version


def test_the_same_claim_found_twice_stands_once(model: Model) -> None:
    twice = claim("having lost it", paragraph=3, by="The ministry", cue="denied")
    model.plan(claims(twice, twice | {"stance": "denied"}))
    asked = reader(model)
    (only,) = asked.read_report(report()).claims
    assert only.stance == "asserted"
    assert asked.rejected == ()


def test_it_stands_behind_the_stage_s_door_as_the_native_reader_does(model: Model) -> None:
    model.plan(recorded("oste.json"))
    asked = reader(model)
    batch = read(batch_of_reports([report()]), reader=cast(Any, asked))
    assert batch.schema == READINGS
    (reading,) = readings_from_batch(batch, reports=[report()], reader=asked.identity)
    assert reading == reader(model).read_report(report())


def test_reading_twice_gives_the_same_and_asks_once(model: Model) -> None:
    model.plan(recorded("oste.json"))
    asked = reader(model)
    assert asked.read_report(report()) == asked.read_report(report())
    assert len(model.asked) == 1


def test_a_report_in_a_language_it_may_not_read_is_not_sent(model: Model) -> None:
    model.plan(recorded("oste.json"))
    unreadable = report(flaws=(Flaw(FlawKind.UNREADABLE_LANGUAGE),))
    assert reader(model).read_report(unreadable).claims == ()
    assert model.asked == []


def test_a_report_without_text_is_not_sent(model: Model) -> None:
    model.plan(recorded("oste.json"))
    assert reader(model).read_report(report("", held=False)).claims == ()
    assert model.asked == []


def test_long_reports_go_in_chunks_and_each_gives_its_own_claims(model: Model) -> None:
    text = "\n\n".join(f"Column {n} has left the town, the mayor said. " + "It was raining. " * 15 for n in range(4))
    model.plan(*(claims(claim(f"Column {n} has left the town", paragraph=n + 1)) for n in range(4)))
    reading = reader(model, chunk_words=60).read_report(report(text))
    assert [c.evidence.text[:8] for c in reading.claims] == ["Column 0", "Column 1", "Column 2", "Column 3"]
    assert len(model.asked) == 4


def test_an_answer_that_does_not_fit_is_asked_for_in_halves(model: Model) -> None:
    whole = completion('{"claims": [{"parag', finish="length")
    model.plan(whole, claims(claim("seized the Oste airfield")), claims(claim("having lost it", paragraph=3)))
    asked_of = reader(model)
    reading = asked_of.read_report(report())
    assert [c.evidence.text for c in reading.claims] == ["seized the Oste airfield", "having lost it"]
    assert asked_of.read_report(report()) == reading
    shown = [json.loads(asked["messages"][1]["content"]) for asked in model.asked]
    assert [[p["number"] for p in each["paragraphs"]] for each in shown] == [[1, 2, 3], [1], [2, 3]]


def test_tokens_and_cost_are_summed(model: Model) -> None:
    model.plan(claims(usage=(1_000_000, 200_000)))
    asked = reader(model, price_in=0.5, price_out=2.0)
    asked.read_report(report())
    assert asked.summary == "asked 1 time; 1,000,000 tokens in, 200,000 out; cost 0.9000"


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": -4, "completion_tokens": 1}, (1e300, True), "many"])
def test_tokens_that_nobody_counted_are_estimated_and_marked(model: Model, usage: object) -> None:
    model.plan(claims(usage=usage))
    asked = reader(model)
    asked.read_report(report())
    assert asked.tally.estimated == 1
    assert asked.tally.tokens_in > 500
    assert "1 of 1 answers estimated" in asked.summary


def test_the_key_goes_into_the_header_and_nowhere_else(model: Model, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    model.plan(recorded("oste.json"))
    asked = reader(model)
    reading = asked.read_report(report())
    assert model.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in f"{model.asked} {reading} {asked.identity} {vars(asked)} {caplog.text}"


def test_the_reader_s_digest_is_of_prompt_pieces_and_endpoint(model: Model) -> None:
    one, other = reader(model), reader(model, chunk_words=100)
    assert one.identity == reader(model, key=None, retries=1).identity
    assert one.identity.digest != other.identity.digest


def test_a_claim_s_name_does_not_depend_on_the_reader(model: Model) -> None:
    model.plan(recorded("oste.json"))
    endpoint_says = reader(model).read_report(report()).claims[0]
    assert endpoint_says.trigger == Span.of(OSTE, 27, 33)
    other = reader(model, chunk_words=77).read_report(report()).claims[0]
    assert other.id == endpoint_says.id


def test_fenced_json_of_a_chatty_model_is_taken(model: Model) -> None:
    content = "Here you are:\n```json\n" + json.dumps({"claims": [claim("having lost it", paragraph=3)]}) + "\n```"
    model.plan(Play(completion(content)))
    assert len(reader(model).read_report(report()).claims) == 1
