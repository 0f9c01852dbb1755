"""Companion files: the corrected companion is written out to be shared; one received is laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from companion.core.message import Message
from companion.ui.program.jobs import unexpected
from companion.ui.program.language import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.core.companion import Companion
    from companion.core.correcting import Change
    from companion.core.entries import Entries
    from companion.ui.bench.lay_over import LayOver
    from companion.ui.program.jobs import Jobs
    from companion.ui.program.opening import Opening
    from companion.ui.window import Window

_ENDING = ".companion.yaml"


class CompanionFiles(QObject):
    """Ties the two commands of the menu to files."""

    def __init__(self, window: Window, opening: Opening, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._opening, self._jobs = window, opening, jobs
        self._reading = window.reading
        self.lay_over: LayOver | None = None
        actions = window.actions_by_name
        actions["save_companion"].triggered.connect(self._ask_where)
        actions["lay_over"].triggered.connect(self._ask_what)
        self._reading.companion_changed.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        is_there = bool(len(self._reading.whole.entries))
        for name in ("save_companion", "lay_over"):
            self._window.actions_by_name[name].setEnabled(is_there)

    # -- out

    def _ask_where(self) -> None:
        chosen = self._usual_place()
        file, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the companion as a file"),
            str(chosen) if chosen else "",
            self.tr("Companion files (*.yaml *.yml)"),
        )
        if file:
            self.write(Path(file))

    def _usual_place(self) -> Path | None:
        """Beside the text; never what lies there already."""
        text = self._opening.path
        if text is None:
            return None
        place, number = text.with_name(f"{text.stem}{_ENDING}"), 1
        while place.exists():
            number += 1
            place = text.with_name(f"{text.stem}-{number}{_ENDING}")
        return place

    def write(self, path: Path) -> None:
        """Writes all of the companion with every correction; a file that a person wrote keeps its form."""
        job = self._jobs.run("", _Write(self._reading.whole, self._opening.companion_path, path))
        job.succeeded.connect(self._tell)
        job.failed.connect(unexpected)

    # -- in

    def _ask_what(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Lay a companion file over this one"),
            str(self._opening.path.parent) if self._opening.path else "",
            self.tr("Companion files (*.yaml *.yml)"),
        )
        if file:
            self.compare(Path(file))

    def compare(self, path: Path) -> None:
        """Shows what the companion file says otherwise than the companion of the open text."""
        job = self._jobs.run("", _Compare(self._reading.whole.entries, path))
        job.succeeded.connect(self._show)
        job.failed.connect(unexpected)

    def _show(self, compared: _Compared) -> None:
        if compared.problem is not None:
            self._tell(compared.problem)
        else:
            self.offer(compared.changes, compared.name)

    def offer(self, changes: Sequence[Change], name: str) -> None:
        """Shows what the file of that name says otherwise; what is ticked of it is laid over."""
        if self.lay_over is None:
            from companion.ui.bench.lay_over import LayOver

            self.lay_over = LayOver(self._window.look, self._window)
            self.lay_over.wanted.connect(self._reading.mending.lay)
        self.lay_over.offer(changes, name)

    def _tell(self, sentence: Message) -> None:
        self._window.notice.tell(told(sentence), is_warning=False)


class _Write:
    """Work for a thread: a companion becomes a file; the sentence that comes back says how that went."""

    def __init__(self, companion: Companion, source: Path | None, path: Path) -> None:
        self._companion, self._source, self._path = companion, source, path

    def __call__(self, _: Callable[[float], None]) -> Message:
        from companion.core.system_errors import why
        from companion.output.writing import write_whole

        try:
            write_whole(self._path, self._text().encode("utf-8"))
        except OSError as error:
            return Message("{file} cannot be written: {reason}.", file=self._path.name, reason=why(error))
        return Message("The companion is written to {file}.", file=self._path.name)

    def _text(self) -> str:
        from companion.linking import with_needed_pins
        from companion.store.companion_file import CompanionFileError
        from companion.store.companion_mending import mended
        from companion.store.companion_text import NotTextError, decode
        from companion.store.companion_writing import companion_text

        companion = with_needed_pins(self._companion)
        if self._source is not None:
            try:
                return mended(decode(self._source.read_bytes()), companion, self._source.name)
            except (OSError, NotTextError, CompanionFileError):
                pass  # it is gone, or somebody else is at work in it: all of it is written anew
        return companion_text(companion)


class _Compared(NamedTuple):
    """What a file says otherwise, or why it cannot be read."""

    name: str
    changes: list[Change]
    problem: Message | None = None


class _Compare:
    """Work for a thread: a companion file is read and compared."""

    def __init__(self, entries: Entries, path: Path) -> None:
        self._entries, self._path = entries, path

    def __call__(self, _: Callable[[float], None]) -> _Compared:
        from companion.core.correcting import difference
        from companion.store.companion_file import CompanionFileError, read_companion

        try:
            other = read_companion(self._path)
        except CompanionFileError as error:
            first = error.problems[0]
            sentence = Message(
                "{file}, line {line}: {problem}",
                file=self._path.name,
                line=str(first.line),
                problem=first.sentence,
            )
            return _Compared(self._path.name, [], sentence)
        return _Compared(self._path.name, difference(self._entries, other))
