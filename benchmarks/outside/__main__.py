"""Measure on public gold of others and print what docs/accuracy.md says of it.

    python -m benchmarks.outside [FOLDER] [--part dev|test] [--ecbplus]

FOLDER holds the gold (default: the folder `gold` of the data beside the checkout). Without `--part`, both parts.
`--ecbplus` prints ECB+ alone, of which `--part train` can be had too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.outside import PARTS, render_outside
from benchmarks.outside.ecbplus import render_ecbplus

BESIDE = Path(__file__).parents[3] / "shared" / "gold"


def main() -> None:
    """Print the sections."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=BESIDE, metavar="FOLDER")
    options.add_argument("--part", choices=("train", *PARTS))
    options.add_argument("--ecbplus", action="store_true")
    given = options.parse_args()
    if given.part == "train" and not given.ecbplus:
        options.error("--part train needs --ecbplus")
    render = render_ecbplus if given.ecbplus else render_outside
    sys.stdout.write(render(given.folder, parts=(given.part,) if given.part else PARTS))


if __name__ == "__main__":
    main()
