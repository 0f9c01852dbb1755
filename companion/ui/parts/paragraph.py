"""Labels of book words, always plain: a paragraph that breaks long words and marks names, and one line."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.set_words import SetWords
from companion.ui.passages.excerpt import Excerpt

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look


class Paragraph(QLabel):
    """A QLabel to Qt and to screen readers; set by us, so that no word is too long and no tag is read."""

    def __init__(self, look: Look, parent: QWidget, role: Role = Role.INK, most_lines: int = 1000) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look = look
        self.role = role
        self._most_lines = most_lines
        self._excerpt = Excerpt("")

    def say(self, words: str | Excerpt) -> None:
        """Shows these words; hidden while there are none."""
        self._excerpt = words if isinstance(words, Excerpt) else Excerpt(words)
        self.setText(self._excerpt.text)
        self.setVisible(bool(self._excerpt.text))
        self.updateGeometry()
        self.update()

    def _set(self, width: int) -> SetWords:
        return SetWords(self._excerpt, self.font(), width, self._most_lines)

    @guarded(otherwise=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(otherwise=0)
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        height = ceil(self._set(width - margins.left() - margins.right()).height)
        return height + margins.top() + margins.bottom()

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words, at = self._set(self.contentsRect().width()), QPointF(self.contentsRect().topLeft())
        words.draw_marks(painter, at, self._look[Role.FOCUS], self._look[Role.ACCENT])
        painter.setPen(self._look[self.role])
        words.draw(painter, at)


class Plain(QLabel):
    """A short label on one line. Drawn by us: under a style sheet Qt forgets a palette of a label's own."""

    def __init__(self, look: Look, parent: QWidget, role: Role = Role.DIM) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._role = role
        look.changed.connect(self.update)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look[self._role])
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self.text())
