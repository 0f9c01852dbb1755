"""Entry notes: what the reader noted on an entry, where that stands open, and a button for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.core.corrections import subject_of
from companion.ui.looks.theme import Role
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_LONGEST = 400
"""Code points of the notes that are shown; the tooltip has more."""


class EntryNotes(QWidget):
    """Is not there while nothing is noted on the entry.

    Signals:
        resized(): it needs another height than before.
    """

    resized = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_notes")
        self._reading = reading
        self._entry: Entry | None = None
        self._words = Paragraph(look, self, Role.INK)
        self._words.setContentsMargins(SmallButton.padding, 0, SmallButton.padding, 0)
        self._edit = SmallButton(look, self.tr("your note"), "", self)
        self._edit.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._edit)
        column.addWidget(self._words)
        self._edit.clicked.connect(self._open)
        reading.bookmarks_changed.connect(self._renew)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown of the notes; nothing while there are none."""
        return self._words.text() if not self.isHidden() else ""

    def show_entry(self, entry: Entry) -> None:
        """Shows what is noted on this entry."""
        self._entry = entry
        self._renew()

    def add(self) -> None:
        """Begins a note on the entry."""
        if self._entry is not None:
            self._reading.note_about(subject_of(self._entry))

    def _renew(self, _: object = None) -> None:
        marks = self._reading.marginalia.about(subject_of(self._entry)) if self._entry is not None else []
        told = [" ".join(mark.note.split()) or mark.label for mark in marks]
        whole = "\n".join(words for words in told if words)
        before = self.words
        self._words.say(whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…")
        self._words.setToolTip(plain_tooltip(whole) if len(whole) > _LONGEST else "")
        self.setVisible(bool(whole))
        if self._entry is not None:
            name = self.tr("Change your note on {0}").format(self._entry.heading)
            self._edit.say(self._edit.words, name)
        if before != self.words:
            self.resized.emit()

    def _open(self) -> None:
        """Opens the last of the notes to be changed."""
        marks = self._reading.marginalia.about(subject_of(self._entry)) if self._entry is not None else []
        if marks:
            self._reading.choose_bookmark(marks[-1].id)
            self._reading.edit_wanted.emit(marks[-1].id)
