"""Painting: one screen of the text: paper, layers, marks, letters, the keyboard's ring and caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from companion.ui.looks.theme import Role, cover
from companion.ui.reading_view.canvas import Canvas
from companion.ui.reading_view.layers import Layers
from companion.ui.reading_view.margin import Margin
from companion.ui.reading_view.marks import MarkPens

if TYPE_CHECKING:
    from companion.core.document import Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.flow import Flow, Seen

_RING, _AROUND, _CARET = 2.0, 3.0, 2.0
"""Pixels: the ring's line, its distance from the name, the caret's width."""


class Painting:
    """Paints what is on the screen of a flow.

    `ring` is the name in the text that has the keyboard, `caret` the offset where a selection by keyboard
    ends; each is None when there is none.
    """

    def __init__(self, reading: Reading, look: Look, flow: Flow) -> None:
        self._reading, self._look, self._flow = reading, look, flow
        self._pens: MarkPens | None = None
        self.layers = Layers(reading, look)
        self.margin = Margin(reading, look, flow)
        self.ring: Span | None = None
        self.caret: int | None = None

    def renew_marks(self) -> None:
        """Has the marks made anew: their names, colours or places are others."""
        self._pens = None
        self._flow.forget_marks()

    def paint(self, painter: QPainter, region: QRect) -> None:
        """Paints what of the screen lies in `region`."""
        cover(painter, region, self._look[Role.PAPER])
        page = self._flow.page
        if page is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = painter.device().devicePixelRatioF()
        for seen in self._flow.seen():
            if seen.y > region.bottom() + 1 or seen.y + seen.laid.height < region.top():
                continue
            painter.save()
            canvas = Canvas(painter, region.top() - seen.y, region.bottom() + 1 - seen.y, dots)
            painter.translate(canvas.snapped(page.left), canvas.snapped(seen.y))
            self._paint_block(canvas, seen)
            painter.restore()

    def _paint_block(self, canvas: Canvas, seen: Seen) -> None:
        laid, painter = seen.laid, canvas.painter
        self.layers.paint(canvas, laid)
        pens = self._pens_for(canvas.dots)
        if laid.marks is None:
            laid.marks = pens.marks_of(laid, self._flow.document, self._reading, self._look)
        pens.draw(canvas, laid.marks)
        if self._reading.focus:
            pens.draw_focus(canvas, laid, self.layers.focus_names(laid.block.span))
        painter.setPen(self._look[Role.DIM if laid.is_quiet else Role.INK])
        laid.draw(painter, *canvas.part, self._look[Role.ACCENT])
        self.margin.paint(canvas, laid)
        if self.ring and self.ring.overlaps(laid.block.span):
            for rect in laid.outlines(self.ring, canvas.part):
                canvas.outline_round(rect.adjusted(-_AROUND, 1, _AROUND, -1), self._look[Role.ACCENT], _RING)
        if self.caret is not None and self._flow.document.block_index(self.caret) == seen.number:
            self._paint_caret(canvas, seen, self.caret)

    def _paint_caret(self, canvas: Canvas, seen: Seen, offset: int) -> None:
        line = seen.laid.line_of(offset)
        x = canvas.snapped(seen.laid.x_of(offset))
        canvas.painter.fillRect(
            QRectF(x - _CARET / 2, line.top, _CARET, line.height), self._look[Role.ACCENT]
        )

    def _pens_for(self, dots: float) -> MarkPens:
        if self._pens is None or self._pens.dots != dots:
            self._flow.forget_marks()
            self._pens = MarkPens(self._look, dots)
        return self._pens
