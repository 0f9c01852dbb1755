"""Flow: the blocks of a text one below the other, scrolled by an anchor and laid out only where seen.

The scroll position is a block and the pixels of it that are scrolled off, so nothing ever needs the
height of the whole text; the scroll bar counts characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Document, Span
from companion.ui.reading_view.laid_block import LaidBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.ui.reading_view.page import Page

_KEPT = 400
_LINE_WORTH = 80
"""What a block counts in the scroll bar besides its characters: it takes a line at least."""


class Seen(NamedTuple):
    """A block on the screen: its number, its lines, and where its top is below the viewport's edge."""

    index: int
    laid: LaidBlock
    y: float


class Flow:
    """Where in the text the viewport stands, and which blocks it shows."""

    def __init__(self) -> None:
        self.document = Document("")
        self.page: Page | None = None
        self.height = 0.0
        self.top = 0
        self.off = 0.0
        self._anchor = 0
        self._weights = [0]
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()

    def show(self, document: Document) -> None:
        """Takes another text and stands at its beginning."""
        self.document = document
        sizes = (block.end - block.start + _LINE_WORTH for block in document.blocks)
        self._weights = list(accumulate(sizes, initial=0))
        self._laid.clear()
        self.top, self.off, self._anchor = 0, 0.0, 0

    def set_page(self, page: Page, height: float) -> None:
        """Takes another page or height; the line that was at the top stays there."""
        self._laid.clear()
        self.page, self.height = page, height
        if self.document.blocks:
            anchor = self._anchor
            self._put_at_top(anchor)
            self._anchor = anchor

    def laid(self, index: int) -> LaidBlock:
        """The block of that number, laid out."""
        known = self._laid.get(index)
        if known is not None:
            self._laid.move_to_end(index)
            return known
        if self.page is None:
            raise RuntimeError("a flow has no page before it is shown")
        laid = self._laid[index] = LaidBlock(self.document, index, self.page)
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return laid

    def laid_already(self) -> Iterator[LaidBlock]:
        """The blocks that are kept laid out."""
        return iter(self._laid.values())

    def seen(self) -> Iterator[Seen]:
        """The blocks on the screen from the top down."""
        y, index, count = -self.off, self.top, len(self.document.blocks)
        while index < count and y < self.height:
            laid = self.laid(index)
            yield Seen(index, laid, y)
            y += laid.height
            index += 1

    def seen_span(self) -> Span:
        """The text on the screen, from the first line wholly seen to the last one begun."""
        first: int | None = None
        end = 0
        for _, laid, y in self.seen():
            for line in laid.lines:
                if y + line.top + line.height > self.height + 1:
                    break
                if y + line.top >= -1:
                    span = laid.line_span(line)
                    first = span.start if first is None else first
                    end = span.end
        if first is None:
            first = self.document.blocks[self.top].start if self.document.blocks else 0
            end = first
        return Span(first, end)

    def y_of(self, offset: int) -> float | None:
        """Where the line of that offset is below the viewport's edge, if its block is on the screen."""
        target = self.document.block_index(offset)
        for index, laid, y in self.seen():
            if index == target:
                return y + laid.line_of(offset).top
        return None

    def is_at_end(self) -> bool:
        """Whether the last line of the text is on the screen."""
        last = len(self.document.blocks) - 1
        return any(index == last and y + laid.height <= self.height for index, laid, y in self.seen())

    # -- moving

    def scroll_by(self, pixels: float) -> None:
        """Moves down by so many pixels, or up by a negative number, no further than the ends."""
        if not self.document.blocks:
            return
        self.off += pixels
        self._settle()
        if pixels > 0:
            self._stop_at_end()
        self._remember()

    def go_to(self, offset: int, below_top: float = 0.0) -> None:
        """Puts the line of that offset at so many pixels below the upper edge, as far as the ends allow."""
        if self.document.blocks:
            self._put_at_top(offset)
            self.off -= below_top
            self._settle()
            self._stop_at_end()
            self._remember()

    def distance_to(self, offset: int, most: float) -> float | None:
        """How many pixels below the upper edge the line of that offset is; None beyond `most` pixels."""
        target = self.document.block_index(offset)
        y, index = -self.off, self.top
        while index < target and y < most:
            y += self.laid(index).height
            index += 1
        while index > target and y > -most:
            index -= 1
            y -= self.laid(index).height
        if index != target:
            return None
        return y + self.laid(index).line_of(offset).top

    def _put_at_top(self, offset: int) -> None:
        self.top = self.document.block_index(offset)
        laid = self.laid(self.top)
        line = laid.line_of(offset)
        self.off = 0.0 if line is laid.lines[0] and self.top == 0 else line.top
        self._stop_at_end()

    def _settle(self) -> None:
        count = len(self.document.blocks)
        while self.off < 0 and self.top > 0:
            self.top -= 1
            self.off += self.laid(self.top).height
        self.off = max(0.0, self.off)
        while self.top < count - 1 and self.off >= (height := self.laid(self.top).height):
            self.off -= height
            self.top += 1

    def _stop_at_end(self) -> None:
        room = self.height - (self.page.top if self.page else 0)
        have, index, count = -self.off, self.top, len(self.document.blocks)
        while index < count and have < room:
            have += self.laid(index).height
            index += 1
        if have < room:
            self.off -= room - have
            self._settle()

    def _remember(self) -> None:
        self._anchor = self.seen_span().start

    # -- the scroll bar, in characters

    @property
    def total(self) -> int:
        """The length of the scroll bar."""
        return self._weights[-1]

    @property
    def value(self) -> int:
        """Where the scroll bar stands."""
        if not self.document.blocks:
            return 0
        weight = self._weights[self.top + 1] - self._weights[self.top]
        return int(self._weights[self.top] + weight * min(1.0, self.off / self.laid(self.top).height))

    def go_to_value(self, value: int) -> None:
        """Goes to where the scroll bar was put."""
        if not self.document.blocks:
            return
        self.top = min(bisect_right(self._weights, value) - 1, len(self.document.blocks) - 1)
        weight = self._weights[self.top + 1] - self._weights[self.top]
        self.off = self.laid(self.top).height * (value - self._weights[self.top]) / weight
        self._stop_at_end()
        self._remember()

    def screenful(self) -> int:
        """How much of the scroll bar the screen shows now."""
        shown = [seen.index for seen in self.seen()]
        return self._weights[shown[-1] + 1] - self._weights[shown[0]] if shown else 1
