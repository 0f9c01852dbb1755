"""A picture that was laid out: its frame, and below it the words that stand for it."""

from __future__ import annotations

import math
from bisect import bisect_left
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from companion.core.document import BlockKind
from companion.ui.reading_view.laid_block import LaidBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage, QPainter

    from companion.core.document import Block, Document, Picture, Span
    from companion.ui.reading_view.gallery import Gallery
    from companion.ui.reading_view.lines import Line
    from companion.ui.reading_view.page import Page

_MOST_OF_SCREEN = 0.82
"""The part of the screen's height that a picture takes at most, so that its words are seen with it."""
_ABOVE_WORDS = 0.4
"""Ems between the picture and its words."""
_NOT_THERE = 0.07
"""How strong the place of a picture that is not there yet is, beside the ink."""


def picture_of(document: Document, block: Block) -> Picture | None:
    """The picture that a block is."""
    index = bisect_left(document.pictures, (block.start,))
    found = document.pictures[index] if index < len(document.pictures) else None
    return found if found is not None and found.start == block.start else None


class LaidPicture(LaidBlock):
    """The frame and the words of a picture; one that cannot be shown is its words alone.

    Words that are no more than the name of the file, or a mere sign, are not shown beside the picture, and
    none are where a caption says what is seen.
    """

    __slots__ = ("_gallery", "_is_named_only", "frame", "source")

    def __init__(
        self,
        document: Document,
        index: int,
        page: Page,
        picture: Picture,
        gallery: Gallery,
        screen_height: float,
    ) -> None:
        self.source, self._gallery = picture.source, gallery
        words = document.text[picture.start : picture.end].strip()
        name = PurePosixPath(picture.source)
        is_sign = not any(map(str.isalnum, words))
        has_caption = [b.kind for b in document.blocks[index + 1 : index + 2]] == [BlockKind.CAPTION]
        self._is_named_only = is_sign or has_caption or words in (name.name, name.stem, picture.source)
        size = gallery.size_in(self.source, page.width, max(page.em * 4, screen_height * _MOST_OF_SCREEN))
        self.frame = QRectF()
        if size is not None:
            self.frame = QRectF(round((page.width - size.width()) / 2), 0, size.width(), size.height())
        super().__init__(document, index, page)
        self.frame.moveTop(self.above)
        if self.frame.isEmpty():
            return
        bottom = self.frame.bottom() if self._is_named_only else self._lines[-1].bottom
        self.height = bottom
        first = self._lines[0]
        self._lines[0] = first._replace(top=self.above, height=first.bottom - self.above)

    def _top_of_words(self) -> float:
        if self.frame.isEmpty():
            return self.above
        below = self.above + self.frame.height()
        if self._is_named_only:
            return below - self.setting.step
        return below + round(self.page.em * _ABOVE_WORDS)

    def draw(self, painter: QPainter, top: float, bottom: float, tint: QColor) -> None:
        """Draws the picture, or its empty place, and its words."""
        if self.frame.isEmpty():
            super().draw(painter, top, bottom, tint)
            return
        if self.frame.top() < bottom and self.frame.bottom() > top:
            self._draw_picture(painter)
        if not self._is_named_only:
            super().draw(painter, max(top, self.frame.bottom()), bottom, tint)

    def _draw_picture(self, painter: QPainter) -> None:
        image = self._image(painter.device().devicePixelRatioF())
        if image is None:
            painter.setOpacity(_NOT_THERE)
            painter.fillRect(self.frame, painter.pen().brush())
            painter.setOpacity(1.0)
        else:
            self._gallery.shade.draw(painter, self.frame, image)

    def _image(self, dots: float) -> QImage | None:
        size = QSize(max(1, round(self.frame.width() * dots)), max(1, round(self.frame.height() * dots)))
        return self._gallery.image(self.source, size)

    def rects(
        self, start: int, end: int, between: tuple[float, float] = (-math.inf, math.inf)
    ) -> list[tuple[QRectF, Line]]:
        """Where the words stand, or all of the picture for words that are not shown."""
        found = super().rects(start, end, between)
        if self.frame.isEmpty():
            return found
        if self._is_named_only:
            return [(self.frame, line) for _, line in found[:1]]
        words = self.frame.bottom() + round(self.page.em * _ABOVE_WORDS)
        for rect, _ in found:
            rect.setTop(max(rect.top(), words))
        return found

    def outlines(self, span: Span, between: tuple[float, float] = (-math.inf, math.inf)) -> list[QRectF]:
        """The picture itself, where the keyboard is on all of it."""
        is_whole = span.start <= self.block.start and not self.frame.isEmpty()
        return [self.frame] if is_whole else super().outlines(span, between)

    def offset_over(self, x: float, y: float) -> int | None:
        """The beginning of the words for all of the picture."""
        if self.frame.contains(x, y):
            return self.block.start
        return super().offset_over(x, y)
