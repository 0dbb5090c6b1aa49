"""Lineage: which report derives from which, and what a report says itself of where it has things from."""
