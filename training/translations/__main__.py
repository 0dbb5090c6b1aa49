"""Prints precision and recall of translations between alphabets: `python -m training.translations`.

Thresholds were chosen on the first half; what is unseen was written when they stood.
"""

from __future__ import annotations

import argparse

from training.translations.measuring import DAMAGES, UNSEEN, measure, read_matters


def main() -> None:
    """Each set as it is and damaged; with `--misses` what was missed and what is false."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    matters = read_matters()
    sets = {"first half": matters[::2], "second half": matters[1::2], "unseen": read_matters(UNSEEN)}
    print("| set | pages | pairs | precision | recall |\n|---|---|---|---|---|")
    for title, chosen in sets.items():
        for name, damage in DAMAGES.items():
            found = measure(chosen, damage)
            print(f"| {title} | {name} | {found.expected} | {found.precision:.0f} | {found.recall:.0f} |")
            for edge in (*found.misses, *(f"false: {edge}" for edge in found.false)) if args.misses else ():
                print(f"    {edge}")


if __name__ == "__main__":
    main()
