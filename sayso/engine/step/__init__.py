"""Steps of corroboration, each over one task: lineage, unheld reports, events, holdings."""
