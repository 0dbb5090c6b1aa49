"""Weights: what each thing compared adds to a candidate's score (log-odds)."""

from __future__ import annotations

from collections.abc import Mapping

#: Things compared for each candidate, in the order of the columns of a block.
OWN = (
    "people",
    "country",
    "region",
    "district",
    "site",
    "unpeopled",
    "spelling",
    "own_name",
    "kind_fits",
    "kind_differs",
)
ROUND = ("near", "nearby", "same_region", "same_country", "within", "outside", "hinted")
#: Fitted on the even-numbered articles of LGL, TR-News and GeoWebNews (conditional logit), but for the kinds and hints,
#: which that gold does not hold: set by hand.
WEIGHTS: Mapping[str, float] = {
    "people": 0.6,
    "country": 3.0,
    "region": 1.5,
    "district": -0.5,
    "site": -1.5,
    "unpeopled": -0.5,
    "spelling": 8.0,
    "own_name": 0.5,
    "kind_fits": 3.0,
    "kind_differs": -3.0,
    "near": 1.0,
    "nearby": 1.0,
    "same_region": 1.0,
    "same_country": 1.5,
    "within": 4.0,
    "outside": -2.0,
    "hinted": 1.5,
}
