"""Rows of marks: a sign, the label or the words, the place under them, the note if there is one; headings."""

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
    tags_in_words,
)
from companion.ui.bookmarks.ribbon import WIDTH, draw_sign
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from companion.core.notes import Mark
    from companion.ui.bookmarks.mark_order import Line
    from companion.ui.bookmarks.placed_marks import Placed
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


def _never(_: Mark) -> bool:
    return False


class BookmarkRows(QAbstractListModel):
    """The marks of one text, in the order given, with headings between them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = Document("")
        self._lines: Sequence[Line] = ()
        self._row_of: dict[str, int] = {}
        self._is_shaky: Callable[[Mark], bool] = _never
        self.marks = 0
        """How many different marks are listed."""
        self.chosen = -1

    def show_lines(
        self, document: Document, lines: Sequence[Line], is_shaky: Callable[[Mark], bool] | None = None
    ) -> None:
        """Shows these rows; `is_shaky` tells of a mark whether its place is not sure."""
        self.beginResetModel()
        self.document, self._lines = document, lines
        self._is_shaky = is_shaky or _never
        self._row_of = {}
        for row, line in enumerate(lines):
            if line.placed is not None:
                self._row_of.setdefault(line.placed.bookmark.id, row)
        self.marks = len(self._row_of)
        self.endResetModel()

    def set_chosen(self, row: int) -> None:
        """Shows a row as the one that the reader is at; -1 for none."""
        before, self.chosen = self.chosen, row
        for changed in {before, row}:
            if 0 <= changed < len(self._lines):
                self.dataChanged.emit(self.index(changed), self.index(changed))

    def placed(self, row: int) -> Placed:
        """The mark of a row and its place; IndexError for a heading."""
        found = self.at(row)
        if found is None:
            raise IndexError(row)
        return found

    def at(self, row: int) -> Placed | None:
        """The mark of a row and its place; None for a heading, and where there is no such row."""
        return self._lines[row].placed if 0 <= row < len(self._lines) else None

    def heading(self, row: int) -> str:
        """The heading that a row is; nothing for the row of a mark."""
        return self._lines[row].heading

    def is_shaky(self, row: int) -> bool:
        """Whether it is not sure that the mark of a row stands where it was meant to."""
        placed = self.at(row)
        return placed is not None and placed.span is not None and self._is_shaky(placed.bookmark)

    def row_of(self, bookmark_id: str) -> int:
        """The first row of the mark of that id; -1 when there is none."""
        return self._row_of.get(bookmark_id, -1)

    def number_of(self, row: int) -> int:
        """Which of the marks a row is, from 0; -1 for none."""
        return sum(line.placed is not None for line in self._lines[:row]) if self.at(row) is not None else -1

    def lines(self, row: int) -> list[str]:
        """What a row says, line by line."""
        placed = self.placed(row)
        mark = placed.bookmark
        note = " ".join(mark.note[:_LONGEST].split())
        place = "" if mark.is_on_whole else bookmark_place(self.document, placed)  # as is said above it
        if self.is_shaky(row):
            place = translated("{place} · perhaps not here").format(place=place)
        place = " · ".join(part for part in (place, tags_in_words(mark)) if part)
        title = bookmark_title(mark)[:_LONGEST]
        return [line for line in (title, place, note if note != title else "") if line]

    def count_lines(self, row: int) -> int:
        """How many lines a row has: what its height depends on, and nothing that takes long to find."""
        placed = self._lines[row].placed
        if placed is None:
            return 1
        mark = placed.bookmark
        is_title = mark.anchor is None and not mark.label.strip()
        return 3 if mark.note.strip() and not is_title else 2

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < len(self._lines):
            return None
        placed, heading = self._lines[index.row()]
        if placed is None:
            is_said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return heading if is_said else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return bookmark_title(placed.bookmark)[:_LONGEST]
            case Qt.ItemDataRole.AccessibleTextRole:
                spoken = bookmark_in_words(self.document, placed)
                shaky = self.is_shaky(index.row())
                return translated("{place} · perhaps not here").format(place=spoken) if shaky else spoken
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
        lines = self._rows.count_lines(row)
        if self._rows.at(row) is None:
            return QFontMetrics(self._heading_font()).height() + 2 * _ABOVE + 4
        return self.height_of_lines(lines, bold=row == self._rows.chosen)

    def height_of_lines(self, lines: int, *, bold: bool = False) -> int:
        """The height of a row of so many lines, in pixels."""
        title = lettered(self._view.font(), bold=bold)
        small = lettered(self._view.font(), size=SMALL, figures=True)
        return QFontMetrics(title).height() + (lines - 1) * QFontMetrics(small).height() + 2 * _ABOVE + 2

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = self._rows.at(row)
        if placed is None:
            self._paint_heading(painter, option, row)
            painter.restore()
            return
        self._paint_ground(painter, option, row == self._rows.chosen)
        inside = option.rect.adjusted(_SIDE + _INSET, _ABOVE, self._view.bar_width - _SIDE - _INSET, -_ABOVE)
        mark = placed.bookmark
        beside = mirrored(QRect(inside.left(), inside.top() + 1, WIDTH, 1), option)
        corner, font = QPointF(beside.topLeft()), self._view.font()
        draw_sign(painter, corner, mark.kind, mark.colour, self._look, font)
        self._paint_lines(painter, mirrored(inside.adjusted(WIDTH + _GAP, 0, 0, 0), option), row)
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.height_of(index.row()))

    def _heading_font(self) -> QFont:
        return lettered(self._view.font(), size=SMALL, bold=True)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        room = mirrored(
            option.rect.adjusted(_SIDE + _INSET, 4, self._view.bar_width - _SIDE - _INSET, 0), option
        )
        font = self._heading_font()
        painter.setFont(font)
        painter.setPen(self._look[Role.DIM])
        words = QFontMetrics(font).elidedText(
            self._rows.heading(row), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _IN_LINE, isolated(words))

    def _fonts(self, row: int) -> list[QFont]:
        title = lettered(self._view.font(), bold=row == self._rows.chosen)
        small = lettered(self._view.font(), size=SMALL, figures=True)
        return [title, *[small] * (len(self._rows.lines(row)) - 1)]

    def _paint_lines(self, painter: QPainter, room: QRect, row: int) -> None:
        top = room.top()
        placed = self._rows.placed(row)
        is_found = placed.span is not None or placed.bookmark.anchor is None
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
