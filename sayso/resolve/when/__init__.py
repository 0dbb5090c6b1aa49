"""When: words that date a happening, as EDTF counted from the day the report was told."""

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.claim import anchor_report, date_claim
from sayso.resolve.when.dating import Dating, Open
from sayso.resolve.when.expression import find_day, find_expression, find_expressions
from sayso.resolve.when.grammar import parse_when, read_words
from sayso.resolve.when.story import Dated, read_story

__all__ = [
    "Anchor",
    "Dated",
    "Dating",
    "Open",
    "anchor_report",
    "date_claim",
    "find_day",
    "find_expression",
    "find_expressions",
    "parse_when",
    "read_story",
    "read_words",
]
