"""Erasing: all words of a report, from every place where Sayso keeps them."""

from __future__ import annotations

from pathlib import Path

from sayso.pipeline.deriving import derive
from sayso.record import Record
from sayso.record.erasing import Erased, Erasure
from sayso.workshop import Workshop


def erase(report: str, *, because: str, shop: Workshop, inbox: Path | None = None) -> Erased:
    """All words of a report are erased, by law or for harm: from the record, its evidence and what follows from it.

    Digests, who, when and why stay, and so do decisions. `inbox` is the folder in which a desk keeps files that people
    brought. Bytes that another report has too stay until that is erased. Raises NotInRecord.
    """
    from sayso.acquire.custody import path_of

    erased = shop.record.erase(report, because, by=shop.user)
    if not erased.kept_for:
        for sha256 in erased.sha256s:
            path_of(sha256, shop.record.evidence).unlink(missing_ok=True)
        for address in erased.addresses:
            if inbox is not None and inbox.resolve() in Path(address).resolve().parents:
                Path(address).unlink(missing_ok=True)
    derive(shop)
    shop.record.clean()
    return erased


def list_erased(record: Record) -> dict[str, Erasure]:
    """What was erased and is not taken in again: by report, and by digest of its bytes and clean texts."""
    return {name: erasure for erasure in record.erasures() for name in (erasure.report, *erasure.digests)}


def tell_erased(erasure: Erasure) -> str:
    """Why an input is set aside that was erased."""
    return (
        f"was erased from this record on {erasure.at:%Y-%m-%d} by {erasure.by} ({erasure.because}) "
        "and is not taken in again; read it into a record of its own if you may"
    )
