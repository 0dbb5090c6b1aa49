"""Each file is a step from one state of the tables to the next. Never changed once released."""
