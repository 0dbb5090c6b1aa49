"""Claims that share a speaker share an attribution."""

from __future__ import annotations

from sayso.model.reading import Reading
from sayso.read.llm.chunk import make_chunks
from sayso.read.llm.endpoint import Endpoint
from sayso.read.llm.reader import LlmReader, check_answers
from sayso.read.llm.tests.build import report
from sayso.read.llm.tests.server import claim
from sayso.read.llm.writing import write_reading

IDENTITY = LlmReader(Endpoint("https://models.example/v1", "tiny")).identity


def written(text: str, *given: object) -> Reading:
    told = report(text)
    (chunk,) = make_chunks(told, words=500)
    located, rejected = check_answers(told, [(chunk, given)])
    assert rejected == ()
    return write_reading(told, located, identity=IDENTITY)


def test_two_claims_under_one_cue_have_one_attribution() -> None:
    text = "The guard took the port and burned the mill, the mayor said."
    said = {"by": "the mayor", "cue": "said"}
    reading = written(text, claim("The guard took the port", **said), claim("burned the mill", **said))
    (only,) = reading.attributions
    assert [span.text for span in only.contents] == ["The guard took the port and burned the mill"]
    assert {c.said_in for c in reading.claims} == {only.id}


def test_a_content_split_by_its_cue_stays_split() -> None:
    text = "“The port,” the mayor said, “has fallen.”"
    reading = written(text, claim(["The port", "has fallen"], by="the mayor", cue="said"))
    assert [span.text for span in reading.attributions[0].contents] == ["The port", "has fallen"]
    assert reading.claims[0].evidence.text == "The port … has fallen"


def test_an_outer_speaker_is_heard_on_the_inner_one_and_his_content() -> None:
    text = "Adem told the agency that Omar had said that the port had fallen."
    chain = [{"words": "Omar", "cue": "had said"}, {"words": "Adem", "cue": "told", "channel": "the agency"}]
    reading = written(text, claim("the port had fallen", speakers=chain))
    outer, inner = sorted(reading.attributions, key=lambda a: a.within is not None)
    assert [span.text for span in outer.contents] == ["Omar had said that the port had fallen"]
    assert inner.within == outer.id
    assert [link.source.text for link in reading.claims[0].chain] == ["Omar", "Adem"]
    assert reading.claims[0].chain[1].channel == "the agency"


def test_a_word_of_the_speaker_is_not_taken_from_his_own_content() -> None:
    text = "He said he had left."
    reading = written(text, claim("he had left", by="He", cue="said"))
    assert reading.claims[0].chain[0].source.start == 0
    told = "In the evening he said he had left."
    reading = written(told, claim("he had left", by="he", cue="said"))
    assert reading.claims[0].chain[0].source.start == 15


def test_of_two_like_contents_the_one_by_its_cue_is_meant() -> None:
    text = "The mill burned down. Nobody knows why. The mill burned down, a miller swore."
    reading = written(text, claim("The mill burned down", by="a miller", cue="swore"))
    assert reading.claims[0].evidence.start == 40


def test_images_speak_as_images() -> None:
    text = "Satellite images show two jets at the base."
    reading = written(text, claim("two jets at the base", type="present", by="Satellite images", cue="show"))
    assert reading.claims[0].basis == "images"
