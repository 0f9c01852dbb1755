"""Exchange work: what is done in the background when files of other programs are written and read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from companion.core.correcting.differing import Part
from companion.core.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.correcting import Change
    from companion.core.document import Document, Span
    from companion.core.entries import Entries
    from companion.core.notes import Mark, Notes
    from companion.exchange.arrived import Arrived
    from companion.exchange.leaving import Form
    from companion.exchange.taking import Taken
    from companion.ui.bookmarks.mark_steps import Ready


class Writing:
    """Work for a thread: a form is written; the sentence that comes back says how that went.

    `path` is that of the one file, or of a folder that is made for several; nothing in it is overwritten.
    """

    def __init__(
        self, form: Form, companion: Companion, marks: tuple[tuple[Mark, Span | None], ...], path: Path
    ) -> None:
        self._form, self._companion, self._marks, self._path = form, companion, marks, path

    def __call__(self, report: Callable[[float], None]) -> Message:
        from companion.core.system_errors import why
        from companion.exchange.bundle import bundle
        from companion.output.writing import write_whole

        report(0.0)
        files = self._form.write(bundle(self._companion, self._marks), int(time.time()))
        try:
            if not self._form.is_folder:
                write_whole(self._path, next(iter(files.values())))
                return Message("It is written to {file}.", file=self._path.name)
            self._path.mkdir(parents=True)
            for number, (name, data) in enumerate(files.items()):
                write_whole(self._path / name, data)
                report(number / len(files))
        except OSError as error:
            return Message("{file} cannot be written: {reason}.", file=self._path.name, reason=why(error))
        return Message("It is written to the folder {file}.", file=self._path.name)


class Came(NamedTuple):
    """What came of a file: marks with their places, what its entries say otherwise, or why there is nothing.

    Where `arrived` is given the reader has to say first which of its books is meant. `marks` are the notes
    with those that came, `ready` what comes of them.
    """

    path: Path
    document: Document
    taken: Taken | None = None
    changes: tuple[Change, ...] = ()
    left_out: tuple[Message, ...] = ()
    arrived: Arrived | None = None
    marks: Notes | None = None
    ready: Ready | None = None
    problem: Message | None = None


class Reading:
    """Work for a thread: a file of another program is read, and its marks are placed in the text.

    `own` and `notes` are what the text has by now; `book` is the number of the one that is meant, or -1 to
    find that out.
    """

    def __init__(
        self, path: Path, document: Document, own: Entries, notes: Notes, now: str, book: int = -1
    ) -> None:
        self._path, self._document, self._own, self._now, self._book = path, document, own, now, book
        self._notes = notes

    def __call__(self, report: Callable[[float], None]) -> Came:
        from companion.core.system_errors import why
        from companion.exchange.arrived import ForeignError
        from companion.receiving import received_from

        report(0.0)
        came = Came(self._path, self._document)
        try:
            told = received_from(self._path, report)
        except OSError as error:
            reason = why(error)
            return came._replace(
                problem=Message("{file} cannot be read: {reason}.", file=self._path.name, reason=reason)
            )
        except ForeignError as error:
            return came._replace(problem=error.sentence)
        return self._understood(told, came._replace(left_out=told.left_out), report)

    def _understood(self, told: Arrived, came: Came, report: Callable[[float], None]) -> Came:
        from companion.core.correcting import difference
        from companion.exchange.taking import book_for, joined, taken
        from companion.ui.bookmarks.mark_steps import made_ready

        if len(told.entries):
            changes = difference(self._own, told.entries)
            # What the other program does not say takes nothing away.
            said = (_further(one) for one in changes if one.after or one.part is Part.ADDED)
            came = came._replace(
                changes=tuple(one for one in said if one.part is Part.ADDED or one.after != one.before)
            )
        if not told.books:
            return came
        book = told.books[self._book] if self._book >= 0 else book_for(told, self._document)
        if book is None:
            return came._replace(arrived=told)
        found = taken(book.marks, self._document, self._now, progress=report)
        marks = joined(self._notes, found.marks, self._now)
        ready = made_ready(self._notes, marks, self._now)
        return came._replace(taken=found, marks=marks, ready=ready)


def _further(change: Change) -> Change:
    """A change that shows names as they will be: the other program's are added to those there are."""
    if change.part is not Part.ALIASES:
        return change
    names = dict.fromkeys(line for line in f"{change.before}\n{change.after}".split("\n") if line)
    return change._replace(after="\n".join(names))
