"""Lines of a column are put together to paragraphs: by gaps, indents and lines that end early."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.readers.pdf_hyphens import ends_broken
from companion.readers.pdf_lines import LEADERS
from companion.readers.pdf_margins import without_margins
from companion.readers.pdf_pieces import BOLD, BULLET, DASH, marker_of
from companion.readers.pdf_setting import Setting, usual_left, usual_right
from companion.readers.pdf_tables import rows_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_margins import Aside

_INDENT = 0.4
"""Sizes of type by which a line is indented, at least."""
_SAME_SIZE = 0.12
_WIDER_GAP = 1.25
_FEW = 6
_LONG = 15
_FLUSH = 0.3
"""Points; by more than that lines differ that end where their words do."""
_NEAR = 20
_WIDE = 4
_ENDS = '.!?:;…”»"’'


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. Lengths are in points.

    `left` and `right` are the edges of its column, `gap` how much farther it stands from what is above
    than lines do, in sizes of type. `goes_on` tells that its last line is full, `is_indented` that its
    first begins farther in than its column, or farther out.
    """

    lines: list[Line]
    left: float
    right: float
    gap: float
    is_indented: bool
    is_first: bool = False
    is_table: bool = False
    is_justified: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words of its lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its type in points."""
        return self.lines[0].size

    @property
    def is_centred(self) -> bool:
        """Whether all its lines stand in the middle of the column."""
        return all(is_centred(line, self.left, self.right) for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return all(run.look & BOLD for line in self.lines for run in line.runs if run.text.strip())


def paragraphs_of(lines: Sequence[Line], setting: Setting) -> list[Paragraph]:
    """The paragraphs of one column, given its lines from the top down."""
    if not lines:
        return []
    kept, asides = without_margins(lines, setting)
    found = _Column(kept, setting).paragraphs()
    return _with_asides(found, asides) if asides else found


def _with_asides(paragraphs: list[Paragraph], asides: Sequence[Aside]) -> list[Paragraph]:
    """The paragraphs, each behind what is written beside it; the first goes on with what is before it."""
    found: list[Paragraph] = []
    number, waiting = 0, list(asides)
    for paragraph in paragraphs:
        number += len(paragraph.lines)
        beside: list[Paragraph] = []
        while waiting and waiting[0].beside < number:
            lines = waiting.pop(0).lines
            beside.append(Paragraph(lines, lines[0].left, max(line.right for line in lines), 1.0, False))
        found += [*beside, paragraph] if found else [paragraph, *beside]
    return found


def is_centred(line: Line, left: float, right: float) -> bool:
    """Whether a line stands in the middle between two edges, and reaches neither."""
    before, behind = line.left - left, right - line.right
    return min(before, behind) > 1.2 * line.size and abs(before - behind) < 1.2 * line.size


def fits_behind(line: Line, following: Line, right: float, *, is_justified: bool) -> bool:
    """Whether the following line's first word had room at the end of this one, so that it ended early."""
    if ends_broken(line.text):
        return False
    room = right - line.right
    if is_justified and room > 0.7 * line.size:
        return True
    return room > following.pieces[0].first + 0.3 * line.size


