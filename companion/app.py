"""The composition root: the command line, the application, and the window with what opens files in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from companion import cli, preflight

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the program with these arguments (without its own name); gives the exit status."""
    command = cli.parse(sys.argv[1:] if argv is None else argv)
    if command.name != cli.WINDOW:
        return cli.run(command)
    problem = preflight.problem()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    for path in (command.file, command.companion):
        if path is not None and not path.exists():
            print(f"There is no file “{path}”.", file=sys.stderr)
            return cli.UNUSABLE
    from companion.ui.session import run

    return run(command.file, command.companion, new_window=command.new_window)
