"""3. Report to Reading: who says what, under which stance, anchored to exact words.

The native reader works offline on a plain CPU: one small encoder finds the cues of attributions and the triggers of
claims, two heads label the words about them, plain rules decode the rest. `weights/CARD.md` has its data, figures and
faults.
"""

from sayso.read.protocol import AnyReader
from sayso.read.reader import WEIGHTS, find_attributions, load_reader, read
from sayso.read.reading import Reader

__all__ = ["WEIGHTS", "AnyReader", "Reader", "find_attributions", "load_reader", "read"]
