"""Holding: who is said to hold a place, from when to when, and how that stands."""
