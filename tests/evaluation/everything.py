"""Trains all weights, or scores everything that is found, in one go; run as a script.

    python tests/evaluation/everything.py train KIT [--vectors VECTORS.json]
    python tests/evaluation/everything.py score KIT [NOVELS.jsonl] [--vectors VECTORS.json]

`KIT` is the folder of the evaluation kit, with ``score.py`` and the gold in ``dev/``. `NOVELS.jsonl` is what
the kit makes of whole novels; without it these are not scored. `VECTORS.json` are the word vectors that
``glossary.py`` tells of; without them terms are learned without what is known of words.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def training(kit: Path, vectors: list[Path]) -> list[list[str | Path]]:
    """The scripts that learn something, with their arguments, in the order in which they need each other."""
    return [["people.py", "train", kit / "dev"], ["glossary.py", "train", kit / "dev", *vectors]]


def scoring(kit: Path, novels: Path | None, vectors: list[Path]) -> list[list[str | Path]]:
    """The scripts that score something, with their arguments."""
    gold, scorer = kit / "dev", kit / "score.py"
    scripts: list[list[str | Path]] = [
        ["people.py", "score", gold, scorer],
        ["times.py", "score", gold / "times.jsonl", scorer],
        ["glossary.py", "score", gold, scorer, *vectors],
    ]
    return [*scripts, ["novels.py", novels, scorer]] if novels else scripts


def main() -> int:
    parser = argparse.ArgumentParser(description="Trains all weights, or scores everything that is found.")
    parser.add_argument("command", choices=("train", "score"))
    parser.add_argument("kit", type=Path)
    parser.add_argument("novels", type=Path, nargs="?")
    parser.add_argument("--vectors", type=Path)
    given = parser.parse_args()
    vectors = [given.vectors] if given.vectors else []
    is_training = given.command == "train"
    scripts = training(given.kit, vectors) if is_training else scoring(given.kit, given.novels, vectors)
    status = 0
    for script, *arguments in scripts:
        print(f"== {script}", flush=True)
        status |= subprocess.run([sys.executable, HERE / str(script), *arguments], check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
