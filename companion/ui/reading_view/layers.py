"""Layers: what is painted under the text, each by name, only for the part of a block that is seen."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from companion.ui.looks.theme import Role, mixed
from companion.ui.reading_view.highlights import Highlights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF

    from companion.core.document import Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.canvas import Canvas
    from companion.ui.reading_view.laid_block import LaidBlock

_WORD_HEIGHT = 1.32
"""Ems: how high the filling of a name is; a passage's is as high as the line."""
_BESIDE = 2.0
_ARRIVAL = 0.28
_FAINT = 0.45
"""How much of the paper is mixed into the tint of a passage without a name."""
_HIT_LINE = 1.2


class Layers:
    """Paints, from the bottom up: passages of the focus, the reader's marks, search hits, the focus's names,
    the selection, and for a moment the place of arrival.

    A passage that tells of the focus without naming it is fainter, and has nothing filled or underlined.
    """

    def __init__(self, reading: Reading, look: Look) -> None:
        self._reading = reading
        self._look = look
        self._highlights = Highlights(reading, look)
        self.selection: Span | None = None
        self.arrival: Span | None = None
        self.arrival_strength = 0.0

    def paint(self, canvas: Canvas, laid: LaidBlock) -> None:
        """Paints all layers of one block."""
        reading, look, block = self._reading, self._look, laid.block.span
        if reading.focus:
            self._fill(canvas, laid, self._passages(block), look[Role.PASSAGE], _BESIDE)
            faint = mixed(look[Role.PASSAGE], look[Role.PAPER], _FAINT)
            self._fill(canvas, laid, self._passages(block, nameless=True), faint, _BESIDE)
        self._highlights.paint(canvas, laid)
        if len(reading.hits):
            self._fill_words(canvas, laid, reading.hits.within(*block), look[Role.SEARCH])
        if reading.focus:
            self._fill_words(canvas, laid, self.focus_names(block), look[Role.FOCUS])
        if reading.hit_index >= 0:
            self._outline_hit(canvas, laid, reading.hits[reading.hit_index])
        if self.selection and self.selection.overlaps(block):
            self._fill(canvas, laid, [self.selection], look[Role.SELECTION])
        if self.arrival and self.arrival_strength > 0 and self.arrival.overlaps(block):
            colour = QColor(look[Role.ACCENT])
            colour.setAlphaF(_ARRIVAL * self.arrival_strength)
            self._fill(canvas, laid, [self.arrival], colour)

    def focus_names(self, block: Span) -> list[Span]:
        """The names of the focus within a block."""
        focus = self._reading.focus
        links = self._reading.companion.links
        return [mention.span for mention in links.within(*block) if mention.entry in focus]

    def _passages(self, block: Span, *, nameless: bool = False) -> list[Span]:
        """The passages of the focus within a block: those that name it, or those that do not."""
        passages = self._reading.passages
        spans = passages.spans
        index = max(0, bisect_right(spans.starts, block.start) - 1)
        found = []
        while index < len(spans) and spans[index].start < block.end:
            if spans[index].end > block.start and (index in passages.nameless) is nameless:
                found.append(spans[index])
            index += 1
        return found

    def _outline_hit(self, canvas: Canvas, laid: LaidBlock, hit: Span) -> None:
        """The hit that the reader is at has a line round it: its colour alone would not tell."""
        if hit.overlaps(laid.block.span):
            for rect, _ in laid.rects(*hit, canvas.part):
                canvas.outline_round(_tight(rect, laid), self._look[Role.INK], _HIT_LINE)

    @staticmethod
    def _fill(
        canvas: Canvas, laid: LaidBlock, spans: Iterable[Span], colour: QColor, beside: float = 0.0
    ) -> None:
        for span in spans:
            for rect, _ in laid.rects(*span, canvas.part):
                canvas.fill(rect.adjusted(-beside, 0, beside, 0), colour)

    @staticmethod
    def _fill_words(canvas: Canvas, laid: LaidBlock, spans: Iterable[Span], colour: QColor) -> None:
        for span in spans:
            for rect, _ in laid.rects(*span, canvas.part):
                canvas.fill_round(_tight(rect, laid), colour)


def _tight(rect: QRectF, laid: LaidBlock) -> QRectF:
    """The rectangle of some words: a little wider than they are, not as high as the line."""
    spare = max(0.0, (rect.height() - laid.layout.font().pixelSize() * _WORD_HEIGHT) / 2)
    return rect.adjusted(-_BESIDE, spare, _BESIDE, -spare)
