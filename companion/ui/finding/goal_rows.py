"""Rows of goals: what the palette lists, and how one of them is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from companion.core.direction import isolated
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.ui.finding.goals import Goal
    from companion.ui.looks.look import Look
    from companion.ui.parts.row_view import RowView

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_SIDE, _INSET, _GAP = 10, 10, 16
_MOST_LETTERS = 500
_ELIDED = Qt.TextElideMode.ElideRight


class GoalRows(QAbstractListModel):
    """The goals that were found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.goals: Sequence[Goal] = ()

    def show_goals(self, goals: Sequence[Goal]) -> None:
        """Lists these."""
        self.beginResetModel()
        self.goals = goals
        self.endResetModel()

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.goals)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.goals):
            return None
        goal = self.goals[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return goal.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(goal)
        return None


def said(goal: Goal) -> str:
    """A row as a screen reader says it."""
    return ", ".join(part for part in (goal.words, goal.kind, goal.aside, goal.below) if part)


class GoalDelegate(QStyledItemDelegate):
    """Draws the words, what they are and the keys or the place at the end; the chosen row has a ring."""

    def __init__(self, look: Look, rows: GoalRows, view: RowView) -> None:
        super().__init__(view)
        self._look, self._rows, self._view = look, rows, view

    def row_height(self, lines: int) -> int:
        """The height of a row of so many lines, in pixels."""
        return lines * self._view.fontMetrics().lineSpacing() + (12 if lines == 1 else 16)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        goal = self._rows.goals[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._view.layoutDirection())
        self._paint_ground(painter, option, index == self._view.currentIndex())
        inside = option.rect.adjusted(_SIDE + _INSET, 6, self._view.bar_width - _SIDE - _INSET, -6)
        if goal.below:
            lower = inside.adjusted(0, inside.height() // 2, 0, 0)
            self._write(painter, lower, goal.below, Role.DIM)
            inside.setBottom(lower.top() - 1)
        self._write_line(painter, inside, goal)
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.verticalHeader().defaultSectionSize())

    def _write_line(self, painter: QPainter, inside: QRect, goal: Goal) -> None:
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        small = lettered(self._view.font(), size=SMALL, figures=True)
        metrics = QFontMetrics(small)
        room = inside
        for words, role, least in ((goal.aside, Role.DIM, 96), (goal.kind, goal.role or Role.DIM, 72)):
            words = metrics.elidedText(words[:_MOST_LETTERS], _ELIDED, inside.width() // 3)
            width = max(least, metrics.horizontalAdvance(words) + 2)
            part = room.adjusted(0, 0, width - room.width(), 0) if is_mirrored else QRect(room)
            part.setLeft(part.right() - width + 1)
            painter.setFont(small)
            painter.setPen(self._look[role])
            side = Qt.AlignmentFlag.AlignRight if words == goal.aside else Qt.AlignmentFlag.AlignLeft
            flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine
            painter.drawText(part, flags, isolated(words))
            taken = width + _GAP
            room = room.adjusted(taken, 0, 0, 0) if is_mirrored else room.adjusted(0, 0, -taken, 0)
        self._write(painter, room, goal.words, Role.INK if goal.open else Role.DIM)

    def _write(self, painter: QPainter, room: QRect, words: str, role: Role) -> None:
        painter.setFont(lettered(self._view.font()))
        painter.setPen(self._look[role])
        fitting = painter.fontMetrics().elidedText(words[:_MOST_LETTERS], _ELIDED, room.width())
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine,
            isolated(fitting),
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, is_current: bool) -> None:
        inside = QRectF(option.rect).adjusted(_SIDE, 1, self._view.bar_width - _SIDE, -1)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setOpacity(1.0 if is_current else 0.5)
            painter.setBrush(self._look[Role.CHIP])
            painter.drawRoundedRect(inside, 6, 6)
            painter.setOpacity(1.0)
        if is_current:
            painter.setPen(self._look[Role.ACCENT])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
