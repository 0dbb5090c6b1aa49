"""Foresight: what would follow from decisions or readings; nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.decision import Decision
from sayso.model.difference import Difference, compare_snapshots
from sayso.model.reading import Reading
from sayso.pipeline.deriving import find_changed, is_stale
from sayso.pipeline.shown import load_readings
from sayso.pipeline.snapshot import follow_readings, snapshot_with
from sayso.workshop import Workshop


def foresee(made: Sequence[Decision], shop: Workshop) -> Difference:
    """What decisions would change together of what stands; nothing is changed."""
    return _foresee((*shop.record.decisions(), *made), shop)


def foresee_readings(readings: Sequence[Reading], shop: Workshop) -> Difference:
    """What would change if these readings were the current ones, persons' decisions kept; nothing is changed."""
    return _foresee(shop.record.decisions(), shop, readings)


def _foresee(decisions: Sequence[Decision], shop: Workshop, anew: Sequence[Reading] = ()) -> Difference:
    """What these decisions, and readings `anew`, would change, worked out for what they bear on alone.

    Where nothing of what stands can be kept (a record that is not up to date), all is worked out, before and after.
    """
    if is_stale(shop.record, shop.knowledge):
        return _foresee_whole(decisions, shop, anew)
    changed, corroborate_changed = find_changed(decisions, shop, anew)
    if changed.is_anew:
        return _foresee_whole(decisions, shop, anew)
    return compare_snapshots(*shop.record.foresee_renewal(changed, corroborate_changed))


def _foresee_whole(decisions: Sequence[Decision], shop: Workshop, anew: Sequence[Reading]) -> Difference:
    before = snapshot_with(shop.record.decisions(), shop)
    return compare_snapshots(before, follow_readings(load_readings(decisions, shop, anew), decisions, shop))
