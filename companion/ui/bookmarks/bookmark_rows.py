"""Rows of bookmarks: a ribbon, the label or the words, the place under them, and the note if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from companion.core.direction import isolated
from companion.core.document import Document
from companion.ui.bookmarks.bookmark_words import (
    bookmark_in_words,
    bookmark_place,
    bookmark_title,
    bookmark_tooltip,
)
from companion.ui.bookmarks.ribbon import WIDTH, draw_ribbon
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.row_ground import paint_row_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.ui.bookmarks.marginalia import Placed
    from companion.ui.looks.look import Look
    from companion.ui.parts.row_view import RowView

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_SIDE, _INSET, _GAP, _ABOVE = 10, 8, 9, 5
"""Pixels: beside the row's ground, within it, between ribbon and words, above and below the words."""
_IN_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
"""The signs that isolate words may come from a font with taller letters, which must not clip these."""
_LONGEST = 300
"""Code points of a title or note that can ever be seen on one line."""


class BookmarkRows(QAbstractListModel):
    """The bookmarks of one text, in the order given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = Document("")
        self._placed: tuple[Placed, ...] = ()
        self.chosen = -1

    def show_bookmarks(self, document: Document, placed: Sequence[Placed]) -> None:
        """Shows these bookmarks of a document."""
        self.beginResetModel()
        self._document, self._placed = document, tuple(placed)
        self.endResetModel()

    def set_chosen(self, row: int) -> None:
        """Shows a row as the one that the reader is at; -1 for none."""
        before, self.chosen = self.chosen, row
        for changed in {before, row}:
            if 0 <= changed < len(self._placed):
                self.dataChanged.emit(self.index(changed), self.index(changed))

    def placed(self, row: int) -> Placed:
        """The bookmark of a row and its place."""
        return self._placed[row]

    def row_of(self, bookmark_id: str) -> int:
        """The row of the bookmark of that id; -1 when there is none."""
        return next((row for row, it in enumerate(self._placed) if it.bookmark.id == bookmark_id), -1)

    def lines(self, row: int) -> list[str]:
        """What a row says, line by line."""
        placed = self._placed[row]
        note = " ".join(placed.bookmark.note[:_LONGEST].split())
        lines = [bookmark_title(placed.bookmark)[:_LONGEST], bookmark_place(self._document, placed), note]
        return [line for line in lines if line]

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._placed)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < len(self._placed):
            return None
        placed = self._placed[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return bookmark_title(placed.bookmark)[:_LONGEST]
            case Qt.ItemDataRole.AccessibleTextRole:
                return bookmark_in_words(self._document, placed)
            case Qt.ItemDataRole.ToolTipRole:
                return bookmark_tooltip(placed.bookmark)
        return None


class BookmarkDelegate(QStyledItemDelegate):
    """Draws a row; the one that the reader is at has a ground of its own and is semibold."""

    def __init__(self, look: Look, rows: BookmarkRows, view: RowView) -> None:
        super().__init__(view)
        self._look, self._rows, self._view = look, rows, view

    def height_of(self, row: int) -> int:
        """The height of a row, in pixels."""
        return sum(QFontMetrics(font).height() for font in self._fonts(row)) + 2 * _ABOVE + 2

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row == self._rows.chosen)
        inside = option.rect.adjusted(_SIDE + _INSET, _ABOVE, self._view.bar_width - _SIDE - _INSET, -_ABOVE)
        colour = self._rows.placed(row).bookmark.colour
        beside = mirrored(QRect(inside.left(), inside.top() + 1, WIDTH, 1), option)
        draw_ribbon(painter, QPointF(beside.topLeft()), colour, self._look, self._view.font())
        self._paint_lines(painter, mirrored(inside.adjusted(WIDTH + _GAP, 0, 0, 0), option), row)
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.height_of(index.row()))

    def _fonts(self, row: int) -> list[QFont]:
        title = lettered(self._view.font(), bold=row == self._rows.chosen)
        small = lettered(self._view.font(), size=SMALL, figures=True)
        return [title, *[small] * (len(self._rows.lines(row)) - 1)]

    def _paint_lines(self, painter: QPainter, room: QRect, row: int) -> None:
        top = room.top()
        is_found = self._rows.placed(row).span is not None
        for number, (words, font) in enumerate(zip(self._rows.lines(row), self._fonts(row), strict=True)):
            metrics = QFontMetrics(font)
            line = QRect(room.left(), top, room.width(), metrics.height())
            painter.setFont(font)
            painter.setPen(self._look[Role.INK if number == 0 and is_found else Role.DIM])
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _IN_LINE, isolated(fitting))
            top += metrics.height() + 1

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, is_chosen: bool) -> None:
        inside = QRectF(mirrored(option.rect.adjusted(_SIDE, 1, self._view.bar_width - _SIDE, -1), option))
        paint_row_ground(painter, inside, option, self._look, is_chosen=is_chosen)
