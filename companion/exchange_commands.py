"""Exchange commands: a companion goes out to other programs, and marks and entries come in from them."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from companion.command import RefusedError
from companion.commands import companion_of, counts, document_at, marks_of
from companion.core.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.building import Complaint
    from companion.command import Command
    from companion.core.document import Document
    from companion.core.entries import Entries
    from companion.core.message import Message
    from companion.exchange.arrived import Arrived, Book
    from companion.exchange.taking import Taken

_LONGEST = 100
"""Code points of a mark's words that are shown."""


def export(command: Command) -> bytes:
    """One file for standard output; files that go to a file or a folder are written here."""
    from companion.exchange.bundle import bundle
    from companion.exchange.leaving import FORMS, form

    if command.is_list:
        return "".join(f"{one.name:16}{one.title}\n" for one in FORMS).encode()
    chosen = form(command.form)
    companion = companion_of(command.file or Path(), command.companion)
    made = chosen.write(bundle(companion, marks_of(command, companion.document)), int(time.time()))
    if command.out == "-" and not chosen.is_folder:
        return next(iter(made.values()))
    where = Path(command.out)
    if chosen.is_folder:
        if command.out == "-" or (where.exists() and not where.is_dir()):
            raise RefusedError(f"{chosen.name} is several files and {where} is no folder; name one with -o.")
        _write_all({where / name: data for name, data in made.items()})
    else:
        from companion.output.writing import write_whole

        name, data = next(iter(made.items()))
        _write(where / name if where.is_dir() else where, data, write_whole)
    return b""


def _write_all(files: dict[Path, bytes]) -> None:
    """Files of which none may be there: somebody may have written in them."""
    from companion.output.writing import write_new

    there = next((path for path in files if path.exists()), None)
    if there is not None:
        raise _is_there(there)
    for path, data in files.items():
        _write(path, data, write_new)


def _is_there(path: Path) -> RefusedError:
    return RefusedError(f"{path} is there already and is left as it is; name another place with -o.")


def _write(path: Path, data: bytes, write: Callable[[Path, bytes], None]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, data)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        raise RefusedError(f"{path} cannot be written: {why(error)}.") from None


def take_in(command: Command) -> Iterator[str | Complaint]:
    """What of another program's file was placed in the text, what is doubtful, and what was not placed.

    Marks go into the notes of the text, entries into a companion file, unless it is only to be told.
    """
    from companion.exchange.arrived import ForeignError
    from companion.receiving import received_from

    source = command.source or Path()
    try:
        told = received_from(source, _nobody)
    except OSError as error:
        raise RefusedError(f"{source} cannot be read: {why(error)}.") from None
    except ForeignError as error:
        raise RefusedError(f"{source}: {error}") from None
    document = document_at(command.file or Path())
    if told.books:
        yield from _take_marks(command, told, document)
    if len(told.entries):
        yield _take_entries(command, told.entries, document)
    if not told.books and not len(told.entries):
        yield f"{source}: nothing in it has words of a text.\n"
    yield from (f"left out: {sentence}\n" for sentence in told.left_out)


def _nobody(_: float) -> None:
    """Takes the progress when nobody asks for it."""


def _take_marks(command: Command, told: Arrived, document: Document) -> Iterator[str]:
    from companion.exchange.taking import taken

    book = _book(command, told, document)
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    found = taken(book.marks, document, now)
    if not command.is_dry:
        _keep(command, found, document, now)
    yield (
        f"{book.title or command.source}: {_counted(len(found.marks))}; {len(found.placed):,} placed, "
        f"{len(found.shaky):,} shaky, {len(found.lost):,} not placed"
        f"{'; nothing is kept of this trial' if command.is_dry else ''}.\n"
    )
    yield from (f"shaky: {_shown(mark.words)}\n" for mark in found.shaky)
    yield from (f"not placed: {_shown(mark.words)}\n" for mark in found.lost)


def _counted(number: int) -> str:
    return "1 mark" if number == 1 else f"{number:,} marks"


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}…”"


def _book(command: Command, told: Arrived, document: Document) -> Book:
    """The book of the file that is meant. Raises RefusedError, which names those that there are."""
    from companion.exchange.taking import book_for

    wanted = command.book.casefold()
    named = [book for book in told.books if wanted in book.title.casefold()] if wanted else []
    book = named[0] if len(named) == 1 else None if wanted else book_for(told, document)
    if book is None:
        titles = "\n".join(f"  {one.title or '(without a title)'}" for one in (named or told.books))
        raise RefusedError(f"Say with --book which book of {command.source} is meant:\n{titles}")
    return book


def _keep(command: Command, found: Taken, document: Document, now: str) -> None:
    from companion import preflight
    from companion.store.notes_file import NotSavedError

    if sentence := preflight.problem(screen=False):
        raise RefusedError(sentence)
    from companion.ui.exchange.kept_marks import keep

    try:
        remarks = keep(command.file or Path(), document, found.marks, now)
    except NotSavedError as error:
        raise RefusedError(_not_kept(error.sentence)) from None
    for remark in remarks:
        _tell(remark)


def _not_kept(sentence: Message) -> str:
    """Why the marks are not kept, for somebody who has no window in which they still are."""
    if not {"folder", "why"} <= sentence.parts.keys():
        return str(sentence)
    return "The marks could not be saved in ‘{folder}’ because {why}.".format_map(sentence.parts)


def _take_entries(command: Command, entries: Entries, document: Document) -> str:
    """Entries become a companion file of their own, which the window lays over the reader's."""
    from companion.linking import link
    from companion.store.companion_writing import companion_text

    companion = link(document, entries)
    named = sum(1 for entry in companion.entries if companion.links.count(entry.id))
    told = f"{counts(entries)}, of which the text names {named:,}"
    if command.is_dry or not command.out:
        return f"{told}; name a companion file with -o, and they are written there.\n"
    made = companion_text(companion)
    if command.out == "-":
        _tell(f"{told}.")
        return made
    _write_all({Path(command.out): made.encode("utf-8", "replace")})
    return f"{command.out}: {told}.\n"


def _tell(remark: str) -> None:
    """What is said beside that which goes to standard output."""
    if sys.stderr is not None:
        sys.stderr.write(f"{remark}\n")


COMMANDS: dict[str, Callable[[Command], bytes | Iterator[str | Complaint]]] = {
    "export": export,
    "import": take_in,
}
"""What each command gives for standard output, as in ``companion.commands``."""
