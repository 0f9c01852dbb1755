"""How one entry of a list is drawn: a dot when it is on the screen, its heading, the count at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from companion.core.direction import isolated
from companion.ui.entries.entry_words import is_doubtful
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import ROW, SMALL, lettered, mirrored
from companion.ui.parts.row_ground import paint_row_ground

if TYPE_CHECKING:
    from companion.ui.entries.entry_rows import EntryRows
    from companion.ui.entries.entry_view import EntryView
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

INDENT = 26
"""Pixels between the edge of the list and a heading."""
_DOT = 15
_RIGHT = 18
_DOUBT, _BEFORE_DOUBT = "?", 6


class EntryDelegate(QStyledItemDelegate):
    """Semibold what belongs to the focus, dim what the text never names, with a question mark what is in
    doubt."""

    def __init__(self, look: Look, rows: EntryRows, view: EntryView) -> None:
        super().__init__(view)
        self._look = look
        self._rows = rows
        self._view = view

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._rows.entry(index.row())
        if self._view.detail_of(entry.id) is not None:
            return  # it stands on its row, and says itself whether it has the keyboard
        figure = self._rows.figure(entry)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if entry.id in self._rows.on_screen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look[Role.DIM])
            is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            x = option.rect.right() + 1 - _DOT if is_mirrored else option.rect.left() + _DOT
            painter.drawEllipse(QPointF(x, option.rect.center().y() + 0.5), 2.5, 2.5)
        inside = option.rect.adjusted(INDENT, 0, self._view.bar_width - _RIGHT, 0)
        small = lettered(self._view.font(), size=SMALL, figures=True)
        painter.setFont(small)
        painter.setPen(self._look[Role.DIM])
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(mirrored(inside, option), side, figure)
        inside.setRight(inside.right() - QFontMetrics(small).horizontalAdvance(figure) - 10)
        painter.setFont(lettered(self._view.font(), bold=entry.id in self._rows.related))
        painter.setPen(self._look[Role.INK if self._rows.count(entry) else Role.DIM])
        doubt = _DOUBT if is_doubtful(entry) else ""
        metrics = painter.fontMetrics()
        room = inside.width() - (metrics.horizontalAdvance(doubt) + _BEFORE_DOUBT if doubt else 0)
        heading = metrics.elidedText(entry.heading[:500], Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(mirrored(inside, option), flags, isolated(heading))
        if doubt:
            painter.setPen(self._look[Role.DIM])
            inside.setLeft(inside.left() + metrics.horizontalAdvance(heading) + _BEFORE_DOUBT)
            painter.drawText(mirrored(inside, option), flags, doubt)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        inside = QRectF(mirrored(option.rect.adjusted(8, 1, self._view.bar_width - 8, -1), option))
        paint_row_ground(painter, inside, option, self._look, 0.6)

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW, self._view.fontMetrics().height() + 10))
