"""How the shipped reader is made: `python -m training --help`."""