class _Column:
    """The lines of one column and its edges."""

    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        self._lines = lines
        self._setting = setting
        self._left = self._find_left()
        self._right = self._find_right()
        full = sum(1 for line in lines if self._right - line.right < 0.15 * line.size)
        self._is_justified = full >= max(4, 0.5 * len(lines))
        self._leading = self._find_leading()

    def _find_left(self) -> float:
        lines, size = self._lines, self._setting.size
        text = [line for line in lines if abs(line.size - size) < _SAME_SIZE * size] or list(lines)
        left, first = usual_left(text), min(line.left for line in text)
        edges = self._setting.edges[lines[0].page % 2]
        if any(abs(edge - first) < 1.5 for edge in edges):
            return first
        count = sum(1 for line in text if abs(line.left - left) < 1.5)
        if len(text) > _FEW and count > len(text) / 2:
            return left
        known = [edge for edge in edges if first - 4 * size < edge < first]
        if known:
            return max(known)
        return left if count > len(text) / 3 else first

    def _find_right(self) -> float:
        """Where full lines end; a column of short lines is as wide as others, or ends where they do."""
        own, width = usual_right(self._lines), self._setting.width
        end = self._left + width
        known = [right for right in self._setting.rights[self._lines[0].page % 2] if own < right < end + 1.5]
        if known and self._left > min(self._setting.edges[self._lines[0].page % 2], default=self._left) + 1.5:
            return known[0]
        return end if own < end < own + 0.7 * width else own

    def _find_leading(self) -> float:
        pairs = zip(self._lines, self._lines[1:], strict=False)
        found = sorted(
            (above.base - below.base) / above.size
            for above, below in pairs
            if _same_size(above, below) and above.base - below.base > 0.7 * above.size
        )
        if len(found) < _FEW:
            return self._setting.leading
        return found[len(found) // 3]

    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs from the top down."""
        found: list[Paragraph] = []
        index = 0
        while index < len(self._lines):
            gap = self._gap(index)
            rows = rows_from(self._lines, index)
            if rows:
                found.append(self._paragraph(index, gap))
                found[-1].lines, found[-1].is_table = list(self._lines[index : index + rows]), True
            elif found and not found[-1].is_table and not self._starts(index, gap, found[-1]):
                found[-1].lines.append(self._lines[index])
            else:
                found.append(self._paragraph(index, gap))
            index += rows or 1
        self._say_what_goes_on(found)
        return found

    def _gap(self, index: int) -> float:
        if not index:
            return 0.0
        above, line = self._lines[index - 1], self._lines[index]
        return (above.base - line.base) / max(above.size, line.size) - self._leading

    def _paragraph(self, index: int, gap: float) -> Paragraph:
        line = self._lines[index]
        indent = abs(line.left - self._left) > _INDENT * line.size
        return Paragraph(
            [line], self._left, self._right, gap, indent, not index, is_justified=self._is_justified
        )

    def _say_what_goes_on(self, found: list[Paragraph]) -> None:
        index = -1
        for paragraph in found[:-1]:
            index += len(paragraph.lines)
            paragraph.goes_on = not self._ends_early(index)
        last = found[-1].lines[-1]
        found[-1].goes_on = self._right - last.right < (0.7 if self._is_justified else 6) * last.size

    def _starts(self, index: int, gap: float, paragraph: Paragraph) -> bool:
        above, line = self._lines[index - 1], self._lines[index]
        if not _same_size(above, line):
            return True
        if self._is_display(above) and self._is_display(line):
            return gap > 0.45 or _is_bold(above) != _is_bold(line)
        if gap > (_WIDER_GAP - 1) * self._leading or LEADERS.search(above.text):
            return True
        if _is_bold(above) != _is_bold(line) and self._ends_early(index - 1):
            return True
        return self._starts_by_indent(index, paragraph)

    def _starts_by_indent(self, index: int, paragraph: Paragraph) -> bool:
        above, line = self._lines[index - 1], self._lines[index]
        room = _INDENT * line.size
        first = paragraph.lines[0]
        dash = DASH.match(first.text)
        marker = dash[0] if dash else marker_of(first.text)
        if BULLET.match(line.text):
            return True
        is_marked = DASH.match(line.text) if dash else marker_of(line.text)
        if marker and is_marked and abs(first.left - line.left) < room:
            return True
        if marker and line.left > first.left + room:  # hangs below the words behind the marker
            if DASH.match(line.text):
                return True
            if _stands_behind(marker, first, line):
                return False
            hangs = len(paragraph.lines) > 1 and abs(line.left - above.left) < room
            return not hangs and self._ends_early(index - 1)
        if len(paragraph.lines) > 1 and self._hung(paragraph) and abs(line.left - first.left) < room:
            return not self._reads_on(index)
        indent, indent_above = line.left - self._left, above.left - self._left
        if indent < -room:
            return indent_above > indent + room or self._ends_early(index - 1)
        if indent > indent_above + room:
            return not (self._reads_on(index) or self._hangs(index, paragraph))
        if len(paragraph.lines) == 1 and self._is_usual(indent, line) and self._is_usual(indent_above, above):
            return not self._right_of_quotation(index)
        return self._ends_early(index - 1)

    def _reads_on(self, index: int) -> bool:
        """Whether the words of a line go on with the sentence of a full line above it."""
        above = self._lines[index - 1].text.rstrip()
        is_open = above[-1:].isalnum() or above[-1:] in ",;-‐"
        return is_open and self._lines[index].text[:1].islower() and not self._ends_early(index - 1)

    def _hangs(self, index: int, paragraph: Paragraph) -> bool:
        """Whether the lines of a paragraph hang below its first, which is full and ends within a sentence."""
        above, line = self._lines[index - 1], self._lines[index]
        is_first = len(paragraph.lines) == 1 and abs(above.left - self._left) < _INDENT * line.size
        if not is_first or self._ends_early(index - 1) or above.text.rstrip()[-1:] in _ENDS:
            return False
        if any(piece.left - before.right > _WIDE * line.size for before, piece in pairwise(above.pieces)):
            return False  # what stands at the right edge does not fill the line
        return not self._is_usual(line.left - self._left, line) or line.text[:1].islower()

    @staticmethod
    def _hung(paragraph: Paragraph) -> bool:
        """Whether all lines but the first are set in, by as much."""
        first, second, last = paragraph.lines[0], paragraph.lines[1], paragraph.lines[-1]
        is_in = second.left > first.left + _INDENT * first.size
        return is_in and abs(second.left - last.left) < _INDENT * first.size

    def _is_usual(self, indent: float, line: Line) -> bool:
        """Whether a line is indented as first lines are."""
        usual = self._setting.indent * line.size
        return usual > 0 and abs(indent - usual) < 0.3 * line.size

    def _ends_early(self, index: int) -> bool:
        """Whether the line of this index ends before its column does; there is one below it."""
        line, following = self._lines[index], self._lines[index + 1]
        right = self._right
        if line.left - self._left > _INDENT * line.size:
            right = line.right if self._is_flush(index) else self._right_of_quotation(index) or right
        return fits_behind(line, following, right, is_justified=self._is_justified)

    def _right_of_quotation(self, index: int) -> float:
        """The right edge of the indented lines round this one, if they fill them as prose does; else 0."""
        left = self._lines[index].left
        first = last = index
        while self._is_near(first - 1, index) and abs(self._lines[first - 1].left - left) < 1.5:
            first -= 1
        while self._is_near(last + 1, index) and abs(self._lines[last + 1].left - left) < 1.5:
            last += 1
        if last - first < 2:
            return 0.0
        beside = self._lines[first : last + 1]
        right = max(line.right for line in beside)
        ended = sum(fits_behind(line, below, right, is_justified=False) for line, below in pairwise(beside))
        return right if ended <= 0.3 * (len(beside) - 1) else 0.0

    def _is_flush(self, index: int) -> bool:
        """Whether a long line ends just where the one above or below it does, as in a justified quotation."""
        line = self._lines[index]
        beside = (self._lines[place] for place in (index - 1, index + 1) if self._is_near(place, index))
        is_short = self._right - line.right > line.size
        return (
            is_short
            and line.width > _LONG * line.size
            and any(abs(other.right - line.right) < _FLUSH and _same_size(other, line) for other in beside)
        )

    def _is_near(self, place: int, index: int) -> bool:
        return 0 <= place < len(self._lines) and abs(place - index) <= _NEAR

    def _is_display(self, line: Line) -> bool:
        """Whether a line is set as headings and titles are."""
        return line.size > (1 + _SAME_SIZE) * self._setting.size or (
            _is_bold(line) and not self._setting.look & BOLD and is_centred(line, self._left, self._right)
        )


def _stands_behind(marker: str, first: Line, line: Line) -> bool:
    """Whether a line begins where the words behind the marker of an item do."""
    if len(first.pieces) > 1:
        return abs(first.pieces[1].left - line.left) < _INDENT * line.size
    begin = first.left + first.width * len(marker) / len(first.text)  # as far as letters are of one width
    return marker[0] in "[–—-" and abs(begin - line.left) < line.size


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _is_bold(line: Line) -> bool:
    return all(run.look & BOLD for run in line.runs if run.text.strip())
