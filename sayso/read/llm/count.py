"""Count: whether the value that a model gives can be what the words of a count say."""

from __future__ import annotations

import re

from sayso.read.llm.answer import SaidNumber

#: What a number in digits can be counted in, in any language: "1.5 million", "3 dozen", "20 Tausend".
_SCALES = (1.0, 12.0, 20.0, 100.0, 1e3, 1e6, 1e9)
_SLACK = 0.1  # "about" widens by a tenth (the design's rule), "more than 14" begins at 15
_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_LONGEST = 12  # digits of a count


def fits(number: SaidNumber) -> bool:
    """Whether each end that is given lies near a number that the words have in digits, or a round multiple of it.

    Words without digits ("dozens") fit any value: what they say is left to who knows the language.
    """
    stated = [value * scale for value in _read_digits(number.words) for scale in _SCALES]
    ends = [end for end in (number.low, number.high) if end is not None]
    return not stated or all(any(abs(end - value) <= 1 + _SLACK * value for value in stated) for end in ends)


def _read_digits(words: str) -> list[float]:
    """Numbers in digits, each both with its signs as separators ("1,300") and with the last as a decimal ("1,3")."""
    values = []
    for match in _DIGITS.finditer(words):
        whole, sign, rest = re.sub(r"[\u00a0\u202f]", "", match.group()).replace(",", ".").rpartition(".")
        digits = (whole.replace(".", "") + rest)[:_LONGEST]
        values.append(float(digits))
        if sign:
            values.append(float(f"{whole.replace('.', '')[:_LONGEST]}.{rest[:_LONGEST]}"))
    return values
