"""How the weights of events are made: which claims are of one happening, learnt from affairs with gold claims.

python -m training.events FOLDER...            figures, one affair left out at a time
python -m training.events FOLDER... --write    then fit on all, and write sayso/corroborate/event/weights.py
python -m training.events.rarity               how common words are, counted over the ruled corpus
"""
