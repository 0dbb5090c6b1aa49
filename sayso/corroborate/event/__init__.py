"""Event: claims about one happening: pairs scored with reasons, twins folded, clusters by average linkage."""
