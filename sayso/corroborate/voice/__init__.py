"""Voice: everybody heard on an event, each counted once, with where they stand towards it."""
