"""The llm reader: a report to its reading through a language model that the user named."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sayso.errors import NoAnswer
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import FlawKind, Report
from sayso.read.llm.answer import RefusalError, parse_answer, parse_claim
from sayso.read.llm.chunk import Chunk, make_chunks
from sayso.read.llm.client import Client
from sayso.read.llm.dialect import Dialect, make_request
from sayso.read.llm.endpoint import Endpoint
from sayso.read.llm.failure import CutShortError, MalformedAnswerError, RequestRefusedError
from sayso.read.llm.grounding import Ground
from sayso.read.llm.located import LocatedClaim, locate
from sayso.read.llm.prompt import Message, identify_prompt, load_instructions, make_messages, make_reminder
from sayso.read.llm.rejected import Rejected, reject
from sayso.read.llm.reply import parse_reply
from sayso.read.llm.tally import Tally, estimate_usage
from sayso.read.llm.writing import write_reading

log = logging.getLogger(__name__)

MOST_CHUNKS = 60  # of one report: a page that is longer is no news report, and would be dear
_REMEMBERED = 500  # answers kept, so that a batch which is read again is not paid for again

Claims = tuple[object, ...]


class LlmReader:
    """A reader over any OpenAI-compatible endpoint; it answers to the same calls as the native one.

    What a model says is believed in so far as its words stand in the report. `rejected` is what was not; `tally`
    what it cost. The same question is not asked twice in one reader's life.
    """

    def __init__(self, endpoint: Endpoint, *, client: Client | None = None) -> None:
        self._endpoint = endpoint
        self._client = client or Client(endpoint)
        self._instructions = load_instructions()
        self._dialect = Dialect()
        self._answers: dict[Chunk, Claims | None] = {}  # None: did not fit, ask for halves
        self._rejected: dict[str, tuple[Rejected, ...]] = {}
        self._tally = Tally()
        prompt = identify_prompt(self._instructions, url=endpoint.url, chunk_words=endpoint.chunk_words)
        self.identity = ReaderIdentity("llm", endpoint.model, prompt)

    @property
    def languages(self) -> frozenset[str]:
        """The languages (ISO 639) that the user lets it read."""
        return self._endpoint.languages

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Claims of answers that could not be taken, report by report, in the order of reading."""
        return tuple(each for found in self._rejected.values() for each in found)

    @property
    def together(self) -> int:
        """One report at a time: what was paid for is kept before more is asked."""
        return 1

    @property
    def remarks(self) -> tuple[str, ...]:
        """Each claim that could not be taken, and what was asked at what cost."""
        return (*(f"rejected {each.caption}" for each in self.rejected), self.summary)

    @property
    def tally(self) -> Tally:
        """What was asked and what it cost so far."""
        return self._tally

    @property
    def summary(self) -> str:
        """The tally in one line, at the user's prices."""
        return self._tally.caption(self._endpoint.price_in, self._endpoint.price_out)

    def read_report(self, report: Report) -> Reading:
        """Everything that the model finds and the report's words bear out; nothing in a language it may not read.

        Raises NoAnswer when a part of the report gets no usable answer, and EndpointError when no report would: a
        half-read report is no reading.
        """
        if any(flaw.kind is FlawKind.UNREADABLE_LANGUAGE for flaw in report.flaws):
            return Reading(report.id, report.version, self.identity)
        chunks = make_chunks(report, words=self._endpoint.chunk_words)
        if len(chunks) > MOST_CHUNKS:
            raise NoAnswer(
                f"The report would take {len(chunks)} questions, and {MOST_CHUNKS} is the limit; cut it, or raise"
                " SAYSO_LLM_CHUNK_WORDS."
            )
        answered = [pair for chunk in chunks for pair in self._ask(chunk)]
        located, rejected = check_answers(report, answered)
        self._rejected[report.id] = rejected
        log.info("report %s: %d claims kept, %d rejected", report.id, len(located), len(rejected))
        return write_reading(report, located, identity=self.identity)

    def _ask(self, chunk: Chunk) -> list[tuple[Chunk, Claims]]:
        """The claims of a chunk; of its halves, where the answer to the whole did not fit."""
        if chunk not in self._answers:
            claims = self._ask_fitting(chunk)
            while len(self._answers) >= _REMEMBERED:
                del self._answers[next(iter(self._answers))]
            self._answers[chunk] = claims
        answer = self._answers[chunk]
        if answer is not None:
            return [(chunk, answer)]
        return [pair for half in chunk.halve() or () for pair in self._ask(half)]

    def _ask_fitting(self, chunk: Chunk) -> Claims | None:
        """The claims of a chunk; None where the answer does not fit and the chunk can be halved."""
        try:
            return self._ask_whole(chunk)
        except CutShortError as error:
            if chunk.halve() is None:
                raise self._no_answer(chunk, error) from error
            return None

    def _ask_whole(self, chunk: Chunk) -> Claims:
        """Asks, and where the answer has not the asked form, once more with the fault named. Raises CutShortError."""
        messages = make_messages(chunk, instructions=self._instructions)
        for is_repeat in (False, True):
            try:
                return self._exchange(messages, is_repeat=is_repeat)
            except CutShortError:
                raise
            except MalformedAnswerError as error:
                messages, fault = (*messages, *make_reminder(error)), error
        raise self._no_answer(chunk, fault)

    def _exchange(self, messages: Sequence[Message], *, is_repeat: bool) -> Claims:
        """One question and its answer, in the strictest dialect that the endpoint takes."""
        dialect = self._dialect
        while True:
            try:
                payload = self._post(messages, dialect, is_repeat=is_repeat)
                break
            except RequestRefusedError as refusal:
                looser = dialect.give_way(str(refusal))
                if looser is None:
                    raise NoAnswer(f"The endpoint {self._endpoint.url} refuses the request: “{refusal}”.") from refusal
                dialect, is_repeat = looser, True
        self._dialect = dialect
        reply = parse_reply(payload)
        asked = "".join(message["content"] for message in messages)
        self._tally = self._tally.with_usage(reply.usage or estimate_usage(asked, reply.content))
        return parse_answer(reply.read())

    def _post(self, messages: Sequence[Message], dialect: Dialect, *, is_repeat: bool) -> bytes:
        body = make_request(
            messages,
            model=self._endpoint.model,
            max_answer_tokens=self._endpoint.max_answer_tokens,
            dialect=dialect,
        )
        return self._client.post(body, count=lambda again: self._count(is_repeat=is_repeat or again))

    def _count(self, *, is_repeat: bool) -> None:
        self._tally = self._tally.with_request(is_repeat=is_repeat)

    def _no_answer(self, chunk: Chunk, fault: MalformedAnswerError) -> NoAnswer:
        first, last = chunk.paragraphs[0].number, chunk.paragraphs[-1].number
        place = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
        return NoAnswer(f"The model {self._endpoint.model!r} gave no usable answer on {place}: {fault}; read it again.")


def check_answers(
    report: Report, answered: Sequence[tuple[Chunk, Claims]]
) -> tuple[tuple[LocatedClaim, ...], tuple[Rejected, ...]]:
    """The claims of all answers on a report that its words bear out, and the others with their reasons."""
    ground = Ground(report.text)
    located: list[LocatedClaim] = []
    rejected: list[Rejected] = []
    for chunk, claims in answered:
        for given in claims:
            try:
                located.append(locate(parse_claim(given), chunk=chunk, report=report, ground=ground))
            except RefusalError as refusal:
                rejected.append(reject(report.id, report.address, given, str(refusal)))
    return tuple(located), tuple(rejected)
