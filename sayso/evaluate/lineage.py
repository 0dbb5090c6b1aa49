"""Lineage: which held report derives from which, and how?"""

from __future__ import annotations

from sayso.evaluate.counts import Counts, tally_sets
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.prediction import Prediction


def count_lineage(affair: GoldAffair, prediction: Prediction) -> Counts:
    """Derivations between held reports; and those with the same relation. Sources not held are passed over."""
    names = {report.id: name for name, report in prediction.reports.items()}
    found = {(names.get(row.report), names[row.of], row.relation) for row in prediction.lineage if row.of in names}
    wanted = {(row.report, row.of, row.relation) for row in affair.lineage}
    return Counts(
        lineage=tally_sets({row[:2] for row in wanted}, {row[:2] for row in found}),
        lineage_relation=tally_sets(wanted, found),
    )
