"""Layers: what is painted under the text, each by name, only for the block that is being drawn."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.core.document import Span
from companion.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.ui.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.laid_block import LaidBlock

_ROUND = 3.5


class Layers:
    """Paints, from the bottom up: passages of the focus, search hits, the focus's names, the selection,
    and for a moment the place of arrival."""

    def __init__(self, reading: Reading, look: Look) -> None:
        self._reading = reading
        self._look = look
        self.selection: Span | None = None
        self.arrival: Span | None = None
        self.arrival_strength = 0.0

    def paint(self, painter: QPainter, laid: LaidBlock, at: QPointF) -> None:
        """Paints all layers of one block, whose corner stands at `at`."""
        reading, look, block = self._reading, self._look, laid.block.span
        if reading.focus:
            self._fill(painter, laid, at, self._passages(block), look[Role.PASSAGE], 0.0)
        hits = reading.hits.within(*block) if len(reading.hits) else []
        if hits:
            self._fill(painter, laid, at, hits, look[Role.SEARCH], _ROUND)
            self._outline_hit(painter, laid, at)
        if reading.focus:
            self._fill(painter, laid, at, self.focus_names(block), look[Role.FOCUS], _ROUND)
        if self.selection and self.selection.overlaps(block):
            self._fill(painter, laid, at, [self.selection], look[Role.SELECTION], 0.0)
        if self.arrival and self.arrival_strength > 0 and self.arrival.overlaps(block):
            colour = QColor(look[Role.ACCENT])
            colour.setAlphaF(0.28 * self.arrival_strength)
            self._fill(painter, laid, at, [self.arrival], colour, 0.0)

    def focus_names(self, block: Span) -> list[Span]:
        """The names of the focus within a block."""
        focus = self._reading.focus
        links = self._reading.companion.links
        return [mention.span for mention in links.within(*block) if mention.entry in focus]

    def _passages(self, block: Span) -> list[Span]:
        spans = self._reading.passages.spans
        index = max(0, bisect_right(spans, block.start, key=_start) - 1)
        found = []
        while index < len(spans) and spans[index].start < block.end:
            if spans[index].end > block.start:
                found.append(spans[index])
            index += 1
        return found

    def _outline_hit(self, painter: QPainter, laid: LaidBlock, at: QPointF) -> None:
        """The hit that the reader is at has a line round it: its colour alone would not tell."""
        reading = self._reading
        if reading.hit_index < 0:
            return
        painter.setPen(QPen(self._look[Role.INK], 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect, _ in laid.rects(*reading.hits[reading.hit_index]):
            painter.drawRoundedRect(_tight(rect, at, laid), _ROUND, _ROUND)

    @staticmethod
    def _fill(
        painter: QPainter,
        laid: LaidBlock,
        at: QPointF,
        spans: Iterable[Span],
        colour: QColor,
        round_by: float,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for start, end in spans:
            for rect, _ in laid.rects(start, end):
                if round_by:
                    painter.drawRoundedRect(_tight(rect, at, laid), round_by, round_by)
                else:
                    painter.fillRect(rect.translated(at), colour)


def _tight(rect: QRectF, at: QPointF, laid: LaidBlock) -> QRectF:
    """The rectangle of some words: a little wider than they are, not as high as the line."""
    spare = max(0.0, (rect.height() - laid.layout.font().pixelSize() * 1.32) / 2)
    return rect.translated(at).adjusted(-2, spare, 2, -spare)


def _start(span: Span) -> int:
    return span.start
