"""Flow: the blocks of a text one below the other, scrolled by an anchor and laid out only where seen.

The scroll position is a block and the pixels of it that are scrolled off, so nothing ever needs the
height of the whole text; the scroll bar counts characters.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import anchor, place
from companion.core.document import Blocks, Document, Span
from companion.ui.reading_view.laid_picture import LaidPicture
from companion.ui.reading_view.laying import lay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.core.document import Block
    from companion.ui.reading_view.gallery import Gallery
    from companion.ui.reading_view.laid_block import LaidBlock
    from companion.ui.reading_view.lines import Line
    from companion.ui.reading_view.page import Page

_KEPT = 200_000
"""How much of the text is kept laid out, in the scroll bar's characters: some hundreds of blocks."""
_LINE_WORTH = 80
"""What a block counts in the scroll bar besides its characters: it takes a line at least."""
_AIR = 0.75
"""Ems above a block that is put at the top of the screen."""
_NARROWEST = 2.0
"""No line holds more than this many times the characters of an average one."""
_NEAR_END = 100
"""Blocks: from here to the end the scroll bar's length is measured, before it is estimated."""


class Seen(NamedTuple):
    """A block on the screen: its number, its lines, and where its top is below the viewport's edge."""

    number: int
    laid: LaidBlock
    y: float


class _Held(NamedTuple):
    """A point of the text that stays where it is on the screen when the text is set anew.

    It is in the line of `offset`, the `part` of that line's height down, at `y`; `wish` is the height for
    which it was chosen.
    """

    offset: int
    part: float
    y: float
    wish: float


