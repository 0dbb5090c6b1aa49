"""Endpoint: where a language model is asked, as the user's settings name it; without them nothing is sent anywhere."""

from __future__ import annotations

import ipaddress
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from sayso.errors import UsageError

PREFIX = "SAYSO_LLM_"
_NAMES = (
    "url",
    "model",
    "key",
    "key_file",
    "price_in",
    "price_out",
    "timeout",
    "retries",
    "answer_tokens",
    "chunk_words",
    "languages",
)
_Number = TypeVar("_Number", int, float)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and what it may cost.

    `url` is the base, without `/chat/completions`. `key` is None where none is needed; it is shown nowhere. Prices are
    per million tokens in any currency, None if not known. `timeout_seconds` is of one try, `retries` of one question.
    `chunk_words` are the words of a report in one question. `languages` (ISO 639) are those it is asked to read.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    price_in: float | None = None
    price_out: float | None = None
    timeout_seconds: float = 120.0
    retries: int = 4
    max_answer_tokens: int = 8_000
    chunk_words: int = 500
    languages: frozenset[str] = frozenset({"en"})
    max_bytes: int = 2_000_000

    @property
    def address(self) -> str:
        """Where questions go."""
        return f"{self.url}/chat/completions"


def parse_endpoint(given: Mapping[str, str]) -> Endpoint:
    """The endpoint of settings named as in the environment, without `SAYSO_LLM_` and in lower case (`url`, `model`).

    Raises UsageError for a missing address or model, an address that may not be used, an unknown name, or a number
    that is none; the sentence never holds the key.
    """
    for name in given:
        if name not in _NAMES:
            raise UsageError(f"{_named(name)} is no setting; there are {', '.join(map(_named, _NAMES))}.")
    return Endpoint(
        url=check_url(_required(given, "url", "the endpoint's address, as in https://models.example/v1")),
        model=_required(given, "model", "the model's name as the endpoint knows it"),
        key=_find_key(given),
        price_in=_number(given, "price_in", None, float, least=0, most=1e6),
        price_out=_number(given, "price_out", None, float, least=0, most=1e6),
        timeout_seconds=_number(given, "timeout", 120.0, float, least=0.1, most=3600) or 120.0,
        retries=_number(given, "retries", 4, int, least=0, most=20) or 0,
        max_answer_tokens=_number(given, "answer_tokens", 8_000, int, least=100, most=1_000_000) or 8_000,
        chunk_words=_number(given, "chunk_words", 500, int, least=50, most=5_000) or 500,
        languages=_languages(given.get("languages", "")),
    )


def check_url(url: str) -> str:
    """The address without a slash at its end.

    Raises UsageError unless it is https, or http on this very machine; with a user, password, query or fragment in it.
    """
    bare = url.strip().rstrip("/")
    try:
        parts = urlsplit(bare)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"{_named('url')} is no address; check its spelling.") from error
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise UsageError(
            f"{_named('url')} holds a user, password, query or fragment; give the bare address, and the key"
            f" in {_named('key')}."
        )
    if parts.scheme not in ("http", "https") or not host or port == 0 or re.search(r"[\s\x00-\x1f]", bare):
        raise UsageError(f"{_named('url')} {bare!r} is no http or https address; check its spelling.")
    if parts.scheme == "http" and not is_local(host):
        raise UsageError(
            f"{_named('url')} {bare} would send reports unencrypted; use https, or http on this machine (localhost)."
        )
    return bare


def is_local(host: str) -> bool:
    """Whether a host is this very machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _named(name: str) -> str:
    return PREFIX + name.upper()


def _required(given: Mapping[str, str], name: str, what: str) -> str:
    value = given.get(name, "").strip()
    if not value:
        raise UsageError(f"The llm reader needs {_named(name)}: {what}.")
    return value


def _find_key(given: Mapping[str, str]) -> str | None:
    """The key as given, else what its file holds."""
    key = given.get("key", "").strip()
    place = given.get("key_file", "").strip()
    if not key and place:
        try:
            key = Path(place).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{_named('key_file')} {place} cannot be read; check the path and its rights.") from error
    if not all("!" <= sign <= "~" for sign in key):
        raise UsageError(f"The key in {_named('key')} holds blanks or signs that no key has; copy it again.")
    return key or None


def _number(
    given: Mapping[str, str],
    name: str,
    default: _Number | None,
    kind: type[_Number],
    *,
    least: float,
    most: float,
) -> _Number | None:
    words = given.get(name, "").strip()
    if not words:
        return default
    try:
        value = kind(words)
    except ValueError:
        value = kind(-1)
    if not (math.isfinite(value) and least <= value <= most):
        raise UsageError(f"{_named(name)} {words!r} is no number from {least:g} to {most:g}.")
    return value


def _languages(words: str) -> frozenset[str]:
    codes = [code.strip().lower() for code in words.split(",") if code.strip()]
    for code in codes:
        if not re.fullmatch(r"[a-z]{2,3}", code):
            raise UsageError(f"{_named('languages')} {code!r} is no language code; write them as in en,ar,fr.")
    return frozenset(codes) or frozenset({"en"})
