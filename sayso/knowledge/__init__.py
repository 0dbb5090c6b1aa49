"""Knowledge: what is known beside the reports, in files that a person edits; every entry names its source.

`docs/knowledge.md` has the fields. `source: unchecked` marks what is known from memory alone.
"""

from sayso.knowledge.description import describe_entry
from sayso.knowledge.loader import SHIPPED, load_knowledge
from sayso.knowledge.writing import add_entry

__all__ = ["SHIPPED", "add_entry", "describe_entry", "load_knowledge"]
