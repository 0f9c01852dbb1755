"""Table grid: how wide the columns of a table are, from what stands in its cells and what room there is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

from companion.core.direction import begins_right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Block, Cell, Document, Table
    from companion.ui.reading_view.page import Page

GAP = 1.1
"""Ems between two columns."""
_MOST_MEASURED = 3_000
"""Cells by which the columns of a long table are measured, spread evenly over it."""
_LONGEST_MEASURED = 400
"""Code points: a cell with more is broken into lines whatever it measures."""
_LEAST_SHARE = 0.4
"""The part of the measure that a single long word may claim."""
_NARROWEST = 2.4
"""Ems: where columns would be narrower, the cells of a row stand one below the other."""
_NUMBER = re.compile(r"[\s(<>~≈±+\-–−$€£¥#]*[\d٠-٩][\d\s.,:'’/٫٬)%‰°+\-–−$€£¥*]*")
_SPARE = 2.0
"""Pixels by which a column is wider than its widest words: a line takes up to one more than its letters are
measured to take, and Qt rounds its room down."""
SURE = 1.5
"""Pixels that must be left beside words for them to stand on one line without being set."""


class TableGrid(NamedTuple):
    """The columns of a table, from its leading edge: where each begins and how wide it is, in pixels.

    `starts` are the numbers of the columns in which cells begin; others hold nothing. Columns whose `numeric`
    is set hold figures. `is_mirrored` says that the first one stands at the right, `is_stacked` that there is
    no room for columns at all.
    """

    starts: tuple[int, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    numeric: tuple[bool, ...]
    is_small: bool
    is_mirrored: bool
    is_stacked: bool

    def reach(self, cell: Cell) -> tuple[int, int]:
        """The first column that a cell takes, and the one after its last, by their places in `starts`."""
        first = bisect_left(self.starts, cell.column)
        return first, max(first + 1, bisect_left(self.starts, cell.column + cell.columns))

    def place(self, cell: Cell) -> tuple[float, float]:
        """How far from the leading edge a cell begins, and how wide it is."""
        first, end = self.reach(cell)
        return self.lefts[first], self.lefts[end - 1] + self.widths[end - 1] - self.lefts[first]


class _Needs(NamedTuple):
    """What cells take from the column `first` to the one before `end`: on one line, and at least."""

    first: int
    end: int
    whole: float
    least: float


def table_of(document: Document, block: Block) -> Table | None:
    """The table that a block is, or is a part of; None where its cells are not known."""
    tables = document.tables
    index = bisect_right(tables, (block.start, len(document.text) + 1)) - 1
    found = tables[index] if index >= 0 else None
    return found if found is not None and found.cells and block.start < found.end else None


def grid_of(document: Document, table: Table, page: Page) -> TableGrid:
    """How the columns of a table stand on a page; every part of a long table has the same."""
    known = page.grids.get(table.start)
    if known is None or known[0] is not table:
        known = page.grids[table.start] = table, _made(document, table, page)
    return known[1]


def _made(document: Document, table: Table, page: Page) -> TableGrid:
    starts = tuple(sorted({cell.column for cell in table.cells}))
    every = max(1, len(table.cells) // _MOST_MEASURED)
    cells = table.cells[::every]
    blank = TableGrid(starts, (), (), (), False, False, False)
    for is_small in (False, True):
        gap = GAP * page.setting_of_cell(is_heading=False, is_small=is_small).font.pixelSize()
        fonts = [page.setting_of_cell(is_heading=one, is_small=is_small).font for one in (False, True)]
        metrics = [QFontMetricsF(font) for font in fonts]
        needs = [_needs(document, cell, page, blank, metrics[cell.is_heading]) for cell in cells]
        room = page.width - gap * (len(starts) - 1)
        least = _shared([(need.first, need.end, need.least) for need in needs], len(starts), gap)
        whole = _shared([(need.first, need.end, need.whole) for need in needs], len(starts), gap)
        if sum(least) <= room:
            break
    em = page.setting_of_cell(is_heading=False, is_small=is_small).font.pixelSize()
    is_stacked = len(starts) > 1 and room < _NARROWEST * em * len(starts) and sum(least) > room
    widths = [page.width] * len(starts) if is_stacked else _widths(least, whole, room)
    return TableGrid(
        starts,
        tuple([0.0] * len(starts)) if is_stacked else _lefts(widths, gap),
        tuple(widths),
        _numeric(document, cells, blank),
        is_small,
        begins_right_to_left(document.text[table.start : min(table.end, table.start + _LONGEST_MEASURED)]),
        is_stacked,
    )


def _needs(document: Document, cell: Cell, page: Page, blank: TableGrid, metrics: QFontMetricsF) -> _Needs:
    words = document.text[cell.start : min(cell.end, cell.start + _LONGEST_MEASURED)]
    longest = max(words.split(), key=len, default="")
    whole = max((metrics.horizontalAdvance(line) for line in words.split("\n")), default=0.0)
    least = min(metrics.horizontalAdvance(longest), page.width * _LEAST_SHARE)
    return _Needs(*blank.reach(cell), whole + _SPARE, least + _SPARE)


def _shared(needs: Sequence[tuple[int, int, float]], count: int, gap: float) -> list[float]:
    """How much each column takes; what a cell over several needs beyond them is shared among them."""
    widths = [0.0] * count
    for first, end, need in sorted(needs, key=_reach):
        if end - first == 1:
            widths[first] = max(widths[first], need)
            continue
        lacking = need - sum(widths[first:end]) - gap * (end - first - 1)
        for column in range(first, end if lacking > 0 else first):
            widths[column] += lacking / (end - first)
    return widths


def _widths(least: Sequence[float], whole: Sequence[float], room: float) -> list[float]:
    """The columns' widths: on one line where there is room, else as much more than the least as there is;
    where even that is lacking, narrow columns keep what they need and the wide ones share the rest."""
    if sum(whole) <= room:
        return list(whole)
    spare = room - sum(least)
    if spare >= 0:
        share = spare / max(1.0, sum(whole) - sum(least))
        return [low + (high - low) * share for low, high in zip(least, whole, strict=True)]
    widths, left, count = [0.0] * len(least), max(room, 1.0), len(least)
    for column in sorted(range(len(least)), key=least.__getitem__):
        widths[column] = min(least[column], left / count)
        left, count = left - widths[column], count - 1
    return widths


def _lefts(widths: Sequence[float], gap: float) -> tuple[float, ...]:
    return tuple(accumulate((width + gap for width in widths[:-1]), initial=0.0))


def _numeric(document: Document, cells: Sequence[Cell], blank: TableGrid) -> tuple[bool, ...]:
    """Which columns hold nothing but figures, headings apart."""
    figures: set[int] = set()
    words: set[int] = set()
    for cell in cells:
        said = document.text[cell.start : min(cell.end, cell.start + _LONGEST_MEASURED)].strip(
            "\u200b \t\n\xa0"
        )
        if cell.is_heading or cell.columns > 1 or said in ("", "-", "–", "—"):
            continue
        (figures if _NUMBER.fullmatch(said) else words).add(blank.reach(cell)[0])
    return tuple(column in figures - words for column in range(len(blank.starts)))


def _reach(need: tuple[int, int, float]) -> int:
    return need[1] - need[0]
