"""Undo strip: a quiet line over the foot of the page that says what was taken away, and brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.quiet_button import QuietButton

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QPaintEvent

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_SHOWN_MS = 8000
_ABOVE_FOOT = 18
"""Pixels between the strip and the foot of what it stands over."""


class UndoStrip(QWidget):
    """Goes away after a while or at the next change; while the pointer or the keyboard is in it, it stays."""

    def __init__(self, reading: Reading, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("undo_strip")
        self._reading, self._look, self._over = reading, look, over
        self._words = Plain(look, self, Role.INK)
        self.undo_button = QuietButton(look, self.tr("Undo"), self.tr("Take it back"), self)
        self.undo_button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._words)
        row.addWidget(self.undo_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._pass_by)
        reading.bookmarks_changed.connect(self.hide)
        reading.marginalia.undo_stack.indexChanged.connect(self.hide)
        reading.document_changed.connect(self.hide)
        reading.bookmark_removed.connect(self._show_removed)
        reading.mending.vanished.connect(self._tell)
        look.changed.connect(self.update)
        over.installEventFilter(self)
        self.hide()

    def _show_removed(self) -> None:
        self._tell(self.tr("Mark removed"))

    def _tell(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(self._words.text())
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _undo(self) -> None:
        had_focus = self.undo_button.hasFocus()
        self._reading.marginalia.undo_stack.undo()
        self.hide()
        if had_focus:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pass_by(self) -> None:
        if self.underMouse() or self.undo_button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        size = self.sizeHint()
        over = self._over.rect()
        left = max(0, (over.width() - size.width()) // 2)
        self.setGeometry(left, over.height() - size.height() - _ABOVE_FOOT, size.width(), size.height())

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look[Role.DIM], 1))
        painter.setBrush(self._look[Role.PANEL])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
