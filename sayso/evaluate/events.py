"""Events: are claims about one happening together, and those about others apart? (B-cubed)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.evaluate.counts import ClusterTally, Counts
from sayso.evaluate.gold import GoldAffair, GoldEvent
from sayso.evaluate.prediction import PredictedEvent, Prediction

#: The predicted event that stands for each gold event, by gold's identifier; None where there is none.
EventMatches = Mapping[str, PredictedEvent | None]


def count_events(affair: GoldAffair, prediction: Prediction, links: Mapping[str, str]) -> Counts:
    """B-cubed over the gold claims that stand in events.

    `links` gives the record's claim for a gold claim; a gold claim without one is a cluster of its own.
    """
    gold = {claim: event.id for event in affair.events for claim in event.claims}
    predicted = _cluster(list(gold), prediction, links)
    right = Counter((gold[claim], predicted[claim]) for claim in gold)
    gold_sizes, predicted_sizes = Counter(gold.values()), Counter(predicted.values())
    return Counts(
        events=ClusterTally(
            precision=sum(right[gold[claim], predicted[claim]] / predicted_sizes[predicted[claim]] for claim in gold),
            recall=sum(right[gold[claim], predicted[claim]] / gold_sizes[gold[claim]] for claim in gold),
            claims=len(gold),
        )
    )


def match_events(affair: GoldAffair, prediction: Prediction, links: Mapping[str, str]) -> EventMatches:
    """For each gold event, the predicted one that has most of its claims, the first on a tie."""
    events = {event.id: event for event in prediction.events}
    in_gold = [claim for event in affair.events for claim in event.claims]
    clusters = _cluster(in_gold, prediction, links)
    return {event.id: _match_event(event, events, clusters) for event in affair.events}


def _match_event(
    event: GoldEvent, events: Mapping[str, PredictedEvent], clusters: Mapping[str, str]
) -> PredictedEvent | None:
    votes = Counter(clusters[claim] for claim in event.claims if clusters[claim] in events)
    return events[votes.most_common(1)[0][0]] if votes else None


def _cluster(gold: Sequence[str], prediction: Prediction, links: Mapping[str, str]) -> Mapping[str, str]:
    """The predicted cluster of each gold claim: an event, itself alone, or nothing."""
    event_of = {claim: event.id for event in prediction.events for claim in event.claims}
    clusters = {}
    for claim in gold:
        link = links.get(claim)
        clusters[claim] = f"none:{claim}" if link is None else event_of.get(link, f"solo:{link}")
    return clusters
