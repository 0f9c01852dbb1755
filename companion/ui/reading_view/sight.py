"""Sight: between the screen and the text: what stands at a point, and where words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from companion.core.document import Span

if TYPE_CHECKING:
    from companion.ui.reading_view.flow import Flow
    from companion.ui.reading_view.laid_block import LaidBlock


class Sight:
    """The screen of a flow. Points and rectangles are in the viewport's coordinates."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def offset_at(self, point: QPointF) -> int:
        """The boundary between two letters that is nearest to the point."""
        found = self._block_at(point)
        return found[0].offset_at(found[1].x(), found[1].y()) if found else 0

    def character_at(self, point: QPointF) -> int:
        """The letter that is nearest to the point."""
        found = self._block_at(point)
        return found[0].character_at(found[1].x(), found[1].y()) if found else 0

    def offset_over(self, point: QPointF) -> int | None:
        """The letter that is at the point; None beside the text."""
        found = self._block_at(point)
        return found[0].offset_over(found[1].x(), found[1].y()) if found else None

    def rects_of(self, span: Span) -> list[QRectF]:
        """Where the words of `span` stand, line by line; empty when they are not seen."""
        flow, found = self._flow, []
        for _, laid, y in flow.seen():
            if span.overlaps(laid.block.span):
                rects = laid.rects(*span, (-y, flow.height - y))
                found += [rect.translated(self._left, y) for rect, _ in rects]
        return found

    def rect_at(self, span: Span, offset: int) -> QRectF:
        """Of words that may be broken over lines, the part in which the letter at `offset` stands."""
        rects = self.rects_of(span)
        letters = self.rects_of(Span(offset, offset + 1))
        touched = (rect for rect in rects if letters and rect.intersects(letters[0]))
        return next(touched, rects[0] if rects else QRectF())

    def _block_at(self, point: QPointF) -> tuple[LaidBlock, QPointF] | None:
        """The block at the height of the point, and the point from the block's corner."""
        if not self._flow.document.blocks or self._flow.page is None:
            return None
        seen = self._flow.block_at(point.y())
        return seen.laid, point - QPointF(self._left, seen.y)

    @property
    def _left(self) -> float:
        return self._flow.page.left if self._flow.page else 0.0
