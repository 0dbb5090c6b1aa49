"""Conflict: accounts of one event that cannot both be so, and on what they disagree."""
