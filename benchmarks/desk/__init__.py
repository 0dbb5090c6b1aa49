"""The desk under load: a large invented record, many people at once, and Datasette beside it."""
