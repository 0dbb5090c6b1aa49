"""Translations: matters of which one page was made from another in other letters, and how well lineage finds that."""
