"""The composition root: the command line, the application, and the window with what opens files in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from companion import READ_COMMAND, RECEIVE_COMMAND, cli, loading_ahead, preflight, thrift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.command import Command
    from companion.texts import Texts


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the program with these arguments (without its own name); gives the exit status."""
    given = sys.argv[1:] if argv is None else argv
    if list(given) == [READ_COMMAND]:
        from companion.readers.process.child import main as read

        return read()
    if list(given) == [RECEIVE_COMMAND]:
        from companion.receiving.child import main as receive

        return receive()
    command = cli.parse(given)
    if command.name != cli.WINDOW:
        return cli.run(command)
    for path in (command.file, command.companion):
        if path is not None and not path.exists():
            print(
                f"There is no file “{path.absolute()}”; look whether its name and folder are written right, "
                "or start the program without it and choose the file in the window.",
                file=sys.stderr,
            )
            return cli.UNUSABLE
    thrift.give_back_memory()
    thrift.digest_without_openssl()
    thrift.collect_seldom()
    from companion.texts import Texts, usual_folder

    texts = Texts(usual_folder())
    if command.file is not None:  # while Qt is loaded, a process reads it, unless it was read before
        texts.read_ahead(command.file.absolute())
    try:
        return _show(command, texts)
    finally:
        texts.end()


def _show(command: Command, texts: Texts) -> int:
    """The window, in which these texts are opened."""
    loading_ahead.begin()
    thrift.import_plainly()
    problem = preflight.problem()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    from companion.ui.running import run

    return run(command.file, command.companion, new_window=command.new_window, texts=texts)
