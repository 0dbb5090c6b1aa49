"""What things are: one frozen record for each concept of `docs/glossary.md`, with its own rules.

No input or output here, and no import of anything else of ours.
"""
