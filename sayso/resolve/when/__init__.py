"""When: words that date a happening, as EDTF counted from the day the report was told.

Verbs: `parse` (words -> a date, or why it stays open), `compare` (whether two dates can be one),
`candidates` and `resolve` (all dates that words may mean, and the best). `date_claim` dates a claim of a
report, `read_story` all words of time in a text.
"""

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.choice import candidates, resolve
from sayso.resolve.when.claim import anchor_report, date_claim
from sayso.resolve.when.comparison import compare
from sayso.resolve.when.dating import Dating, Open
from sayso.resolve.when.expression import find_day, find_expression, find_expressions
from sayso.resolve.when.grammar import parse, parse_when
from sayso.resolve.when.story import Dated, read_story

__all__ = [
    "Anchor",
    "Dated",
    "Dating",
    "Open",
    "anchor_report",
    "candidates",
    "compare",
    "date_claim",
    "find_day",
    "find_expression",
    "find_expressions",
    "parse",
    "parse_when",
    "read_story",
    "resolve",
]
