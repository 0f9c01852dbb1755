"""Typesetting: words become lines, and lines fill columns and pages without widows or lonely headings."""

from __future__ import annotations

import unicodedata
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QColor, QPainter, QTextLine

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


class Set(NamedTuple):
    """One line of a paragraph that was broken into lines, and how far from the left it stands.

    The layout is kept with it: Qt's line is only a view into it.
    """

    layout: QTextLayout
    line: QTextLine
    x: float = 0.0


class Line(NamedTuple):
    """One line across a column: one piece or several side by side, all in pixels of the page.

    `before` is the space above it, which the top of a column swallows; `together` keeps it in one column
    with the line after it. `rule` is the length of a hairline along its upper edge.
    """

    pieces: tuple[Set, ...]
    height: float
    before: float = 0.0
    together: bool = False
    rule: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws the line with its upper left corner at that place."""
        for piece in self.pieces:
            piece.line.draw(painter, QPointF(x + piece.x, y))


def paragraph(
    words: Iterable[Words], font: QFont, width: float, *, leading: float, before: float = 0.0
) -> list[Line]:
    """Breaks words into lines of a width; a word that is wider is broken where it must be.

    `leading` is the distance of two lines, in pixels; taller letters of another script widen it. The
    first two and the last two lines stay together.
    """
    layout = _layout(words, font)
    pieces: list[Set] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        pieces.append(Set(layout, line))
    layout.endLayout()
    last = len(pieces) - 1
    return [
        Line(
            pieces=(piece,),
            height=max(leading, piece.line.height()),
            before=0.0 if number else before,
            together=number < last and number in (0, last - 1),
        )
        for number, piece in enumerate(pieces)
    ]


def _layout(words: Iterable[Words], font: QFont) -> QTextLayout:
    text, formats = "", []
    for run in words:
        part = QTextLayout.FormatRange()
        part.start = _units(text)
        part.length = _units(run.text)
        part.format = _format(run)
        formats.append(part)
        text += run.text
    layout = QTextLayout(text[:_LONGEST], font)
    option = QTextOption()
    if _runs_leftwards(text):
        option.setAlignment(
            Qt.AlignmentFlag.AlignRight
        )  # Qt orders the words by itself, but leaves them left
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    return layout


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction goes from right to left."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _format(run: Words) -> QTextCharFormat:
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.italic:
        made.setFontItalic(True)
    if run.colour is not None:
        made.setForeground(run.colour)
    if run.underline is not Underline.NONE:
        made.setUnderlineStyle(run.underline.value)
    return made


def beside(left: Sequence[Line], right: Sequence[Line], x: float) -> list[Line]:
    """Two paragraphs side by side, the right one `x` pixels from the left edge, in common lines."""
    return [_joined(one, other, x) for one, other in zip_longest(left, right)]


def _joined(left: Line | None, right: Line | None, x: float) -> Line:
    moved = tuple(piece._replace(x=piece.x + x) for piece in right.pieces) if right else ()
    lines = [line for line in (left, right) if line]
    return Line(
        (left.pieces if left else ()) + moved,
        max(line.height for line in lines),
        max(line.before for line in lines),
        any(line.together for line in lines),
    )


def together(lines: list[Line]) -> list[Line]:
    """The same lines, none of which is parted from the next, nor the last from what follows."""
    return [line._replace(together=True) for line in lines]


class Placed(NamedTuple):
    """A line and the place of its upper left corner on the page."""

    line: Line
    x: float
    y: float


class Pages:
    """Lines flow down the columns of as many pages as they need. All measures are in pixels."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._y = 0.0
        self.pages: list[list[Placed]] = [[]]

    def skip(self, space: float) -> None:
        """Leaves space below what is there, unless the page has just begun."""
        if self._y:
            self._y += space

    def flow(
        self, lines: Sequence[Line], head: Sequence[Line] = (), columns: int = 1, gap: float = 0.0
    ) -> None:
        """Fills columns from where the page stands; those that end on a page are made equally long.

        `head` goes over all columns and is never parted from the first lines.
        """
        high = _height(head)
        if self._y and not _fitting(lines, 0, self._height - self._y - high):
            self._begin_page()
        self._y = self._place(head, 0.0, self._y)
        start = 0
        while start < len(lines):
            if start:
                self._begin_page()
            start = self._fill_columns(lines, start, columns, gap)

    def _fill_columns(self, lines: Sequence[Line], start: int, columns: int, gap: float) -> int:
        """Puts as many lines on the page as it takes, from `start` on; gives the first that it does not."""
        room = self._height - self._y
        if columns > 1 and _after_columns(lines, start, room, columns) == len(lines):
            room = _least_room(lines, start, room, columns)
        top = lowest = self._y
        step = (self._width + gap) / columns
        for column in range(columns):
            end = start + (_fitting(lines, start, room) or (not column and _forced(lines, start, room)))
            lowest = max(lowest, self._place(lines[start:end], column * step, top))
            start = end
        self._y = lowest
        return start

    def _begin_page(self) -> None:
        self.pages.append([])
        self._y = 0.0

    def _place(self, lines: Sequence[Line], x: float, y: float) -> float:
        for number, line in enumerate(lines):
            y += line.before if number else 0.0
            self.pages[-1].append(Placed(line, x, y))
            y += line.height
        return y


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height + (line.before if number else 0.0) for number, line in enumerate(lines))


def _fitting(lines: Sequence[Line], start: int, room: float) -> int:
    """How many lines from `start` on a column of that height takes, not parting what belongs together."""
    count = _forced(lines, start, room, least=0)
    if start + count < len(lines):
        while count and lines[start + count - 1].together:
            count -= 1
    return count


def _forced(lines: Sequence[Line], start: int, room: float, least: int = 1) -> int:
    """How many lines go into the column at all; `least` when it is too low for even these."""
    used, count = 0.0, 0
    for line in lines[start:]:
        used += line.height + (line.before if count else 0.0)
        if used > room + 0.01:
            break
        count += 1
    return max(count, min(least, len(lines) - start))


def _after_columns(lines: Sequence[Line], start: int, room: float, columns: int) -> int:
    """The first line that columns of that height no longer take."""
    for _ in range(columns):
        start += _fitting(lines, start, room)
    return start


def _least_room(lines: Sequence[Line], start: int, room: float, columns: int) -> float:
    """The smallest whole number of pixels in which the columns still take all lines."""
    low, high = 0, int(room) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if _after_columns(lines, start, middle, columns) == len(lines):
            high = middle
        else:
            low = middle
    return min(high, room)
