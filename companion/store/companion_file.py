"""Companion file: the YAML that teachers and readers write becomes entries, or a list of what is wrong."""

from __future__ import annotations

import re
from pathlib import Path

from companion.core.entries import Entries
from companion.core.message import Message
from companion.core.system_errors import why
from companion.store.beside import companion_path
from companion.store.companion_text import NotTextError, decode
from companion.store.entry_reading import read_entries
from companion.store.yaml_nodes import Complaints, Problem, UnusableError, read_nodes

__all__ = ["CompanionFileError", "Problem", "companion_path", "parse_companion", "read_companion"]

_LARGEST_FILE = 20_000_000
_ODD_INDENT = re.compile(r"^ *[\xa0\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)


class CompanionFileError(Exception):
    """A companion file that has errors.

    `problems` are all of them in the order of the lines, never none; `path` is the file as it was named;
    `entries` is what could be read all the same.
    """

    def __init__(self, path: Path, problems: tuple[Problem, ...], entries: Entries | None = None) -> None:
        first, count = problems[0], len(problems)
        others = "" if count == 1 else " (and 1 more)" if count == 2 else f" (and {count - 1} more)"
        super().__init__(f"{path.name}, line {first.line}: {first.sentence}{others}")
        self.path = path
        self.problems = problems
        self.entries = entries or Entries()


def read_companion(path: Path) -> Entries:
    """The entries of a companion file. Raises `CompanionFileError` with everything that is wrong in it."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        sentence = Message("The file cannot be opened: {reason}.", reason=why(error))
        raise CompanionFileError(path, (Problem(1, 1, sentence),)) from error
    if len(data) > _LARGEST_FILE:
        sentence = Message("This is far too large for a companion file.")
        raise CompanionFileError(path, (Problem(1, 1, sentence),))
    try:
        return _parse(decode(data), path)
    except NotTextError as error:
        raise CompanionFileError(path, (error.problem,)) from None


def parse_companion(text: str, name: str) -> Entries:
    """The entries of a companion file's text; `name` is what the file is called in errors.

    Raises `CompanionFileError` with everything that is wrong in it.
    """
    return _parse(text, Path(name))


def _parse(text: str, path: Path) -> Entries:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    complaints = Complaints(text)
    try:
        entries = read_entries(read_nodes(text, complaints), complaints)
    except UnusableError:
        entries = Entries()
    if complaints:
        raise CompanionFileError(path, _with_odd_indent(text, complaints.problems()), entries)
    return entries


def _with_odd_indent(text: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems and, in the place of those of its line, the first indent that YAML takes for none."""
    found = _ODD_INDENT.search(text)
    if found is None:
        return problems
    sentence = Message(
        "This line is indented with signs that only look like blanks, as they come from web pages; put plain "
        "blanks in their place."
    )
    line = text.count("\n", 0, found.start()) + 1
    others = [problem for problem in problems if problem.line != line]
    return tuple(sorted([*others, Problem(line, found.end() - found.start(), sentence)]))
