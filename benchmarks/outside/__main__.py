"""Measure on public gold of others and print what docs/accuracy.md says of it.

    python -m benchmarks.outside [FOLDER] [--part dev|test]

FOLDER holds the gold (default: the folder `gold` of the data beside the checkout). Without `--part`, both parts.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.outside import PARTS, render_outside

BESIDE = Path(__file__).parents[3] / "shared" / "gold"


def main() -> None:
    """Print the sections."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=BESIDE, metavar="FOLDER")
    options.add_argument("--part", choices=PARTS)
    given = options.parse_args()
    sys.stdout.write(render_outside(given.folder, parts=(given.part,) if given.part else PARTS))


if __name__ == "__main__":
    main()
