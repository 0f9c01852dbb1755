"""Trains all weights, or scores everything that is found, in one go; run as a script.

    python tests/evaluation/everything.py train KIT
    python tests/evaluation/everything.py score KIT [NOVELS.jsonl]

`KIT` is the folder of the evaluation kit, with ``score.py`` and the gold in ``dev/``. `NOVELS.jsonl` is what
the kit makes of whole novels; without it these are not scored.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def training(kit: Path) -> list[list[str | Path]]:
    """The scripts that learn something, with their arguments, in the order in which they need each other."""
    return [["people.py", "train", kit / "dev"], ["glossary.py", "train", kit / "dev"]]


def scoring(kit: Path, novels: Path | None) -> list[list[str | Path]]:
    """The scripts that score something, with their arguments."""
    gold, scorer = kit / "dev", kit / "score.py"
    scripts: list[list[str | Path]] = [
        ["people.py", "score", gold, scorer],
        ["times.py", "score", gold / "times.jsonl", scorer],
        ["glossary.py", "score", gold, scorer],
    ]
    return [*scripts, ["novels.py", novels, scorer]] if novels else scripts


def main() -> int:
    parser = argparse.ArgumentParser(description="Trains all weights, or scores everything that is found.")
    parser.add_argument("command", choices=("train", "score"))
    parser.add_argument("kit", type=Path)
    parser.add_argument("novels", type=Path, nargs="?")
    given = parser.parse_args()
    scripts = training(given.kit) if given.command == "train" else scoring(given.kit, given.novels)
    status = 0
    for script, *arguments in scripts:
        print(f"== {script}", flush=True)
        status |= subprocess.run([sys.executable, HERE / str(script), *arguments], check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
