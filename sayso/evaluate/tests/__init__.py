"""What the scores count, shown on invented affairs."""
