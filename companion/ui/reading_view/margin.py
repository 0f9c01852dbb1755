"""Margin: the signs of the reader's marks beside their lines, out of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from companion.ui.bookmarks.ribbon import HEIGHT, WIDTH, draw_sign, ribbon_colour

if TYPE_CHECKING:
    from companion.core.notes import Mark
    from companion.ui.bookmarks.placed_marks import Placed
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.canvas import Canvas
    from companion.ui.reading_view.flow import Flow
    from companion.ui.reading_view.laid_block import LaidBlock

_BESIDE, _EDGE = 12.0, 1.0
"""Pixels between ribbon and column, and at least to the edge of the view."""
_BAR, _BAR_END = 2.0, 6.0
_STEP = 5.0
"""Pixels by which ribbons at the same line stand one below the other."""


class Margin:
    """Paints the ribbons, and knows which one is at a point; a bar below one says how far its words reach."""

    def __init__(self, reading: Reading, look: Look, flow: Flow) -> None:
        self._reading, self._look, self._flow = reading, look, flow

    def paint(self, canvas: Canvas, laid: LaidBlock) -> None:
        """Paints the ribbons of one block, the painter standing at the block's corner."""
        font, chosen = QGuiApplication.font(), self._reading.bookmark
        for placed in self._reading.marginalia.touching(laid.block.span):
            self._paint_reach(canvas, laid, placed)
        for placed, box in self._boxes(laid):
            is_chosen = placed.bookmark.id == chosen
            mark = placed.bookmark
            draw_sign(
                canvas.painter, box.topLeft(), mark.kind, mark.colour, self._look, font, is_chosen=is_chosen
            )

    def bookmark_at(self, point: QPointF) -> Mark | None:
        """The bookmark whose ribbon is at that point of the view; the uppermost of several."""
        if not self._flow.document.blocks or self._flow.page is None:
            return None
        seen = self._flow.block_at(point.y())
        inside = point - QPointF(self._flow.page.left, seen.y)
        boxes = [placed.bookmark for placed, box in self._boxes(seen.laid) if box.contains(inside)]
        return boxes[-1] if boxes else None

    def _boxes(self, laid: LaidBlock) -> list[tuple[Placed, QRectF]]:
        """The ribbons of a block and where they stand, from the block's corner."""
        found: list[tuple[Placed, QRectF]] = []
        block, below, last = laid.block, 0.0, -1.0
        for placed in self._reading.marginalia.beginning_in(block.start, max(block.end, block.start + 1)):
            if placed.span is not None:
                line = laid.line_of(placed.span.start)
                below = below + _STEP if line.top == last else 0.0
                last = line.top
                top = round(line.top + (line.height - HEIGHT) / 2 + below)
                found.append((placed, QRectF(self._left, top, WIDTH, HEIGHT)))
        return found

    def _paint_reach(self, canvas: Canvas, laid: LaidBlock, placed: Placed) -> None:
        """A bar beside the lines that the words go on to after the first one."""
        span = placed.span
        rects = [rect for rect, _ in laid.rects(*span, canvas.part)] if span else []
        if not span or not rects:
            return
        top = min(rect.top() for rect in rects)
        bottom = max(rect.bottom() for rect in rects) - _BAR_END
        if span.start >= laid.block.start:
            first = laid.line_of(span.start)
            top = max(top, first.top + (first.height + HEIGHT) / 2 + 1)
        if bottom - top > _BAR_END:
            colour = ribbon_colour(self._look, placed.bookmark.colour)
            canvas.fill(QRectF(self._left + (WIDTH - _BAR) / 2, top, _BAR, bottom - top), colour)

    @property
    def _left(self) -> float:
        """Where ribbons stand, from the left edge of the column."""
        left = self._flow.page.left if self._flow.page else 0.0
        return max(_EDGE - left, -_BESIDE - WIDTH)
