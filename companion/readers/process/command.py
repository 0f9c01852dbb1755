"""The command that starts a reading process, and the surroundings in which it finds the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from companion import READ_COMMAND


def command(word: str = READ_COMMAND, module: str = "companion.readers.process.child") -> list[str]:
    """The program and its arguments: `word` where it is one frozen file, else the `module` that is begun.

    Nothing is ever imported from the folder that somebody stands in.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    return [sys.executable, "-P", "-m", module]


def surroundings() -> dict[str, str]:
    """The environment, in which the process finds the program from wherever it was started."""
    here = str(Path(__file__).resolve().parents[3])
    places = [here, os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
