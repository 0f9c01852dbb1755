"""Typesetting: words become lines, and lines fill columns and pages without widows or lonely headings."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from functools import cache
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from companion.core.direction import begins_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter, QTextLine

_LONGEST = 100_000
"""UTF-16 units of one paragraph of which more are never set: Qt lays them out as a whole."""


class Underline(Enum):
    """The marks of the three kinds of entry, in black and white; nothing else is underlined."""

    NONE = QTextCharFormat.UnderlineStyle.NoUnderline
    DOTTED = QTextCharFormat.UnderlineStyle.DotLine
    SOLID = QTextCharFormat.UnderlineStyle.SingleUnderline
    DASHED = QTextCharFormat.UnderlineStyle.DashUnderline


class Words(NamedTuple):
    """A run of words and how it is set."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: QColor | None = None
    underline: Underline = Underline.NONE


_PLAIN = Words("")[1:]


class Piece(Protocol):
    """What stands in a line and can be drawn: words, a picture, a mark in the margin."""

    @property
    def x(self) -> float:
        """How far from the left edge of the line it stands."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it in a line whose upper left corner is at that place."""

    def moved(self, x: float) -> Piece:
        """The same so much further to the right."""


class Set(NamedTuple):
    """One line of a paragraph that was broken into lines, and how far from the left it stands.

    The layout is kept with it: Qt's line is only a view into it.
    """

    layout: QTextLayout
    line: QTextLine
    x: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws the words in a line whose upper left corner is at that place."""
        self.line.draw(painter, QPointF(x + self.x, y))

    def moved(self, x: float) -> Set:
        """The same words so much further to the right."""
        return Set(self.layout, self.line, self.x + x)


class Line(NamedTuple):
    """One line across a column: one piece or several side by side, all in pixels of the page.

    `before` is the space above it, which the top of a column swallows; `together` keeps it in one column
    with the line after it. `rule` is the length of a hairline along its upper edge.
    """

    pieces: tuple[Piece, ...]
    height: float
    before: float = 0.0
    together: bool = False
    rule: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws the line with its upper left corner at that place."""
        for piece in self.pieces:
            piece.draw(painter, x, y)


def paragraph(
    words: Iterable[Words],
    font: QFont,
    width: float,
    *,
    leading: float,
    before: float = 0.0,
    leftwards: bool = False,
) -> list[Line]:
    """Breaks words into lines of a width; a word that is wider is broken where it must be.

    With `leftwards` it stands at the right, as what belongs to words that run so; else as its own words run.
    `leading` is the distance of two lines, in pixels; taller letters of another script widen it. The
    first two and the last two lines stay together.
    """
    layout = _layout(words, font, leftwards)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    last = len(lines) - 1
    return [
        Line(
            (Set(layout, line),),
            max(leading, line.height()),
            0.0 if number else before,
            number < last and number in (0, last - 1),
        )
        for number, line in enumerate(lines)
    ]


def _layout(words: Iterable[Words], font: QFont, leftwards: bool = False) -> QTextLayout:
    texts, formats, start = [], [], 0
    for run in words:
        length = _units(run.text)
        if run[1:] != _PLAIN:
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = length
            part.format = _format(run.bold, run.italic, run.colour and run.colour.rgba(), run.underline)
            formats.append(part)
        texts.append(run.text)
        start += length
    text = "".join(texts)
    layout = QTextLayout(text[:_LONGEST], font)
    layout.setTextOption(_option(leftwards or (not text.isascii() and begins_right_to_left(text))))
    if formats:
        layout.setFormats(formats)
    return layout


