"""Exchange actions: "Export" and "Import marks": they ask, have it done, and tell what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from companion.ui.bookmarks.marginalia import now
from companion.ui.exchange.export_forms import ExportForms
from companion.ui.exchange.received_books import ReceivedBooks
from companion.ui.program.jobs import unexpected
from companion.ui.program.language import told

if TYPE_CHECKING:
    from companion.core.message import Message
    from companion.exchange.leaving import Form
    from companion.exchange.taking import Taken
    from companion.ui.bench.companion_files import CompanionFiles
    from companion.ui.exchange.exchange_work import Came
    from companion.ui.program.jobs import Jobs
    from companion.ui.program.opening import Opening
    from companion.ui.window import Window

_LONGEST = 100
"""Code points of a mark's words that are shown."""

_MOST_LINES = 200


class ExchangeActions(QObject):
    """Ties the two commands to the palette, to files and to the notes of the open text."""

    def __init__(self, window: Window, opening: Opening, jobs: Jobs, files: CompanionFiles) -> None:
        super().__init__(window)
        self._window, self._opening, self._jobs, self._files = window, opening, jobs, files
        self._reading = window.reading
        self.forms = ExportForms(self)
        self.forms.chosen.connect(self._ask_where)
        self.books = ReceivedBooks(self)
        self.books.chosen.connect(self._take_book)
        self._from = Path()
        actions = window.actions_by_name
        actions["export"].triggered.connect(self._ask_form)
        actions["import_marks"].triggered.connect(self._ask_what)
        self._reading.document_changed.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        for name in ("export", "import_marks"):
            self._window.actions_by_name[name].setEnabled(bool(self._reading.document.text))

    # -- out

    def _ask_form(self) -> None:
        self._window.asking.palette.ask(self.forms)

    def _ask_where(self, form: Form) -> None:
        title = self._window.reading.document.title
        beside = self._opening.path.parent if self._opening.path else Path.home()
        if form.is_folder:
            caption = self.tr("In which folder is a new one to be made?")
            folder = QFileDialog.getExistingDirectory(self._window, caption, str(beside))
            if folder:
                self.write(form, _new_folder(Path(folder), title))
            return
        place = beside / _suggested(form, title)
        file, _ = QFileDialog.getSaveFileName(self._window, told(form.title), str(place))
        if file:
            self.write(form, Path(file))

    def write(self, form: Form, path: Path) -> None:
        """Writes the companion, as far as it may be seen, and the marks; a folder is made anew."""
        from companion.ui.exchange.exchange_work import Writing

        marks = tuple((placed.bookmark, placed.span) for placed in self._reading.marginalia.placed)
        work = Writing(form, self._reading.companion, marks, path)
        job = self._jobs.run(self.tr("Exporting…"), work)
        self._window.progress_line.follow(job)
        job.succeeded.connect(self._tell)
        job.failed.connect(unexpected)

    # -- in

    def _ask_what(self) -> None:
        beside = str(self._opening.path.parent) if self._opening.path else ""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import marks of another program"), beside
        )
        if file:
            self.read(Path(file))

    def read(self, path: Path, book: int = -1) -> None:
        """Takes in what a file of another program holds; `book` is which of its books is meant, if known."""
        from companion.ui.exchange.exchange_work import Reading as ReadingWork

        self._from = path
        reading = self._reading
        notes = reading.marginalia.notes
        work = ReadingWork(path, reading.document, reading.whole.entries, notes, now(), book)
        job = self._jobs.run(self.tr("Finding the places of the marks…"), work)
        self._window.progress_line.follow(job)
        job.succeeded.connect(self._came)
        job.failed.connect(unexpected)

    def _take_book(self, number: int) -> None:
        self.read(self._from, number)

    def _came(self, came: Came) -> None:
        if came.document is not self._reading.document:
            return  # another text was opened meanwhile
        if came.problem is not None:
            self._window.notice.tell(told(came.problem))
        elif came.arrived is not None:
            self.books.arrived = came.arrived
            self._window.asking.palette.ask(self.books)
        elif came.taken is not None:
            self._take(came.taken, came)
        elif came.changes:
            self._tell_left_out(came)
            self._files.offer(came.changes, came.path.name)
        else:
            nothing = self.tr("There is nothing new in {0}.").format(came.path.name)
            self._window.notice.tell(nothing, [told(one) for one in came.left_out], is_warning=False)

    def _take(self, taken: Taken, came: Came) -> None:
        """The marks join the others as one step that can be taken back."""
        from companion.exchange.taking import joined

        marginalia = self._reading.marginalia
        there = marginalia.notes.by_id
        new = sum(mark.id not in there for mark in taken.marks)
        if new:
            shaky = [mark.anchor for mark in taken.shaky if mark.anchor is not None]
            marginalia.take(marginalia.notes, taken.places, shaky)
            is_ready = came.ready is not None and came.ready.of is marginalia.notes
            marks = came.marks if is_ready and came.marks else joined(marginalia.notes, taken.marks, now())
            marginalia.restore(self.tr("Import marks"), marks, came.ready)
        summed = self._summed(taken, new, came.path.name)
        self._window.notice.tell(summed, self._details(taken, came), is_warning=False)
        if came.changes:
            self._files.offer(came.changes, came.path.name)

    def _summed(self, taken: Taken, new: int, name: str) -> str:
        parts = [self.tr("%Ln placed", "", len(taken.placed))]
        if taken.shaky:
            parts.append(self.tr("%Ln perhaps not in the right place", "", len(taken.shaky)))
        if taken.lost:
            parts.append(self.tr("%Ln not found", "", len(taken.lost)))
        if len(taken.marks) > new:
            parts.append(self.tr("%Ln there already", "", len(taken.marks) - new))
        return self.tr("Marks from {0}: {1}.").replace("{0}", name).replace("{1}", ", ".join(parts))

    def _details(self, taken: Taken, came: Came) -> list[str]:
        lines = [self.tr("Not found: {0}").format(_shown(mark.words)) for mark in taken.lost]
        lines += [self.tr("Not sure: {0}").format(_shown(mark.words)) for mark in taken.shaky]
        return [told(one) for one in came.left_out] + lines[:_MOST_LINES]

    def _tell_left_out(self, came: Came) -> None:
        if came.left_out:
            first, *others = (told(one) for one in came.left_out)
            self._window.notice.tell(first, others, is_warning=False)

    def _tell(self, sentence: Message) -> None:
        self._window.notice.tell(told(sentence), is_warning=False)


def _suggested(form: Form, title: str) -> str:
    from companion.exchange.bundle import file_name

    return "xray_cache.lua" if form.ending == ".lua" else f"{file_name(title)}{form.ending}"


def _new_folder(folder: Path, title: str) -> Path:
    """A folder that is not there yet, called as the text is."""
    from companion.exchange.bundle import file_name

    made, number = folder / file_name(title), 1
    while made.exists():
        number += 1
        made = folder / f"{file_name(title)} {number}"
    return made


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
