"""A small server that plays a language model: answers from a list, one for each question, and keeps what was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

RECORDED = Path(__file__).parent / "recorded"


@dataclass(frozen=True)
class Play:
    """One answer: a status, a body, headers besides; `delay_seconds` go by before it, `pace_seconds` at each byte."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay_seconds: float = 0.0
    pace_seconds: float = 0.0


@dataclass
class Model:
    """The model that is played: what it answers, and what it was asked, bodies and headers."""

    url: str
    plays: list[Play] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def plan(self, *plays: Play | bytes) -> None:
        """Sets the answers to come; the last one is given again and again."""
        self.plays = [play if isinstance(play, Play) else Play(play) for play in plays]

    def next(self) -> Play:
        return self.plays.pop(0) if len(self.plays) > 1 else self.plays[0]


def completion(content: str | None, *, finish: str = "stop", usage: object = (100, 20)) -> bytes:
    """A chat completion with the words of the model; `usage` are tokens in and out, or any other thing."""
    counted = (
        dict(zip(("prompt_tokens", "completion_tokens"), usage, strict=True)) if isinstance(usage, tuple) else usage
    )
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": counted}).encode()


def claims(*given: object, **more: Any) -> bytes:
    """A chat completion whose content is a list of claims."""
    return completion(json.dumps({"claims": given}), **more)


def claim(
    content: str | Sequence[str], *, by: str | None = None, cue: str | None = None, **more: object
) -> dict[str, Any]:
    """A claim of an answer: a statement in paragraph 1 by nobody, unless said otherwise."""
    speakers = [{"words": by, "understood": None, "cue": cue, "channel": None}] if by or cue else []
    plain: dict[str, Any] = {
        "paragraph": 1,
        "type": "statement",
        "stance": "asserted",
        "content": [content] if isinstance(content, str) else list(content),
        "trigger": None,
        "roles": [],
        "when": None,
        "number": None,
        "manner": None,
        "speakers": speakers,
    }
    return plain | more


def recorded(name: str) -> bytes:
    """An answer as it was kept in a file of `recorded/`."""
    return (RECORDED / name).read_bytes()


@contextmanager
def serve_model() -> Iterator[Model]:
    """The server on a free port of this machine, until the block ends."""
    model = Model("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            model.asked.append({"path": self.path, **json.loads(asked)})
            model.headers.append(dict(self.headers))
            play = model.next()
            time.sleep(play.delay_seconds)
            try:
                self._answer(play)
            except OSError:
                """Whoever asked has hung up: that is what such tests are about."""

        def _answer(self, play: Play) -> None:
            self.send_response(play.status)
            for name, value in play.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(play.body)))
            self.end_headers()
            for piece in (play.body[i : i + 1] for i in range(len(play.body))) if play.pace_seconds else (play.body,):
                self.wfile.write(piece)
                time.sleep(play.pace_seconds)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield model
        finally:
            server.shutdown()
            thread.join()
