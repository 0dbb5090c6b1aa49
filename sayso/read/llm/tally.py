"""Tally: what asking has cost: questions, tokens, and money where the prices are known."""

from __future__ import annotations

from dataclasses import dataclass

_LETTERS = 4  # of a token, roughly: for endpoints that count none


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one question and its answer; `is_estimated` where the endpoint did not count them."""

    tokens_in: int
    tokens_out: int
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum. `requests` were sent, `repeats` of them because an earlier one failed, was refused or answered badly."""

    requests: int = 0
    repeats: int = 0
    answers: int = 0
    estimated: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def with_request(self, *, is_repeat: bool) -> Tally:
        return Tally(
            self.requests + 1,
            self.repeats + is_repeat,
            self.answers,
            self.estimated,
            self.tokens_in,
            self.tokens_out,
        )

    def with_usage(self, usage: Usage) -> Tally:
        return Tally(
            self.requests,
            self.repeats,
            self.answers + 1,
            self.estimated + usage.is_estimated,
            self.tokens_in + usage.tokens_in,
            self.tokens_out + usage.tokens_out,
        )

    def cost(self, price_in: float | None, price_out: float | None) -> float | None:
        """What the tokens cost at prices per million, in the prices' currency; None without both prices."""
        if price_in is None or price_out is None:
            return None
        return (self.tokens_in * price_in + self.tokens_out * price_out) / 1_000_000

    def caption(self, price_in: float | None = None, price_out: float | None = None) -> str:
        """`asked 12 times (2 again); 18,234 tokens in, 3,120 out; cost 0.0532`."""
        parts = [
            f"asked {self.requests} {'time' if self.requests == 1 else 'times'}"
            + (f" ({self.repeats} again)" if self.repeats else ""),
            f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out"
            + (f" ({self.estimated} of {self.answers} answers estimated)" if self.estimated else ""),
        ]
        cost = self.cost(price_in, price_out)
        return "; ".join([*parts, "cost not known, no prices set" if cost is None else f"cost {cost:.4f}"])


def estimate_usage(asked: str, answered: str) -> Usage:
    """Tokens guessed from letters, marked as such."""
    return Usage(-(-len(asked) // _LETTERS), -(-len(answered) // _LETTERS), is_estimated=True)
