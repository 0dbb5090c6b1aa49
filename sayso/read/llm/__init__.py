"""The `llm` reader: the same interface as the native one, over an OpenAI-compatible endpoint that the user names.

Nothing is sent anywhere unless an `Endpoint` was made from the user's settings. `docs/llm-reader.md` says what is sent,
what is checked, and what it costs.
"""

from sayso.read.llm.endpoint import Endpoint, parse_endpoint
from sayso.read.llm.reader import LlmReader
from sayso.read.llm.rejected import Rejected
from sayso.read.llm.tally import Tally

__all__ = ["Endpoint", "LlmReader", "Rejected", "Tally", "parse_endpoint"]
