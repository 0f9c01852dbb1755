"""Marks: the quiet lines under names and links, told apart by their pattern as well as by their colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen

from companion.core.entries import Kind
from companion.core.leads import links_within
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Document, Span
    from companion.core.links import Mention
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.canvas import Canvas
    from companion.ui.reading_view.laid_block import LaidBlock

_BELOW_BASELINE = 0.24
_WIDTH, _FOCUS_WIDTH = 1 / 18, 1 / 9
"""Ems: where the lines stand and how wide they are."""

LINK = "link"
_PATTERNS: dict[Kind | str | None, list[float]] = {
    LINK: [9.0, 2.0],
    Kind.TERM: [1.0, 2.0],
    Kind.PERSON: [],
    Kind.EVENT: [5.0, 3.0],
    None: [5.0, 2.0, 1.0, 2.0],
}
"""Dashes and gaps in widths of the pen: terms dotted, people solid, dates dashed, undecided names both, and
links in long dashes."""

Marks = dict[Kind | str | None, list[QLineF]]
"""The lines under names and links of one block, relative to its corner, by kind; None for undecided names."""


class MarkPens:
    """Draws the marks in one theme, at one size of type, on a screen of so many dots in a pixel."""

    def __init__(self, look: Look, dots: float) -> None:
        self.dots = dots
        self._em = look.type.size
        self._below = round(self._em * _BELOW_BASELINE)
        pens: dict[Kind | str | None, QPen] = {
            kind: self._pen(look.colour_of(kind), _WIDTH, _PATTERNS[kind]) for kind in Kind
        }
        quiet = {kind: self._pen(look[Role.DIM], _WIDTH, _PATTERNS[kind]) for kind in (LINK, None)}
        self._pens = {**pens, **quiet}
        self._focus = self._pen(look[Role.ACCENT], _FOCUS_WIDTH, [])

    def draw(self, canvas: Canvas, marks: Marks) -> None:
        """Draws the marks of one block."""
        for kind, lines in marks.items():
            canvas.painter.setPen(self._pens[kind])
            canvas.painter.drawLines(lines)

    def draw_focus(self, canvas: Canvas, laid: LaidBlock, names: Iterable[Span]) -> None:
        """Draws the strong lines under the names of the focus."""
        lines = [line for name in names for line in self._lines(laid, *name, self._focus, canvas.part)]
        if lines:
            canvas.painter.setPen(self._focus)
            canvas.painter.drawLines(lines)

    def marks_of(self, laid: LaidBlock, document: Document, reading: Reading, look: Look) -> Marks:
        """The marks of one block of the document that is shown, as the reader has chosen to see them."""
        marks: Marks = {}
        start, end = laid.block.span
        for link in links_within(document, start, end):
            marks.setdefault(LINK, []).extend(self._lines(laid, link.start, link.end, self._pens[LINK]))
        for mention in reading.companion.links.within(start, end):
            if kind := marked_kind(mention, reading, look):
                marks.setdefault(kind, []).extend(self._lines(laid, *mention.span, self._pens[kind]))
        if look.marks.kinds:
            for name in reading.companion.links.ambiguities_within(start, end):
                marks.setdefault(None, []).extend(self._lines(laid, name.start, name.end, self._pens[None]))
        return marks

    def _lines(
        self, laid: LaidBlock, start: int, end: int, pen: QPen, between: tuple[float, float] | None = None
    ) -> list[QLineF]:
        """Lines along the middle of whole dots, so that they are sharp."""
        dots, middle = self.dots, pen.widthF() / 2
        rects = laid.rects(start, end, between) if between else laid.rects(start, end)
        lines = []
        for rect, line in rects:
            y = round((line.baseline + self._below) * dots) / dots + middle
            lines.append(QLineF(round(rect.left() * dots) / dots, y, round(rect.right() * dots) / dots, y))
        return lines

    def _pen(self, colour: QColor, ems: float, pattern: list[float]) -> QPen:
        pen = QPen(colour, max(1, round(self._em * ems * self.dots)) / self.dots)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern:
            pen.setDashPattern(pattern)
        return pen


def marked_kind(mention: Mention, reading: Reading, look: Look) -> Kind | None:
    """The kind as which a mention is marked: one that is, and where only first mentions are, the first in
    its section; None when it is not marked."""
    entry = reading.companion.entry(mention.entry)
    if entry is None or entry.kind not in look.marks.kinds:
        return None
    if look.marks.first_in_section:
        section = reading.document.section_at(mention.start)
        if not reading.companion.links.is_first_since(mention, section.start if section else 0):
            return None
    return entry.kind
