"""Rows of excerpts: two lines of the text round a name, with the number of the paragraph beside them."""

from __future__ import annotations

from dataclasses import dataclass
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
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from companion.core.direction import isolated
from companion.ui.bookmarks.bookmark_words import kind_of_mark
from companion.ui.bookmarks.ribbon import WIDTH, draw_sign
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.row_view import RowView
from companion.ui.parts.set_words import SetWords, line_height
from companion.ui.passages.excerpt import Excerpt, excerpt, excerpt_of_two

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Span
    from companion.core.notes import Mark
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_SIDE = 10
"""Pixels between the edge of the list and the tint of a row; again as many between that and the words."""
_INSET = 8
_SAMPLE = "He went to the window again and saw that it had begun to snow."
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """What one row says: a passage's span in the text, the names to mark in it, its place (``"§7"``) and a
    word under that. `both` are two of the marks that are to be seen, however far they stand apart; `sign` is
    what the reader marked in it."""

    text: str
    span: Span
    marks: tuple[Span, ...]
    place: str
    remark: str = ""
    both: tuple[Span, Span] | None = None
    sign: Mark | None = None

    @property
    def said(self) -> str:
        """The kind of the reader's mark, for those who hear it."""
        return kind_of_mark(self.sign.kind) if self.sign is not None else ""

    def cut(self, room: int) -> Excerpt:
        """The words round the first mark, or round the two that are to be seen; about `room` code points."""
        if self.both is None:
            return excerpt(self.text, self.span, self.marks, room)
        return excerpt_of_two(self.text, self.span, self.marks, self.both, room)


class ExcerptRows(QAbstractListModel):
    """Rows that are made when they are asked for; `current` is the one the reader is at, -1 for none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._row_of: Callable[[int], ExcerptRow] | None = None
        self.current = -1
        self.room = 80

    def show_rows(self, count: int, row_of: Callable[[int], ExcerptRow]) -> None:
        """Shows `count` rows, of which `row_of` makes the one of a number, from 0."""
        self.beginResetModel()
        self._count, self._row_of, self.current = count, row_of, -1
        self.endResetModel()

    def set_current(self, row: int) -> None:
        """Makes that row the one the reader is at."""
        before, self.current = self.current, row
        for changed in {before, row}:
            if 0 <= changed < self._count:
                self.dataChanged.emit(self.index(changed), self.index(changed))

    def row(self, number: int) -> ExcerptRow:
        """What the row of that number says."""
        if self._row_of is None or not 0 <= number < self._count:
            raise IndexError(number)
        return self._row_of(number)

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < self._count:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row(index.row()).cut(self.room).text
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self.row(index.row())
                return ", ".join(
                    part for part in (row.place, row.remark, row.said, row.cut(2 * self.room).text) if part
                )
            case Qt.ItemDataRole.ToolTipRole:
                row = self.row(index.row())
                return plain_tooltip(row.cut(500).text) if row.span.end - row.span.start > self.room else None
        return None


class ExcerptDelegate(QStyledItemDelegate):
    """Draws a row: two lines with the names marked, the place beside, the current one tinted and semibold."""

    def __init__(self, look: Look, view: ExcerptView, mark: Role) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._mark = mark

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = self._view.rows
        row, is_current = rows.row(index.row()), index.row() == rows.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, is_current)
        inside = option.rect.adjusted(_SIDE + _INSET, 5, self._view.bar_width - _SIDE - _INSET, -5)
        words = self._place_words(painter, inside, row, option)
        font = lettered(self._view.font(), bold=is_current)
        lines = SetWords(row.cut(self._view.rows.room), font, words.width(), 2)
        at = QPointF(words.left(), words.top())
        lines.draw_marks(painter, at, self._look[self._mark], self._look[Role.ACCENT])
        painter.setPen(self._look[Role.INK])
        lines.draw(painter, at)
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.height_of_row)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, is_current: bool) -> None:
        inside = QRectF(mirrored(option.rect.adjusted(_SIDE, 1, self._view.bar_width - _SIDE, -1), option))
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current:
            painter.setBrush(self._look[Role.PASSAGE])
            painter.drawRoundedRect(inside, 6, 6)
        paint_row_ground(painter, inside, option, self._look, 0.0 if is_current else 0.5)

    def _place_words(
        self, painter: QPainter, inside: QRect, row: ExcerptRow, option: QStyleOptionViewItem
    ) -> QRect:
        """Draws place and remark at the end; gives the room that is left for the words."""
        font = lettered(self._view.font(), size=SMALL, figures=True)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(row.place), metrics.horizontalAdvance(row.remark))
        width += WIDTH + 4 if row.sign is not None and row.remark else 0
        painter.setFont(font)
        painter.setPen(self._look[Role.DIM])
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(mirrored(inside, option), side, isolated(row.place))
        if row.sign is not None:
            at = mirrored(
                QRect(inside.right() - WIDTH, inside.top() + metrics.lineSpacing(), WIDTH, 1), option
            )
            corner, sign = QPointF(at.topLeft()), row.sign
            draw_sign(painter, corner, sign.kind, sign.colour, self._look, self._view.font())
        if row.remark:
            beside = WIDTH + 4 if row.sign is not None else 0
            below = inside.adjusted(0, metrics.lineSpacing() + 2, -beside, 0)
            painter.drawText(mirrored(below, option), side, isolated(row.remark))
        return mirrored(inside.adjusted(0, 0, -width - 10, 0), option)


class ExcerptView(RowView):
    """The list of excerpts; rows of two lines each.

    Signals:
        resized(): it has another room.
    """

    resized = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget, mark: Role = Role.FOCUS) -> None:
        super().__init__(name, parent)
        self.quote: Callable[[Span], QMimeData] | None = None
        """Makes of a passage what is drawn out of the list."""
        self.rows = ExcerptRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(ExcerptDelegate(look, self, mark))
        self.set_row_height(self.height_of_row)
        look.changed.connect(self.viewport().update)

    @property
    def height_of_row(self) -> int:
        """Two lines and the space round them, in pixels."""
        return round(2 * line_height(lettered(self.font(), bold=True))) + 12

    def carried(self, row: int) -> QMimeData | None:
        return self.quote(self.rows.row(row).span) if self.quote is not None else None

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.room = _room(self.font(), event.size().width())
        self.set_row_height(self.height_of_row)
        self.resized.emit()


def _room(font: QFont, width: int) -> int:
    """About how many letters fit into the two lines of a row of that width."""
    a_letter = QFontMetrics(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return max(24, int(2 * max(1, width - 2 * (_SIDE + _INSET) - 40) / max(1.0, a_letter)))
