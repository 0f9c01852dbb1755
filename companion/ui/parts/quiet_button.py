"""Quiet buttons: words to click without a box round them, chips and small switches, drawn from the theme."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from companion.core.direction import isolated
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look


class QuietButton(QAbstractButton):
    """Dim words that turn to ink under the pointer; a ring in the accent shows the keyboard's focus.

    The words are never Qt's button text, in which an ampersand would become a shortcut. `key` says what
    the button stands for, so that one slot can serve many buttons.
    """

    padding = 6
    height_of_row = 24
    ground: Role | None = None
    size_of_type = 1.0
    alignment = Qt.AlignmentFlag.AlignCenter

    def __init__(self, look: Look, words: str, name: str, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self._look = look
        self.key = key
        self.words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(words, name)
        look.changed.connect(self.update)

    def say(self, words: str, name: str = "") -> None:
        """Shows `words`; `name` is what a screen reader says, the same words unless given."""
        if words != self.words:
            self.words = words
            self.updateGeometry()
            self.update()
        self.setAccessibleName(name or words)

    @property
    def lettering(self) -> QFont:
        """The font of the words in the button's present state."""
        return lettered(self.font(), size=self.size_of_type, bold=self.isChecked(), figures=True)

    def ink(self) -> Role:
        """The role in whose colour the words are drawn in the button's present state."""
        if not self.isEnabled():
            return Role.DIM
        return Role.INK if self.underMouse() or self.isChecked() or self.hasFocus() else Role.DIM

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.lettering)
        width = ceil(metrics.horizontalAdvance(self.words[:500])) + 1 + 2 * self.padding
        return QSize(width, max(self.height_of_row, ceil(metrics.height()) + 6))

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 44), self.sizeHint().height())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setFont(self.lettering)
        painter.setPen(self._look[self.ink()])
        room = self.rect().adjusted(self.padding, 0, -self.padding, 0)
        words = self.fitting(painter.fontMetrics(), room.width())
        painter.drawText(room, self.alignment, words if words == self.words else isolated(words))

    def fitting(self, metrics: QFontMetrics, width: int) -> str:
        """As much of the words as `width` pixels hold."""
        return metrics.elidedText(self.words[:500], Qt.TextElideMode.ElideRight, width)

    def _draw_ground(self, painter: QPainter) -> None:
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = inside.height() / 2 if self.ground else 6
        if self.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look[Role.PRESSED if self.underMouse() or self.isDown() else self.ground])
            painter.drawRoundedRect(inside, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(self._look[Role.ACCENT], 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, radius, radius)


class SmallButton(QuietButton):
    """A quiet button in the size of a panel's title, for the line in which that stands."""

    size_of_type = SMALL
    padding = 5
    height_of_row = 22


class Switch(SmallButton):
    """Words with a dot before them that can be on or off: semibold on a ground of their own when on."""

    padding = 7

    def __init__(self, look: Look, words: str, name: str, parent: QWidget) -> None:
        super().__init__(look, words, name, parent)
        self.setCheckable(True)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        widest = QFontMetricsF(lettered(self.font(), size=self.size_of_type, bold=True))
        width = ceil(widest.horizontalAdvance(self.words)) + 1 + 2 * self.padding + 9
        return QSize(width, max(self.height_of_row, ceil(widest.height()) + 6))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground = Role.CHIP if self.isChecked() else None
        self._draw_ground(painter)
        colour = self._look[self.ink()]
        painter.setFont(self.lettering)
        painter.setPen(colour)
        ends = (self.padding + 9, self.padding)
        left, right = reversed(ends) if self.isRightToLeft() else ends
        room = self.rect().adjusted(left, 0, -right, 0)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side, self.words)
        x = self.width() - self.padding - 5 if self.isRightToLeft() else self.padding
        dot = QRectF(x, self.height() / 2 - 2.5, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(dot)


_LEAST_BEFORE = 0.5
"""The part of a chip's width that the words before the name may take without being cut."""


class Chip(QuietButton):
    """A related entry: ink on a rounded ground. What stands before the name is cut first, or left out."""

    padding = 9
    height_of_row = 22
    ground = Role.CHIP
    size_of_type = SMALL

    before_name = ""

    def ink(self) -> Role:
        return Role.INK

    def fitting(self, metrics: QFontMetrics, width: int) -> str:
        if not self.before_name or metrics.horizontalAdvance(self.words[:500]) <= width:
            return super().fitting(metrics, width)
        name = " " + self.words[len(self.before_name) :].strip()[:300]
        whole = metrics.horizontalAdvance(self.before_name)
        least = whole if whole <= width * _LEAST_BEFORE else metrics.averageCharWidth() * 4
        left = max(least, width - metrics.horizontalAdvance(name) - 1)
        before = metrics.elidedText(self.before_name, Qt.TextElideMode.ElideRight, left)
        if before != self.before_name and metrics.horizontalAdvance(before + name) > width:
            before, name = "", name.strip()  # two things that are cut tell less than one
        return metrics.elidedText(before + name, Qt.TextElideMode.ElideRight, width)
