"""The store: one file that keeps what came in, what was read and decided, and what follows from it.

Rule 1 of the design is the shape of it: readings may come and go, decisions are only ever added,
and what is derived from both follows what changed, as if it were derived whole.
"""

from sayso.record.audit import Act, AuditEntry
from sayso.record.capture import KeptCapture
from sayso.record.changed import Changed
from sayso.record.custody import KeptVersion
from sayso.record.record import Record, open_record

__all__ = ["Act", "AuditEntry", "Changed", "KeptCapture", "KeptVersion", "Record", "open_record"]
