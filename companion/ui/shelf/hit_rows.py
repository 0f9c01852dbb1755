"""Hit rows: what was found in all readings, one reading after the other, with the words round each hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate

from companion.core.direction import isolated
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.set_words import SetWords
from companion.ui.passages.excerpt import Excerpt
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from companion.shelf.hits import Hit
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_INSET = 14


class HitRows(QAbstractListModel):
    """A row for each hit, and before those of a reading one with its title, which holds its best hit too."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[tuple[Hit, int]] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Shows these hits; readings stand in the order of their best ones."""
        grouped: dict[str, list[Hit]] = {}
        for hit in hits:
            grouped.setdefault(hit.identity, []).append(hit)
        self.beginResetModel()
        self.rows = []
        for found in grouped.values():
            self.rows.append((found[0], len(found)))
            self.rows += [(hit, 0) for hit in found]
        self.endResetModel()

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.row() < len(self.rows):
            hit, count = self.rows[index.row()]
            if role == Qt.ItemDataRole.DisplayRole:
                return hit.title if count else hit.excerpt
            if role == Qt.ItemDataRole.AccessibleTextRole:
                told = (hit.title, count_in_words(count)) if count else (sort_in_words(hit), hit.excerpt)
                return ", ".join(words for words in told if words)
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints titles on one line; of a hit first what it stands in, and below the words round it."""

    def __init__(self, look: Look, rows: HitRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows

    def row_height(self, font: QFont) -> int:
        """The height of every row, in pixels."""
        return 2 * QFontMetrics(font).height() + 14

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.row_height(option.font))

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, count = self._rows.rows[index.row()]
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        inside = option.rect.adjusted(4, 1, -4, -1)
        paint_row_ground(painter, inside.toRectF(), option, self._look)
        if count:
            self._paint_title(painter, option, inside, hit, count)
        else:
            self._paint_hit(painter, option, inside, hit)
        painter.restore()

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, hit: Hit, count: int
    ) -> None:
        painter.fillRect(inside.adjusted(_INSET, 4, -_INSET, 5 - inside.height()), self._look[Role.LINE])
        line = option.fontMetrics.height()
        top = inside.bottom() - line - 5
        told = count_in_words(count)
        painter.setFont(lettered(option.font, size=SMALL, figures=True))
        width = painter.fontMetrics().horizontalAdvance(told) + 2
        painter.setPen(self._look[Role.DIM])
        aside = QRect(inside.right() - _INSET - width, top, width, line)
        painter.drawText(
            mirrored(aside, option), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told
        )
        painter.setFont(lettered(option.font, bold=True))
        painter.setPen(self._look[Role.INK])
        left = inside.left() + _INSET
        _line(painter, mirrored(QRect(left, top, aside.left() - left - 8, line), option), hit.title)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, hit: Hit) -> None:
        line = option.fontMetrics.height()
        left = inside.left() + 2 * _INSET
        room = QRect(left, inside.top() + 5, inside.right() - _INSET - left, line)
        painter.setFont(lettered(option.font, size=SMALL))
        painter.setPen(self._look[Role.DIM])
        _line(painter, mirrored(room, option), sort_in_words(hit))
        below = mirrored(room.translated(0, line + 1), option)
        words = SetWords(Excerpt(hit.excerpt, hit.marks), option.font, below.width(), 1)
        at = QPointF(below.topLeft())
        words.draw_marks(painter, at, self._look[Role.SEARCH], self._look[Role.ACCENT])
        painter.setPen(self._look[Role.INK])
        words.draw(painter, at)


def _line(painter: QPainter, room: QRect, words: str) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(room, flags, isolated(cut))


def sort_in_words(hit: Hit) -> str:
    """What a hit stands in: a section of the text, an entry, a note or the title."""
    match hit.sort:
        case "text":
            return hit.heading or translated("text")
        case "entry":
            return translated("entry: {name}").format(name=hit.heading)
        case "note":
            return translated("your note") + (f": {hit.heading}" if hit.heading else "")
    return translated("title and author")


def count_in_words(count: int) -> str:
    """How many hits a reading has among those shown."""
    return translated("1 place") if count == 1 else translated("%Ln places", "", count)
