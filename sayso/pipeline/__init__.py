"""The map: the way of a report from an address to the sourced record. Read this file first.

    acquire ─► extract ─► read ─► resolve ─► corroborate ─► record
    bytes      clean      claims  known      lineage,       store,
    + custody  report     + words names,     voices,        search,
                          + chain dates      events …       audit

`stages` takes inputs through the first three, `deriving` through the others; `run` is all of them, in order.
Everything that is acquired is in custody before anything else happens to it. Each step asks the
record what is still to be done, so that a run killed at any moment is completed by the next one,
and a run over the same inputs changes nothing.

What a person does with the record goes through here too: `decision` signs, keeps and follows, `foresight` says before
what would change, `rereading` reads again, `erasing` erases. `snapshot` works out another day, or what would follow.
`shown` is what all of them begin with: reports and readings as persons see them.

Each stage is loaded where it begins: most commands go through one or two of them, and the libraries of the others
would take longer than their work.
"""

from sayso.pipeline.decision import decide, follow, propose, take_in, take_in_all
from sayso.pipeline.deriving import basis_of, derive, is_stale
from sayso.pipeline.erasing import erase
from sayso.pipeline.foresight import foresee, foresee_readings
from sayso.pipeline.progress import Progress
from sayso.pipeline.rereading import read_anew, take_in_readings
from sayso.pipeline.snapshot import derive_snapshot, rule_on, snapshot_as_of, snapshot_with, snapshot_without
from sayso.pipeline.stages import Run, acquire_all, extract_pending, list_feed, read_unread, run
from sayso.pipeline.stated import Stated

__all__ = [
    "Progress",
    "Run",
    "Stated",
    "acquire_all",
    "basis_of",
    "decide",
    "derive",
    "derive_snapshot",
    "erase",
    "extract_pending",
    "follow",
    "foresee",
    "foresee_readings",
    "is_stale",
    "list_feed",
    "propose",
    "read_anew",
    "read_unread",
    "rule_on",
    "run",
    "snapshot_as_of",
    "snapshot_with",
    "snapshot_without",
    "take_in",
    "take_in_all",
    "take_in_readings",
]
