"""Book delegate: how a book is painted, as a cover with its words below, or as a row of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from companion.core.direction import isolated
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role, edge, mixed
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.set_words import SetWords
from companion.ui.passages.excerpt import Excerpt
from companion.ui.program.language import translated
from companion.ui.shelf.book_words import (
    author_of,
    format_in_words,
    marks_in_words,
    opened_in_words,
    progress_in_words,
    title_of,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from companion.shelf.books import Book
    from companion.ui.looks.look import Look
    from companion.ui.shelf.book_rows import BookRows
    from companion.ui.shelf.covers import Covers

    Index = QModelIndex | QPersistentModelIndex

_COVER = QSize(132, 188)
_THUMB = QSize(38, 54)
_AROUND, _GAP, _BAR = 12, 8, 3
_ROUND = 4
_TINTS = (Role.TERM, Role.PERSON, Role.EVENT, Role.ACCENT)
_TINT = 0.16
"""How much of its colour is in the ground of a drawn cover: the ink keeps a contrast of 7:1 and more."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_WHOLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip
"""In the middle of a line, on the side that is named, with the letters that are higher than others."""


class BookDelegate(QStyledItemDelegate):
    """Paints the books of a shelf; `is_list` tells how."""

    def __init__(self, look: Look, rows: BookRows, covers: Covers, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._rows, self._covers = look, rows, covers
        self.is_list = False

    def cell(self, font: QFont) -> QSize:
        """The size of each book's place, in pixels."""
        line = QFontMetrics(font).height()
        if self.is_list:
            return QSize(0, max(_THUMB.height() + 14, 3 * line + 16))
        scale = _scale(font)
        width = round(_COVER.width() * scale) + 2 * _AROUND
        return QSize(width, round(_COVER.height() * scale) + 5 * line + 2 * _AROUND + _GAP + _BAR)

    # -- a cover with its words below

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, book: Book) -> None:
        scale = _scale(option.font)
        inside = option.rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        room = QRect(inside.left(), inside.top(), inside.width(), round(_COVER.height() * scale))
        is_missing = self._rows.is_missing(book)
        self._paint_cover(painter, room, book, option.font, is_faint=is_missing)
        top = room.bottom() + 1 + _GAP
        title = SetWords(
            Excerpt(title_of(book)), lettered(option.font, bold=True), inside.width(), most_lines=2
        )
        painter.setPen(self._look[Role.INK])
        title.draw(painter, QPointF(inside.left(), top))
        line = option.fontMetrics.height()
        top += round(min(title.height, 2.2 * line)) + 1
        self._line(painter, QRect(inside.left(), top, inside.width(), line), author_of(book), option)
        foot = inside.bottom() - line - _BAR - 3
        self._paint_bar(painter, QRect(inside.left(), foot, inside.width(), _BAR), book)
        words = self._told(book, is_missing)
        place = QRect(inside.left(), foot + _BAR + 3, inside.width(), line)
        self._line(painter, place, words, option, Role.ACCENT if is_missing else Role.DIM)

    def _told(self, book: Book, is_missing: bool) -> str:
        if is_missing:
            return translated("file missing")
        return " · ".join(part for part in (progress_in_words(book), marks_in_words(book)) if part)

    def _line(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        option: QStyleOptionViewItem,
        role: Role = Role.DIM,
        is_last: bool = False,
    ) -> None:
        """Words on one line, cut where they are too long; `is_last` for those at the end of a row."""
        side = _side(_RIGHT if is_last else _LEFT, option)
        painter.setFont(lettered(option.font, size=SMALL, figures=True))
        painter.setPen(self._look[role])
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | _WHOLE, isolated(cut))

    def _paint_bar(self, painter: QPainter, room: QRect, book: Book) -> None:
        """How much of it is read: a hairline, and over it as much of the accent. The words say it too."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look[Role.LINE])
        painter.drawRoundedRect(QRectF(room), _BAR / 2, _BAR / 2)
        if book.share > 0:
            width = max(float(_BAR), room.width() * book.share)
            painter.setBrush(self._look[Role.ACCENT])
            painter.drawRoundedRect(QRectF(room.left(), room.top(), width, room.height()), _BAR / 2, _BAR / 2)

    # -- a row

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, book: Book) -> None:
        inside = option.rect.adjusted(_AROUND, 6, -_AROUND, -6)
        is_missing = self._rows.is_missing(book)
        thumb = QRect(inside.left(), 0, _THUMB.width(), min(_THUMB.height(), inside.height()))
        thumb.moveCenter(inside.center())
        thumb.moveLeft(inside.left())
        self._paint_cover(
            painter, mirrored(thumb, option), book, option.font, is_faint=is_missing, is_small=True
        )
        line = option.fontMetrics.height()
        aside = min(round(15 * line), inside.width() // 3)
        left, right = thumb.right() + 14, inside.right() - aside
        top = inside.center().y() - line - 1
        painter.setFont(lettered(option.font, bold=True))
        painter.setPen(self._look[Role.INK])
        room = QRect(left, top, right - left - 12, line)
        cut = painter.fontMetrics().elidedText(title_of(book), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(room, option), _side(_LEFT, option) | _WHOLE, isolated(cut))
        under = " · ".join(part for part in (author_of(book), ", ".join(book.collections)) if part)
        self._line(painter, mirrored(room.translated(0, line + 2), option), under, option)
        beside = mirrored(QRect(right, top, aside, line), option)
        role = Role.ACCENT if is_missing else Role.DIM
        told = self._told(book, is_missing)
        self._line(painter, beside, told, option, role, is_last=True)
        bar = QRect(right + aside // 3, inside.center().y() + 1, aside - aside // 3, _BAR)
        self._paint_bar(painter, mirrored(bar, option), book)
        said = " · ".join(part for part in (opened_in_words(book), format_in_words(book)) if part)
        below = mirrored(QRect(right, inside.center().y() + 5, aside, line), option)
        self._line(painter, below, said, option, is_last=True)

    # -- covers

    def _paint_cover(
        self,
        painter: QPainter,
        room: QRect,
        book: Book,
        font: QFont,
        *,
        is_faint: bool,
        is_small: bool = False,
    ) -> None:
        painter.save()
        painter.setOpacity(0.45 if is_faint else 1.0)
        picture = self._covers.cover(book.identity)
        if picture is not None:
            size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(room.left(), room.bottom() + 1 - size.height(), size.width(), size.height())
            if is_small:
                place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look[Role.LINE], 1))
            painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            self._draw_cover(painter, room, book, font, is_small=is_small)
        painter.restore()

    def _draw_cover(self, painter: QPainter, room: QRect, book: Book, font: QFont, *, is_small: bool) -> None:
        """A cover of letters: the title in the type of the page, on paper with a little colour in it."""
        look = self._look
        tint = look[_TINTS[sum(book.identity.encode()) % len(_TINTS)]]
        painter.setBrush(mixed(look[Role.PAPER], tint, _TINT))
        painter.setPen(QPen(edge(look.theme), 1))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.fillRect(QRect(room.left() + 1, room.top() + _ROUND, 4, room.height() - 2 * _ROUND), tint)
        if is_small:
            self._draw_initial(painter, room, book)
            return
        scale = room.height() / _COVER.height()
        within = room.adjusted(round(14 * scale), round(16 * scale), -round(10 * scale), -round(12 * scale))
        title = _title_in(self._letters(17 * scale), title_of(book), within)
        painter.setPen(look[Role.INK])
        title.draw(painter, QPointF(within.topLeft()))
        y = within.top() + title.height + 9 * scale
        painter.setPen(QPen(tint, 1))
        painter.drawLine(QPointF(within.left(), y), QPointF(within.left() + 26 * scale, y))
        author = SetWords(Excerpt(author_of(book)), lettered(font, size=SMALL), within.width(), most_lines=2)
        painter.setPen(look[Role.INK])
        author.draw(painter, QPointF(within.left(), within.bottom() - author.height))

    def _draw_initial(self, painter: QPainter, room: QRect, book: Book) -> None:
        painter.setFont(self._letters(room.height() * 0.42))
        painter.setPen(self._look[Role.INK])
        first = next((sign for sign in title_of(book) if sign.isalnum()), "")
        painter.drawText(room.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, first.upper())

    def _letters(self, size: float) -> QFont:
        font = QFont(self._look.text_font())
        font.setPixelSize(max(8, round(size)))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # -- overrides of Qt

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell(option.font)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() >= len(self._rows.books):
            return
        book = self._rows.books[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        around = QRectF(option.rect).adjusted(3, 3, -3, -3)
        paint_row_ground(painter, around, option, self._look, is_chosen=is_chosen)
        if is_chosen:  # told not by a ground alone
            painter.setPen(QPen(edge(self._look.theme), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look[Role.ACCENT], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), 6, 6)
        if self.is_list:
            self._paint_row(painter, option, book)
        else:
            self._paint_cell(painter, option, book)
        painter.restore()


def _title_in(font: QFont, words: str, room: QRect) -> SetWords:
    """The title as large as it has room in the upper two thirds of a cover."""
    for size in (font.pixelSize(), round(font.pixelSize() * 0.84), round(font.pixelSize() * 0.7)):
        font.setPixelSize(max(8, size))
        most = max(1, int(room.height() * 0.68 / QFontMetrics(font).lineSpacing()))
        whole = SetWords(Excerpt(words), font, room.width(), most_lines=1000)
        if whole.height <= room.height() * 0.68:
            return whole
    return SetWords(Excerpt(words), font, room.width(), most_lines=most)


def _scale(font: QFont) -> float:
    """Covers grow with the letters below them."""
    return max(1.0, QFontMetrics(font).height() / 17)


def _runs_left(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft


def _side(side: Qt.AlignmentFlag, option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    if not _runs_left(option):
        return side
    return _RIGHT if side is _LEFT else _LEFT