class Flow:
    """Where in the text the viewport stands, and which blocks it shows."""

    def __init__(self, gallery: Gallery | None = None) -> None:
        self._gallery = gallery
        self.document = Document("")
        self.is_whole = True
        """Whether the document is all of the text, and not its beginning, while the rest is read."""
        self.page: Page | None = None
        self.height = 0.0
        self.top = 0
        self.off = 0.0
        self._held: _Held | None = None
        self._weights = array("Q", [0])
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()
        self._laid_weight = 0

    def show(self, document: Document, *, is_whole: bool = True) -> None:
        """Takes another text, or its beginning, and stands there."""
        self.document, self.is_whole = document, is_whole
        lengths = _lengths_of(document.blocks)
        self._weights = array("Q", accumulate(map(_LINE_WORTH.__add__, lengths), initial=0))
        self._forget()
        self.top, self.off, self._held = 0, 0.0, None

    def show_whole(self, document: Document) -> None:
        """Takes the text of which the beginning is there; the words at the top stay where they are."""
        before, is_at_start = self.document, self.is_at_start()
        self.hold()
        held = self._held
        self.show(document)
        if held is not None and not is_at_start:
            self._held = held._replace(offset=_same_place(held.offset, before, document))
            self._put(self._held.offset, held.y, held.part)

    def hold(self, y: float = 0.0) -> None:
        """Chooses the line at that height as the one that stays where it is when the page changes.

        Until the text is scrolled, choosing the same height again chooses the same words: a text that is
        set anew many times does not creep.
        """
        if self.page is None or not self.document.blocks:
            return
        if self._held and abs(self._held.wish - y) < self.page.line_height:
            return
        seen, line = self.line_at(y)
        top = seen.y + line.top
        part = min(max(0.0, (y - top) / line.height), 1.0)
        self._held = _Held(seen.laid.line_span(line).start, part, top + part * line.height, y)

    def set_page(self, page: Page, height: float) -> None:
        """Takes another page or height; the line that was chosen to, else the one at the top, stays there."""
        if self._held is None:
            self.hold()
        is_higher = height != self.height and bool(self.document.pictures)
        if self.page is None or is_higher or not page.sets_like(self.page):
            self._forget()
        self.page, self.height = page, height
        if self._held:
            self._put(self._held.offset, self._held.y, self._held.part)

    def laid(self, index: int) -> LaidBlock:
        """The block of that number, laid out."""
        known = self._laid.get(index)
        if known is not None:
            self._laid.move_to_end(index)
            return known
        if self.page is None:
            raise RuntimeError("a flow has no page before it is shown")
        laid = self._laid[index] = lay(self.document, index, self.page, self._gallery, self.height)
        self._laid_weight += self._weight(index)
        while self._laid_weight > _KEPT and len(self._laid) > 2:
            self._laid_weight -= self._weight(self._laid.popitem(last=False)[0])
        return laid

    def lay_picture_again(self, source: str) -> bool:
        """A picture has another size now: what stands below it, if that alone is seen, stays where it is.

        Whether anything has moved.
        """
        before = [
            (index, laid)
            for index, laid in self._laid.items()
            if isinstance(laid, LaidPicture) and laid.source == source
        ]
        for index, laid in before:
            self._laid_weight -= self._weight(index)
            del self._laid[index]
            higher = self.laid(index).height - laid.height
            if index == self.top and self.off > 0:
                self.off = max(0.0, self.off + higher)
        if before:
            self._settle()
        return bool(before)

    def forget_marks(self) -> None:
        """Has the lines under the names made anew."""
        for laid in self._laid.values():
            laid.marks = None

    # -- what is on the screen

    def seen(self) -> Iterator[Seen]:
        """The blocks on the screen from the top down."""
        y, index, count = -self.off, self.top, len(self.document.blocks)
        while index < count and y < self.height:
            laid = self.laid(index)
            yield Seen(index, laid, y)
            y += laid.height
            index += 1

    def seen_span(self) -> Span:
        """The text on the screen, from the first line wholly seen to the last one."""
        if self.page is None or not self.document.blocks:
            return Span(0, 0)
        first: int | None = None
        end = 0
        for _, laid, y in self.seen():
            lines = laid.lines_within(-y - 1, self.height - y + 1)
            if lines:
                first = laid.line_span(lines[0]).start if first is None else first
                end = laid.line_span(lines[-1]).end
        if first is None:
            seen, line = self.line_at(0.0)
            return seen.laid.line_span(line)
        return Span(first, end)

    def block_at(self, y: float) -> Seen:
        """The block at that height; the nearest one above or below the text."""
        found = Seen(self.top, self.laid(self.top), -self.off)
        for seen in self.seen():
            if seen.y > y:
                break
            found = seen
        return found

    def line_at(self, y: float) -> tuple[Seen, Line]:
        """The first line that is not wholly above that height, as far as one is on the screen."""
        found = self.block_at(y)
        for seen in self.seen():
            if seen.number >= found.number:
                for line in seen.laid.lines:
                    if seen.y + line.top >= y - 1 or (y > 0 and seen.y + line.bottom > y):
                        return seen, line
        return found, found.laid.lines[-1]

    def y_of(self, offset: int) -> float | None:
        """Where the line of that offset is below the viewport's edge, if its block is on the screen."""
        target = self.document.block_index(offset)
        for index, laid, y in self.seen():
            if index == target:
                return y + laid.line_of(offset).top
        return None

    def is_at_start(self) -> bool:
        """Whether nothing of the text is scrolled off."""
        return self.top == 0 and self.off <= 0

    def is_at_end(self) -> bool:
        """Whether the last line of the text is on the screen."""
        last = len(self.document.blocks) - 1
        return any(index == last and y + laid.height <= self.height for index, laid, y in self.seen())

    # -- moving

    def scroll_by(self, pixels: float) -> None:
        """Moves down by so many pixels, or up by a negative number, no further than the ends."""
        if self.document.blocks:
            self.off += pixels
            self._settle()
            self._held = None

    def go_to(self, offset: int, below_top: float | None = None) -> None:
        """Puts the line of that offset at so many pixels below the upper edge, as far as the ends allow.

        Without a distance it is put at the top, a block with some air above it.
        """
        if not self.document.blocks or self.page is None:
            return
        if below_top is None:
            laid = self.laid(self.document.block_index(offset))
            is_first = not laid.line_number(offset)
            most = self.page.top if laid.block == self.document.blocks[0] else self.page.em * _AIR
            below_top = min(laid.above, most) if is_first else 0.0
        self._put(offset, below_top)
        self._held = None

    def distance_to(self, offset: int, most: float) -> float | None:
        """How many pixels below the upper edge the line of that offset is; None beyond `most` pixels."""
        target = self.document.block_index(offset)
        if self.page is None or not self.document.blocks or self._is_far(target, most):
            return None
        y, index = -self.off, self.top
        while index < target and y < most:
            y += self.laid(index).height
            index += 1
        while index > target and y > -most:
            index -= 1
            y -= self.laid(index).height
        return y + self.laid(index).line_of(offset).top if index == target else None

    def _is_far(self, target: int, most: float) -> bool:
        """Whether a block is so far off that there is no need to lay out what lies between."""
        in_a_line = _LINE_WORTH + self.line_worth * _NARROWEST
        between = abs(self._weights[target] - self._weights[self.top])
        largest = self._weight(self.top) + self._weight(target)
        return between - largest > most / (self.page.line_height if self.page else 1.0) * in_a_line

    def _put(self, offset: int, y: float, part: float = 0.0) -> None:
        self.top = self.document.block_index(offset)
        line = self.laid(self.top).line_of(offset)
        self.off = line.top + part * line.height - y
        self._settle()

    def _settle(self) -> None:
        """Makes the block at the upper edge the anchor, and leaves no gap above or below the text."""
        self._find_top()
        room = self._room
        have, index, count = -self.off, self.top, len(self.document.blocks)
        while index < count and have < room:
            have += self.laid(index).height
            index += 1
        if have < room:
            self.off -= room - have
            self._find_top()

    @property
    def _room(self) -> float:
        """How much of the screen the end of the text fills: all but the margin, a line of it at least."""
        page = self.page
        return 0.0 if page is None else max(self.height - page.top, min(self.height, page.line_height))

    def _find_top(self) -> None:
        last = len(self.document.blocks) - 1
        while self.off < 0 and self.top > 0:
            self.top -= 1
            self.off += self.laid(self.top).height
        self.off = max(0.0, self.off)
        while self.top < last and self.off >= (height := self.laid(self.top).height):
            self.off -= height
            self.top += 1

    # -- the scroll bar, in characters

    @property
    def total(self) -> int:
        """The length of the text in the scroll bar."""
        return self._weights[-1]

    @property
    def line_worth(self) -> int:
        """What a line of the column counts in the scroll bar."""
        return max(1, int(self.page.width / self.page.character)) if self.page else 1

    @property
    def value(self) -> int:
        """Where the scroll bar stands."""
        return self._value_of(self.top, self.off) if self.document.blocks else 0

    @property
    def last_value(self) -> int:
        """Where the scroll bar stands at the end of the text: measured near the end, else estimated."""
        page = self.page
        if page is None or not self.document.blocks:
            return 0
        if len(self.document.blocks) - self.top > _NEAR_END:
            return max(0, self.total - int(self.height / page.line_height * self.line_worth))
        index = len(self.document.blocks) - 1
        room = self._room - self.laid(index).height
        while index > 0 and room > 0:
            index -= 1
            room -= self.laid(index).height
        return self._value_of(index, max(0.0, -room))

    def go_to_value(self, value: int) -> None:
        """Goes to where the scroll bar was put."""
        if self.document.blocks:
            last = len(self.document.blocks) - 1
            self.top = min(max(0, bisect_right(self._weights, value) - 1), last)
            within = (value - self._weights[self.top]) / self._weight(self.top)
            self.off = self.laid(self.top).height * within
            self._settle()
            self._held = None

    def _value_of(self, index: int, off: float) -> int:
        part = min(1.0, off / max(1.0, self.laid(index).height))
        return round(self._weights[index] + self._weight(index) * part)

    def _weight(self, index: int) -> int:
        return self._weights[index + 1] - self._weights[index]

    def _forget(self) -> None:
        self._laid.clear()
        self._laid_weight = 0


def _same_place(offset: int, beginning: Document, whole: Document) -> int:
    """Where the words at `offset` of a beginning stand in the whole text."""
    if whole.text.startswith(beginning.text):
        return offset
    found = place(whole, anchor(beginning, Span(offset, offset)))
    return min(offset, len(whole.text)) if found is None else found.start


def _lengths_of(blocks: Sequence[Block]) -> Iterable[int]:
    """The code points of each block; a book has some ten thousand, which need not be made for that."""
    if isinstance(blocks, Blocks):
        return map(sub, blocks.ends, blocks.starts)
    return (block.end - block.start for block in blocks)
