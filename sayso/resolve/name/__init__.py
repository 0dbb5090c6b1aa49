"""Name: whether two spellings name the same, across alphabets, transliterations, titles and short forms.

Verbs: `parse` (words -> Name), `compare` (two names -> Comparison), `candidates` and `resolve` (words among
names). `key` gives all spellings of one name one word, to index by.
"""

from sayso.resolve.name.choice import candidates, resolve
from sayso.resolve.name.comparison import (
    NO_MATCH,
    TITLES,
    compare,
    compare_names,
    is_same_token,
    is_short_form,
)
from sayso.resolve.name.form import caption, sort_forms, specificity
from sayso.resolve.name.parsing import Name, key, parse, parse_name

__all__ = [
    "NO_MATCH",
    "TITLES",
    "Name",
    "candidates",
    "caption",
    "compare",
    "compare_names",
    "is_same_token",
    "is_short_form",
    "key",
    "parse",
    "parse_name",
    "resolve",
    "sort_forms",
    "specificity",
]
