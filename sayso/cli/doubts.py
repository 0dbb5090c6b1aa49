"""`sayso doubts`: the claims that a person should look at first."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from sayso.brief import HAPPENED, PUTS, caption_chain
from sayso.cli.app import RecordOption, app, load_snapshot, page
from sayso.model.claim import Claim
from sayso.model.snapshot import Snapshot


@app.command()
def doubts(
    record: RecordOption = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many claims.")] = 20,
) -> None:
    """Print the claims that the reader is least sure of, the doubtful ones first, each with what is doubtful in it.

    [dim]Example: sayso doubts --limit 10 --record affair.db[/]
    """
    table = Table("sure", "type", "stance", "speaker", "claim")
    for claim in list_doubtful(load_snapshot(record))[:limit]:
        words = (
            f"{HAPPENED[claim.type]}: {caption_chain(claim)} {PUTS[claim.stance]} “{claim.evidence.text}” {claim.id}"
        )
        table.add_row(f"{claim.confidence:.0%}", *_parts(claim), escape(words))
    page().print(table)


def list_doubtful(snapshot: Snapshot) -> list[Claim]:
    """Claims of readers that say how sure they are, the least sure first; nothing that a person decided."""
    claims = [claim for resolution in snapshot.resolutions for claim in resolution.claims]
    return sorted((c for c in claims if c.certainty and not c.decided), key=lambda c: (c.confidence, c.id))


def _parts(claim: Claim) -> list[str]:
    sure = claim.certainty
    return [f"{part:.0%}" for part in (sure.type, sure.stance, sure.speaker)] if sure else ["–"] * 3
