"""Values that records are made of, one file for each idea, with the same verbs."""
