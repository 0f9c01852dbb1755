"""Page foot: a quiet line under the text: the way back after a jump, where one is, what is left to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from companion.core.pace import Pace
from companion.ui.contents.place_words import progress_in_words
from companion.ui.entries.entry_words import place_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role, cover
from companion.ui.parts.key_of import action_of, key_in_words
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from companion.core.document import Document, Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_OFFERED_FOR = 20_000
"""Milliseconds for which the way back is offered; Alt+Left and the menu know it for ever."""


class PageFoot(QWidget):
    """Follows the reader. After a jump it offers the place where she was, until she has read on for a
    while or is back there."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_foot")
        self._reading, self._look = reading, look
        self._pace: Pace | None = None
        self._left: int | None = None
        self.back = SmallButton(look, self.tr("‹ back"), "", self)
        self.back.setObjectName("back_to_place")
        self._tell_key()
        if (action := action_of(self, "back")) is not None:
            action.changed.connect(self._tell_key)
        self.back.clicked.connect(reading.back)
        self.back.hide()
        self._progress = Plain(look, self)
        self._progress.setObjectName("progress_words")
        self._progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._progress.setMinimumWidth(0)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 22, 2)
        line.addWidget(self.back)
        line.addWidget(self._progress, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_OFFERED_FOR)
        self._patience.timeout.connect(self._withdraw)
        reading.document_changed.connect(self._show_document)
        reading.place_changed.connect(self._show_place)
        reading.history_changed.connect(self._note_jump)
        look.changed.connect(self._set_type)
        self._set_type()
        self._show_document(reading.document)

    def _tell_key(self) -> None:
        key, words = key_in_words(self, "back"), self.tr("Goes back to where you were")
        self.back.setToolTip(f"{words} ({key})" if key else words)

    @property
    def words(self) -> str:
        """Where the reader is and what is left, as it is shown."""
        return self._progress.text()

    # -- where one is

    def _show_document(self, document: Document) -> None:
        self._pace = None
        self._forget()
        self._show_place(self._reading.place)

    def _show_place(self, place: Span) -> None:
        document = self._reading.document
        if self._pace is None:
            self._pace = Pace(document.text)
        words = progress_in_words(document, place, self._pace) if place.end else ""
        if words != self.words:
            self._progress.setText(words)
            self._progress.setAccessibleName(words)
        self._offer()

    # -- where one was

    def _note_jump(self) -> None:
        """A jump leaves the present place, and nothing lies ahead of it; going back and forth is none."""
        reading = self._reading
        if reading.can_go_back and not reading.can_go_forward:
            self._left = reading.place.start
            self._patience.start()
        else:
            self._forget()

    def _offer(self) -> None:
        """Shows the way back as long as the place that was left is out of sight."""
        if self._left is None:
            return
        place = self._reading.place
        if not (place.start <= self._left < max(place.end, place.start + 1)):
            where = place_in_words(self._reading.document, self._left)
            self.back.say(self.tr("‹ back to {place}").format(place=where))
            self.back.show()
        elif not self.back.isHidden():
            self._forget()

    def _withdraw(self) -> None:
        """Takes the offer away, unless the reader is about to take it."""
        if self.back.hasFocus() or self.back.underMouse():
            self._patience.start()
        else:
            self._forget()

    def _forget(self) -> None:
        self._left = None
        self._patience.stop()
        if self.back.hasFocus():
            self.back.clearFocus()
        self.back.hide()

    # -- how it looks

    def _set_type(self) -> None:
        self._progress.setFont(lettered(self.font(), size=SMALL, figures=True))
        self.setFixedHeight(max(26, self.back.sizeHint().height() + 4))
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        cover(QPainter(self), self.rect(), self._look[Role.PAPER])
