"""Stage 1: an address to the bytes that stand there. The edge: this stage reads disks and asks the network."""

from sayso.acquire.feed import list_entries
from sayso.acquire.fetch import fetch
from sayso.acquire.inputs import acquire
from sayso.model.limits import Limits

__all__ = ["Limits", "acquire", "fetch", "list_entries"]