@cache
def _option(leftwards: bool) -> QTextOption:
    """How a paragraph is set that runs leftwards or not; by itself Qt would ask the window's language."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft)
    to_left, to_right = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(to_left if leftwards else to_right)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _format(bold: bool, italic: bool, colour: int | None, underline: Underline) -> QTextCharFormat:
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if italic:
        made.setFontItalic(True)
    if colour is not None:
        made.setForeground(QColor.fromRgba(colour))
    if underline is not Underline.NONE:
        made.setUnderlineStyle(underline.value)
    return made


def beside(left: Sequence[Line], right: Sequence[Line], x: float) -> list[Line]:
    """Two paragraphs side by side, the right one `x` pixels from the left edge, in common lines."""
    return [_joined(one, other, x) for one, other in zip_longest(left, right)]


def _joined(left: Line | None, right: Line | None, x: float) -> Line:
    if right is None:
        return left or Line((), 0.0)
    moved = tuple(piece.moved(x) for piece in right.pieces)
    if left is None:
        return right._replace(pieces=moved)
    return Line(
        left.pieces + moved,
        max(left.height, right.height),
        max(left.before, right.before),
        left.together or right.together,
    )


def together(lines: list[Line]) -> list[Line]:
    """The same lines, none of which is parted from the next, nor the last from what follows."""
    return [line._replace(together=True) for line in lines]


class Placed(NamedTuple):
    """A line and the place of its upper left corner on the page."""

    line: Line
    x: float
    y: float


class Flow(NamedTuple):
    """Lines that belong together on the pages: a part of what is printed, with what stands over it.

    `head` goes over all columns and is never parted from the first lines; `before` is the space above it,
    `gap` that between two columns.
    """

    lines: Sequence[Line]
    head: Sequence[Line] = ()
    columns: int = 1
    gap: float = 0.0
    before: float = 0.0


class Pages:
    """Lines flow down the columns of as many pages as they need. All measures are in pixels."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._y = 0.0
        self.pages: list[list[Placed]] = [[]]

    @property
    def last(self) -> float:
        """How far down the last page is filled."""
        return self._y

    def flow(self, flow: Flow) -> None:
        """Fills columns from where the page stands; those that end on a page are made equally long."""
        if self._y:
            self._y += flow.before
        galley, high = _Galley(flow.lines), _height(flow.head)
        if self._y and not galley.fitting(0, self._height - self._y - high):
            self._begin_page()
        self._y = self._place(flow.head, 0, len(flow.head), 0.0, self._y)
        start = 0
        while start < len(flow.lines):
            if start:
                self._begin_page()
            start = self._fill_columns(galley, start, flow.columns, flow.gap)

    def _fill_columns(self, galley: _Galley, start: int, columns: int, gap: float) -> int:
        """Puts as many lines on the page as it takes, from `start` on; gives the first that it does not."""
        room = self._height - self._y
        if columns > 1 and galley.after(start, room, columns) == len(galley.lines):
            room = galley.least_room(start, room, columns)
        top = lowest = self._y
        step = (self._width + gap) / columns
        for column in range(columns):
            end = start + (galley.fitting(start, room) or (not column and galley.forced(start, room)))
            lowest = max(lowest, self._place(galley.lines, start, end, column * step, top))
            start = end
        self._y = lowest
        return start

    def _begin_page(self) -> None:
        self.pages.append([])
        self._y = 0.0

    def _place(self, lines: Sequence[Line], start: int, end: int, x: float, y: float) -> float:
        page = self.pages[-1]
        for number in range(start, end):
            line = lines[number]
            if number > start:
                y += line.before
            page.append(Placed(line, x, y))
            y += line.height
        return y


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height + (line.before if number else 0.0) for number, line in enumerate(lines))


class _Galley:
    """Lines one below the other before they are cut into columns; `_ends` is how far down each reaches."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._ends = list(accumulate(line.before + line.height for line in lines))

    def fitting(self, start: int, room: float) -> int:
        """How many lines from `start` on a column of that height takes, not parting what belongs together."""
        count = self.forced(start, room, least=0)
        if start + count < len(self.lines):
            while count and self.lines[start + count - 1].together:
                count -= 1
        return count

    def forced(self, start: int, room: float, least: int = 1) -> int:
        """How many lines go into the column at all; `least` when it is too low for even these."""
        if start >= len(self.lines):
            return 0
        line = self.lines[start]
        top = self._ends[start] - line.height
        count = bisect_right(self._ends, top + room + 0.01, start) - start
        return max(count, min(least, len(self.lines) - start))

    def after(self, start: int, room: float, columns: int) -> int:
        """The first line that columns of that height no longer take."""
        for _ in range(columns):
            start += self.fitting(start, room)
        return start

    def least_room(self, start: int, room: float, columns: int) -> float:
        """The smallest whole number of pixels in which the columns still take all lines."""
        low, high = 0, int(room) + 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.after(start, middle, columns) == len(self.lines):
                high = middle
            else:
                low = middle
        return min(high, room)
