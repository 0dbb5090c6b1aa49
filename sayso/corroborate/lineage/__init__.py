"""Lineage: which report derives from which, and what a report says itself of where it has things from.

    text ─► keys ─► candidates ─► comparing ─► relation, version, credit ─► unheld
                                  direction    the likeliest parent         what nobody here holds

Whether one report derives from another depends on the two and on the other candidates of the first,
never on a count over the record; so a neighbourhood that holds the candidates gives what the record gives.
"""
