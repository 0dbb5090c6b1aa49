"""Prints precision and recall of translations between alphabets: `python -m training.translations`.

The first half is that on which thresholds were chosen.
"""

from __future__ import annotations

import argparse

from training.translations.measuring import DAMAGES, measure, read_matters


def main() -> None:
    """Both halves, as they are and damaged; with `--misses` what was missed and what is false."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--half", type=int, choices=(1, 2), help="only the half to choose on (1) or to measure on (2)")
    args = parser.parse_args()
    matters = read_matters()
    print("| half | pages | pairs | precision | recall |\n|---|---|---|---|---|")
    for half in (args.half,) if args.half else (1, 2):
        for name, damage in DAMAGES.items():
            found = measure(matters[half - 1 :: 2], damage)
            print(f"| {half} | {name} | {found.expected} | {found.precision:.0f} | {found.recall:.0f} |")
            for edge in (*found.misses, *(f"false: {edge}" for edge in found.false)) if args.misses else ():
                print(f"    {edge}")


if __name__ == "__main__":
    main()
