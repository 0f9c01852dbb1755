"""Printing: a summary as pages of A4, for a PDF now and a printer or a preview later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from companion import __version__
from companion.core.entries import Kind
from companion.output.summary import Part, paragraphs_of, references
from companion.ui.look import Look
from companion.ui.theme import Role
from companion.ui.typesetting import Line, Pages, Underline, Words, beside, paragraph, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont

    from companion.output.summary import Item, Summary

RESOLUTION = 300
"""Pixels an inch. At QPdfWriter's 1,200, long documents end after some 600 pages without a word."""

_MM = RESOLUTION / 25.4
_POINT = RESOLUTION / 72
_WIDTH, _HEIGHT = 210 * _MM, 297 * _MM
_LEFT, _TOP, _BOTTOM = 22 * _MM, 20 * _MM, 24 * _MM
_GAP = 9 * _MM
_DATES = 34 * _MM
_FEW = 4
"""Entries of a part below which two columns serve nobody."""

_SHORT = 12
"""Lines of an entry up to which it is never parted."""

_MARK = {Kind.TERM: Underline.DOTTED, Kind.PERSON: Underline.SOLID, Kind.EVENT: Underline.DASHED}


def to_pdf(summary: Summary) -> bytes:
    """The summary as a PDF. Needs a QGuiApplication, but no screen."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    writer.setTitle(summary.title)
    writer.setCreator(f"Reading Companion {__version__}")
    sheets = Sheets(summary)
    painter = QPainter(writer)
    for number in range(len(sheets)):
        if number:
            writer.newPage()
        sheets.draw(painter, number)
    painter.end()
    return bytes(buffer.data().data())


class Sheets:
    """The pages of a summary, laid out once; a sheet is drawn in pixels of RESOLUTION."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._look = Look()
        self._width = _WIDTH - 2 * _LEFT
        self._pages = Pages(self._width, _HEIGHT - _TOP - _BOTTOM)
        self._lay_out_front()
        for part, items in summary.parts.items():
            self._lay_out_part(part, items)

    def __len__(self) -> int:
        return len(self._pages.pages)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draws the sheet of that number, counted from 0, with the edge of the paper at the origin."""
        painter.setPen(self._look[Role.INK])
        for placed in self._pages.pages[number]:
            x, y = _LEFT + placed.x, _TOP + placed.y
            if placed.line.rule:
                painter.fillRect(QRectF(x, y, placed.line.rule, 0.5 * _POINT), self._look[Role.LINE])
            placed.line.draw(painter, x, y)
        self._draw_foot(painter, number)

    # -- the parts

    def _lay_out_front(self) -> None:
        summary = self._summary
        lines = self._set([Words(summary.title, bold=True)], 24, leading=1.15)
        if summary.author:
            lines += self._set([Words(summary.author, colour=self._dim)], 11, before=1.5 * _MM)
        if summary.about:
            measure = min(self._width, 125 * _MM)
            for number, text in enumerate(paragraphs_of(summary.about)):
                before = (1 if number else 5) * _MM
                lines += self._set([Words(text, italic=True)], 10.5, measure, before=before)
        self._pages.flow(lines)

    def _lay_out_part(self, part: Part, items: Sequence[Item]) -> None:
        self._pages.skip(9 * _MM)
        rule = Line((), 2.5 * _MM, together=True, rule=self._width)
        head = [rule, *self._set([Words(self._summary.labels.parts[part], bold=True)], 14)]
        head.append(Line((), 1.5 * _MM))
        if part is Part.TIMELINE:
            self._pages.flow([line for item in items for line in self._event(item)], head)
        elif len(items) < _FEW:
            self._pages.flow([line for item in items for line in self._entry(item, self._width)], head)
        else:
            width = (self._width - _GAP) / 2
            lines = [line for item in items for line in self._entry(item, width)]
            self._pages.flow(lines, head, columns=2, gap=_GAP)

    def _entry(self, item: Item, width: float) -> list[Line]:
        """A term, the definition running on after it, or a person with role and years on a line below."""
        name = [Words(item.heading, bold=True, underline=_MARK[item.kind]), *self._also(item)]
        texts = self._texts(item)
        if item.under:
            below = self._set([Words(item.under, italic=True, colour=self._dim)], 9.5, width)
            heading = together(self._set(name, 10, width) + below)
        else:
            heading, texts[0] = [], [*name, Words("  "), *texts[0]]
        return _apart(heading + [line for words in texts for line in self._set(words, 10, width)])

    def _event(self, item: Item) -> list[Line]:
        """The date on the left; on the right what happened."""
        width = self._width - _DATES
        name = [Words(item.heading, bold=True, underline=_MARK[item.kind]), *self._also(item)]
        right = together(self._set(name, 10, width))
        for words in self._texts(item):
            right += self._set(words, 10, width)
        words = [Words(item.date.words() if item.date else "", colour=self._dim)]
        left = self._set(words, 10, _DATES - 4 * _MM)
        return _apart(beside(left, right, _DATES))

    def _also(self, item: Item) -> list[Words]:
        if not item.also:
            return []
        return [Words(f" ({self._summary.labels.also} {', '.join(item.also)})", colour=self._dim)]

    def _texts(self, item: Item) -> list[list[Words]]:
        """The paragraphs of an entry; the last one ends in where, and what to see besides."""
        labels = self._summary.labels
        texts = [[Words(text)] for text in paragraphs_of(item.text)] or [[]]
        if item.paragraphs:
            places = references(item.paragraphs, labels).replace(", ", ",\N{NO-BREAK SPACE}")
            texts[-1].append(Words(f" {places}", colour=self._dim))
        if item.see:
            others = [f"{link.heading} ({link.role})" if link.role else link.heading for link in item.see]
            texts[-1].append(Words(f" {labels.see}\N{NO-BREAK SPACE}", italic=True, colour=self._dim))
            texts[-1].append(Words(", ".join(others), colour=self._dim))
        return texts

    # -- the letters

    @property
    def _dim(self) -> QColor:
        return self._look[Role.DIM]

    def _font(self, points: float) -> QFont:
        font = self._look.text_font()
        font.setPixelSize(round(points * _POINT))
        return font

    def _set(
        self,
        words: Sequence[Words],
        points: float,
        width: float | None = None,
        *,
        leading: float = 1.32,
        before: float = 0.0,
    ) -> list[Line]:
        high = points * _POINT * leading
        return paragraph(words, self._font(points), width or self._width, leading=high, before=before)

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        font = self._font(8.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._dim)
        y = _HEIGHT - 13 * _MM
        count = f"{number + 1} / {len(self)}"
        right = _LEFT + self._width - metrics.horizontalAdvance(count)
        title = " ".join(self._summary.title.split())
        room = right - _LEFT - 10 * _MM
        painter.drawText(QPointF(_LEFT, y), metrics.elidedText(title, Qt.TextElideMode.ElideRight, room))
        painter.drawText(QPointF(right, y), count)


def _apart(lines: list[Line]) -> list[Line]:
    """An entry with space above it, in one piece when it is short."""
    if len(lines) <= _SHORT:
        lines = [*together(lines[:-1]), lines[-1]]
    return [lines[0]._replace(before=1.6 * _MM), *lines[1:]]
