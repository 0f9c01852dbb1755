"""Earlier notes: a window in which one sees what the notes of a text once were, and has them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
)

from companion.ui.bookmarks.bookmark_words import bookmark_title, bookmarks_in_words, kind_of_mark
from companion.ui.entries.entry_words import figures
from companion.ui.parts.push_button import PushButton
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.core.notes import Mark, Notes
    from companion.store.generations import State
    from companion.ui.bookmarks.keeping import Keeper
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_MOST_SHOWN = 500
"""Marks of a state that are shown."""


class EarlierNotes(QDialog):
    """On the left when, on the right what; below, the folder in which all notes are kept."""

    def __init__(self, keeper: Keeper, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("earlier_notes")
        self.setWindowTitle(self.tr("Earlier states of your notes"))
        self._keeper, self._reading = keeper, reading
        self._states: list[State] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Earlier states"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("What the notes were then"))
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.folder = QLabel(self)
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder.setWordWrap(True)
        self.restore = PushButton(self.tr("&Make the notes what they were then"), self)
        self.move_folder = PushButton(self.tr("Another &folder…"), self)
        self.shut = PushButton(self.tr("&Close"), self)
        self._arrange()
        self.list.currentRowChanged.connect(self._show_state)
        self.restore.clicked.connect(self._restore)
        self.move_folder.clicked.connect(self._ask_for_folder)
        self.shut.clicked.connect(self.close)
        keeper.kept.connect(self._say_folder)
        reading.document_changed.connect(self._renew)
        look.changed.connect(self.update)

    def _arrange(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list, 2)
        both.addWidget(self.preview, 3)
        below = QHBoxLayout()
        below.addWidget(self.folder, 1)
        below.addWidget(self.move_folder)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(both, 1)
        column.addLayout(buttons)
        column.addLayout(below)

    def show_over(self) -> None:
        """Shows itself with the states of the open text."""
        self.resize(min(720, self.screen().availableGeometry().width() - 40), 460)
        self._renew()
        self.show()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the states

    def _renew(self, _: object = None) -> None:
        self._say_folder()
        self._take([])
        if (job := self._keeper.earlier()) is not None:
            job.succeeded.connect(self._take)

    def _take(self, states: list[State]) -> None:
        self._states = states
        self.list.clear()
        self.list.addItems([_state_in_words(state) for state in states])
        if states:
            self.words.setText(self.tr("A state is kept of each of the last days, weeks and months."))
            self.list.setCurrentRow(0)
        else:
            self.words.setText(self.tr("Nothing is kept yet of what the notes of this text were before."))
            self._show_state(-1)

    def _show_state(self, row: int) -> None:
        past = self._past(row)
        self.restore.setEnabled(past is not None)
        self.preview.setPlainText("\n".join(_told(past)) if past is not None else "")

    def _past(self, row: int) -> Notes | None:
        return self._keeper.state(self._states[row]) if 0 <= row < len(self._states) else None

    def _restore(self) -> None:
        """As one step that `undo` takes back; what the notes are now is kept as a state of its own."""
        past = self._past(self.list.currentRow())
        if past is not None:
            self._reading.marginalia.restore(self.tr("Restore an earlier state"), past)
            words = self.tr("The notes are now what they were: {0}. Undo takes it back.")
            self.words.setText(words.replace("{0}", self.list.currentItem().text()))

    # -- the folder

    def _say_folder(self) -> None:
        self.folder.setText(self.tr("All notes are kept in {0}").replace("{0}", str(self._keeper.folder)))

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Keep the notes in"))
        if folder:
            self._keeper.move_notes(Path(folder))


def _state_in_words(state: State) -> str:
    """``"1 May 2026 17:30 · 12 marks, 3 with notes"``."""
    time = QDateTime.fromString(state.time, Qt.DateFormat.ISODate)
    when = (
        QLocale().toString(time.toLocalTime(), QLocale.FormatType.ShortFormat)
        if time.isValid()
        else state.time
    )
    parts = [bookmarks_in_words(state.marks)]
    if state.notes:
        parts.append(translated("{0} with notes").format(figures(state.notes)))
    if state.corrections:
        parts.append(translated("{0} corrections").format(figures(state.corrections)))
    return f"{when} · {', '.join(parts)}"


def _told(past: Notes) -> list[str]:
    marks = past.bookmarks
    lines = [_mark_in_words(mark) for mark in marks[:_MOST_SHOWN]]
    return [*lines, "…"] if len(marks) > _MOST_SHOWN else lines


def _mark_in_words(mark: Mark) -> str:
    title = f"{mark.colour.letter} {kind_of_mark(mark.kind)}: {bookmark_title(mark)[:300]}"
    note = " ".join(mark.note.split())
    return f"{title}\n    {note[:300]}" if note and note not in title else title
