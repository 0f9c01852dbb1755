"""Field: one line to type into, without a box; a hairline under it turns to the accent while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

_GAP = 16
"""Pixels at least between what is typed and the caption of a line."""


class Field(QLineEdit):
    """A line of words.

    Signals:
        left_down(): Down was pressed; the list under the field is wanted.
        escaped(): Esc was pressed.
    """

    left_down = Signal()
    escaped = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0 2px; }")
        self.setFixedHeight(max(28, self.fontMetrics().height() + 10))
        self._clear = SmallButton(look, "×", self.tr("Clear"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._show_clear)
        taken = self._clear.sizeHint().width()
        self.setTextMargins(*((taken, 0, 0, 0) if self.isRightToLeft() else (0, 0, taken, 0)))
        self.caption = ""
        """What the line is for: stands at its end while there are words in it, if there is room."""
        self.takes_escape = True
        """Whether Esc is the field's own now, before any shortcut of the window."""

    def _show_clear(self, words: str) -> None:
        self._clear.setVisible(bool(words))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._clear.sizeHint()
        left = 0 if self.isRightToLeft() else self.width() - size.width()
        self._clear.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if asks_for_escape(event) and self.takes_escape:
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.takes_escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        has_focus = self.hasFocus()
        colour = self._look[Role.ACCENT if has_focus else Role.LINE]
        thick = 2 if has_focus else 1
        painter.fillRect(0, self.height() - thick, self.width(), thick, colour)
        if self.caption and self.text():
            self._draw_caption(painter)

    def _draw_caption(self, painter: QPainter) -> None:
        font = lettered(self.font(), size=SMALL)
        wide = QFontMetrics(font).horizontalAdvance(self.caption) + 2
        margins = self.textMargins()
        inside = self.rect().adjusted(margins.left(), 0, -margins.right(), 0)
        if self.fontMetrics().horizontalAdvance(self.text()) + wide + _GAP > inside.width():
            return
        painter.setFont(font)
        painter.setPen(self._look[Role.DIM])
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            inside, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.caption
        )


def asks_for_escape(event: QEvent) -> bool:
    """Whether Qt asks who wants Esc, before it becomes a shortcut of the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Escape
