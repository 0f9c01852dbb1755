"""Marks: the quiet lines under the names in the text, told apart by their pattern as well as by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen

from companion.core.entries import Kind
from companion.ui.theme import Role

if TYPE_CHECKING:
    from companion.core.links import Mention
    from companion.ui.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.laid_block import LaidBlock

_BELOW_BASELINE = 4.0
_PATTERNS: dict[Kind | None, list[float]] = {
    Kind.TERM: [1.0, 1.6],
    Kind.PERSON: [],
    Kind.EVENT: [4.5, 2.5],
    None: [4.5, 2.0, 1.0, 2.0],
}
"""Dashes and gaps in widths of the pen: terms dotted, people solid, dates dashed, undecided names both."""


class MarkPens:
    """The pens that the marks are drawn with in one theme; the key None is for undecided names."""

    def __init__(self, look: Look) -> None:
        self._pens = {kind: self._pen(look.colour_of(kind), _PATTERNS[kind]) for kind in Kind}
        self.undecided = self._pen(look[Role.DIM], _PATTERNS[None])
        self.focus = self._pen(look[Role.ACCENT], [], 2.0)

    def __getitem__(self, kind: Kind) -> QPen:
        return self._pens[kind]

    @staticmethod
    def _pen(colour: QColor, pattern: list[float], width: float = 1.1) -> QPen:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern:
            pen.setDashPattern(pattern)
        return pen


class Mark(NamedTuple):
    """One line under a name, relative to its block, and the pen that draws it."""

    line: QLineF
    pen: QPen


def marks_of(laid: LaidBlock, reading: Reading, look: Look, pens: MarkPens) -> list[Mark]:
    """The marks of one block, as the reader has chosen to see them."""
    block, companion = laid.block, reading.companion
    found: list[Mark] = []
    for mention in companion.links.within(block.start, block.end):
        entry = companion.entry(mention.entry)
        if entry and entry.kind in look.marks.kinds and _is_wanted(mention, reading, look):
            found.extend(_lines(laid, mention.start, mention.end, pens[entry.kind]))
    if look.marks.kinds:
        for ambiguity in companion.links.ambiguities_within(block.start, block.end):
            found.extend(_lines(laid, ambiguity.start, ambiguity.end, pens.undecided))
    return found


def _lines(laid: LaidBlock, start: int, end: int, pen: QPen) -> list[Mark]:
    marks = []
    for rect, line in laid.rects(start, end):
        y = line.baseline + _BELOW_BASELINE
        marks.append(Mark(QLineF(rect.left(), y, rect.right(), y), pen))
    return marks


def _is_wanted(mention: Mention, reading: Reading, look: Look) -> bool:
    """Whether a mention is marked: all are, or only the first of its entry in its section."""
    if not look.marks.first_in_section:
        return True
    section = reading.document.section_at(mention.start)
    begins = section.start if section else 0
    return reading.companion.links.is_first_since(mention, begins)
