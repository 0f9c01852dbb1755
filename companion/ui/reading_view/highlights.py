"""Highlights: the words that the reader marked, filled, underlined or with a corner where she wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPen, QPolygonF

from companion.core.notes import Colour, Mark, MarkKind
from companion.ui.bookmarks.ribbon import highlight_colours, ribbon_colour
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Span
    from companion.ui.bookmarks.placed_marks import Placed
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.canvas import Canvas
    from companion.ui.reading_view.laid_block import LaidBlock

_HEIGHT = 1.42
"""Ems: how high the filling of highlighted words is."""
_STEP = 0.14
"""Ems: by so much less each further filling is high that lies over another one, and an underline lower."""
_MOST_LEVELS = 4
_EDGE = 2.0
"""Pixels: the strokes at which a highlight begins and ends."""
_UNDERLINE, _BELOW = 0.11, 0.36
"""Ems: how thick an underline is, and how far below the letters' line."""
_CORNER = 0.34
"""Ems: the corner at the end of words that have a note."""

_PATTERNS = {
    Colour.YELLOW: Qt.BrushStyle.NoBrush,
    Colour.GREEN: Qt.BrushStyle.BDiagPattern,
    Colour.BLUE: Qt.BrushStyle.FDiagPattern,
    Colour.ROSE: Qt.BrushStyle.VerPattern,
}
"""So that the colours are told apart by those, too, who do not see them: the filling is hatched."""


class Layer(NamedTuple):
    """A mark, its words and over how many others it lies there, from 0."""

    mark: Mark
    span: Span
    level: int


class Highlights:
    """Paints the reader's marks of one block: fillings below the letters, underlines and corners as well."""

    def __init__(self, reading: Reading, look: Look) -> None:
        self._reading, self._look = reading, look

    def paint(self, canvas: Canvas, laid: LaidBlock) -> None:
        """Paints the marks of a block, before its letters."""
        placed = self._reading.marginalia.touching(laid.block.span)
        if not placed:
            return
        canvas.painter.save()
        for layer in layered(placed, MarkKind.HIGHLIGHT):
            self._fill(canvas, laid, layer)
        for layer in layered(placed, MarkKind.UNDERLINE):
            self._underline(canvas, laid, layer)
        for layer in layered(placed, MarkKind.NOTE):
            self._dot(canvas, laid, layer)
        for one in placed:
            if one.span is not None and one.bookmark.note and one.bookmark.kind is not MarkKind.BOOKMARK:
                self._fold(canvas, laid, one.bookmark, one.span)
        canvas.painter.restore()

    def _fill(self, canvas: Canvas, laid: LaidBlock, layer: Layer) -> None:
        colours = highlight_colours(self._look, layer.mark.colour)
        em = laid.layout.font().pixelSize()
        rects = [_band(rect, em, layer.level) for rect, _ in laid.rects(*layer.span, canvas.part)]
        for rect in rects:
            canvas.fill(rect, colours.ground)
            if (pattern := _PATTERNS[layer.mark.colour]) is not Qt.BrushStyle.NoBrush:
                canvas.painter.fillRect(canvas.on_dots(rect), QBrush(colours.hatching, pattern))
            canvas.fill(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colours.edge)
        for edge, is_end in self._ends(laid, layer.span, rects):
            inward = -_EDGE if is_end else 0.0
            x = edge.right() if is_end else edge.left()
            canvas.fill(QRectF(x + inward, edge.top(), _EDGE, edge.height()), colours.edge)
        if layer.mark.id == self._reading.bookmark:
            for rect in rects:
                canvas.outline_round(rect, self._look[Role.INK], 1.3)

    @staticmethod
    def _ends(laid: LaidBlock, span: Span, rects: list[QRectF]) -> Iterator[tuple[QRectF, bool]]:
        """The rectangles at which a mark begins and ends, if it does so in this block and they are seen."""
        block = laid.block.span
        whole = [rect for rect, _ in laid.rects(*span)] if rects else []
        if whole and span.start >= block.start and _is_near(whole[0], rects[0]):
            yield rects[0], False
        if whole and span.end <= block.end and _is_near(whole[-1], rects[-1]):
            yield rects[-1], True

    def _underline(self, canvas: Canvas, laid: LaidBlock, layer: Layer) -> None:
        em = laid.layout.font().pixelSize()
        colour = ribbon_colour(self._look, layer.mark.colour)
        thick = max(2.0, em * _UNDERLINE)
        for rect, line in laid.rects(*layer.span, canvas.part):
            y = line.baseline + em * (_BELOW + 1.4 * _STEP * layer.level)
            y = min(y, line.top + line.height - thick)
            canvas.fill(QRectF(rect.left(), y, rect.width(), thick), colour)
            if layer.mark.id == self._reading.bookmark:
                canvas.outline_round(
                    QRectF(rect.left(), y, rect.width(), thick).adjusted(-1, -2, 1, 2),
                    self._look[Role.INK],
                    1,
                )

    def _dot(self, canvas: Canvas, laid: LaidBlock, layer: Layer) -> None:
        """Words with nothing but a note: dots below them, lower and larger than those under a term."""
        em = laid.layout.font().pixelSize()
        pen = QPen(ribbon_colour(self._look, layer.mark.colour), max(2.0, em * _UNDERLINE))
        pen.setDashPattern([1.0, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        for rect, line in laid.rects(*layer.span, canvas.part):
            y = line.baseline + em * (_BELOW + 1.4 * _STEP * layer.level)
            y = canvas.snapped(min(y, line.top + line.height - pen.widthF())) + pen.widthF() / 2
            canvas.painter.setPen(pen)
            canvas.painter.drawLine(QPointF(canvas.snapped(rect.left()), y), QPointF(rect.right(), y))

    def _fold(self, canvas: Canvas, laid: LaidBlock, mark: Mark, span: Span) -> None:
        """A small corner at the upper end of words that say more when they are pointed at."""
        if not laid.block.start <= span.end <= laid.block.end:
            return
        em = laid.layout.font().pixelSize()
        for rect, _ in list(laid.rects(*span))[-1:]:
            band, size = _band(rect, em, 0), em * _CORNER
            corner = band.topRight()
            shape = QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)])
            canvas.painter.setPen(Qt.PenStyle.NoPen)
            canvas.painter.setBrush(ribbon_colour(self._look, mark.colour))
            canvas.painter.drawPolygon(shape)


def layered(placed: Iterable[Placed], kind: MarkKind) -> list[Layer]:
    """The marks of a kind, in the order of their words, each above those that it overlaps."""
    found: list[Layer] = []
    under: list[Layer] = []
    for one in placed:
        span = one.span
        if span is None or one.bookmark.kind is not kind:
            continue
        under = [layer for layer in under if layer.span.end > span.start]
        taken = {layer.level for layer in under}
        level = next(level for level in range(len(taken) + 1) if level not in taken)
        layer = Layer(one.bookmark, span, min(level, _MOST_LEVELS))
        under.append(layer)
        found.append(layer)
    return sorted(found, key=lambda layer: layer.level)


def _band(rect: QRectF, em: float, level: int) -> QRectF:
    """The filling of the words of a line; one that lies over others leaves the upper edge of those free."""
    spare = max(0.0, (rect.height() - em * _HEIGHT) / 2)
    return rect.adjusted(0, spare + level * em * _STEP, 0, -spare)


def _is_near(one: QRectF, other: QRectF) -> bool:
    return abs(one.left() - other.left()) < 1 and abs(one.center().y() - other.center().y()) < one.height()
