"""The rules that are drawn on a page of a PDF, and the grids of tables that they make."""

from __future__ import annotations

import ctypes
import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import MOST_OBJECTS_ON_PAGE, MOST_RULES_ON_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THIN = 2.5
"""Points that a rule is thick at most."""
_SHORTEST = 4.0
_MEETING = 3.0
"""Points that may be left between two rules that meet."""
_SAME = 2.0
_MOST_PARTS = 400
_FEWEST_EDGES = 3
"""Rules across, and down, that make a grid; less is a frame or a line below a heading."""
_MOST_CELLS = 2_000


class Rule(NamedTuple):
    """A straight line: `at` is its height, or how far from the left it stands; in points, as its two ends."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules on a page that run across and those that run down."""

    across: list[Rule]
    down: list[Rule]


class Extent(NamedTuple):
    """A cell of a grid: its row and column, counted from 0 from the top left, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """The cells that rules make.

    `lefts` and `tops` are the edges of columns and rows, in points; the last of them end the last ones.
    """

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    cells: tuple[Extent, ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and the column of a point; None outside."""
        if not (self.lefts[0] <= x <= self.lefts[-1] and self.tops[-1] <= y <= self.tops[0]):
            return None
        column = sum(1 for left in self.lefts[1:-1] if left <= x)
        return sum(1 for top in self.tops[1:-1] if top >= y), column

    def parts(self, left: float, right: float, height: float) -> bool:
        """Whether the edge of a column may stand between two words at this height."""
        if not self.tops[-1] <= height <= self.tops[0]:
            return False
        return any(left - 1 <= edge <= right + 1 for edge in self.lefts)


def grids_on(page: Any) -> list[Grid]:
    """The grids on a page that PDFium has loaded."""
    rules = _rules_on(page)
    if len(rules.across) < _FEWEST_EDGES or not rules.down:
        return []
    across, down = _joined(rules.across), _joined(rules.down)
    found = (_grid(*meeting) for meeting in _meeting(across, down))
    return [grid for grid in found if grid is not None]


def _rules_on(page: Any) -> Rules:
    rules = Rules([], [])
    for number in range(min(max(0, pdfium.FPDFPage_CountObjects(page)), MOST_OBJECTS_ON_PAGE)):
        thing = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        for start, end in _strokes(thing):
            if abs(start[1] - end[1]) <= _THIN and abs(start[0] - end[0]) >= _SHORTEST:
                rules.across.append(Rule((start[1] + end[1]) / 2, *sorted((start[0], end[0]))))
            elif abs(start[0] - end[0]) <= _THIN and abs(start[1] - end[1]) >= _SHORTEST:
                rules.down.append(Rule((start[0] + end[0]) / 2, *sorted((start[1], end[1]))))
        if len(rules.across) + len(rules.down) > MOST_RULES_ON_PAGE:
            return Rules([], [])
    return rules


_Point = tuple[float, float]


def _strokes(path: Any) -> Iterator[tuple[_Point, _Point]]:
    """The straight lines of a path: itself, where it is no thicker than a rule, else what is stroked."""
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(path, left, foot, right, top):
        return
    if min(right.value - left.value, top.value - foot.value) <= _THIN:
        yield (left.value, foot.value), (right.value, top.value)
        return
    fills, strokes = ctypes.c_int(), ctypes.c_int()
    if pdfium.FPDFPath_GetDrawMode(path, fills, strokes) and strokes.value:
        yield from itertools.chain.from_iterable(map(itertools.pairwise, _corners(path)))


def _corners(path: Any) -> Iterator[list[_Point]]:
    """The corners of each line of a path; curves end it."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    line: list[_Point] = []
    for number in range(min(max(0, pdfium.FPDFPath_CountSegments(path)), _MOST_PARTS)):
        part = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            yield line
            line = []
        if pdfium.FPDFPathSegment_GetPoint(part, x, y):
            line.append(
                (
                    matrix.a * x.value + matrix.c * y.value + matrix.e,
                    matrix.b * x.value + matrix.d * y.value + matrix.f,
                )
            )
        if pdfium.FPDFPathSegment_GetClose(part) and line:
            yield [*line, line[0]]
            line = []
    yield line


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, those that go on in one another as one."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= _SAME:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    found: list[Rule] = []
    for level in levels:
        ordered = sorted(level, key=lambda rule: rule.start)
        at, start, end = ordered[0]
        for rule in ordered[1:]:
            if rule.start <= end + _MEETING:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                at, start, end = rule
        found.append(Rule(at, start, end))
    return found


def _meeting(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules across and down that hang together, by way of others too."""
    left_across, left_down = set(range(len(across))), set(range(len(down)))
    while left_down:
        taken_down, taken_across = {left_down.pop()}, set[int]()
        fresh = list(taken_down)
        while fresh:
            met = {n for n in left_across if any(_meet(across[n], down[other]) for other in fresh)}
            left_across -= met
            taken_across |= met
            fresh = [n for n in left_down if any(_meet(across[other], down[n]) for other in met)]
            left_down -= set(fresh)
            taken_down |= set(fresh)
        yield [across[n] for n in taken_across], [down[n] for n in taken_down]


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _MEETING <= down.at <= across.end + _MEETING
        and down.start - _MEETING <= across.at <= down.end + _MEETING
    )


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """The grid that rules make; None when they make less than one, or its cells are not rectangles."""
    if not across or not down:
        return None
    lefts = _edges([r.at for r in down] + [min(r.start for r in across), max(r.end for r in across)])
    tops = _edges([r.at for r in across] + [min(r.start for r in down), max(r.end for r in down)])[::-1]
    if min(len(lefts), len(tops)) < _FEWEST_EDGES:
        return None
    cells = _cells(lefts, tops, across, down)
    return None if cells is None else Grid(tuple(lefts), tuple(tops), tuple(cells))


def _edges(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * _SAME:
            found.append(place)
    return found


def _cells(
    lefts: list[float], tops: list[float], across: Sequence[Rule], down: Sequence[Rule]
) -> list[Extent] | None:
    """The cells, those between which no rule stands as one; None when one of them is no rectangle."""
    rows, columns = len(tops) - 1, len(lefts) - 1
    if rows * columns > _MOST_CELLS:
        return None
    left_of = [[rule for rule in down if abs(rule.at - left) <= 2 * _SAME] for left in lefts]
    top_of = [[rule for rule in across if abs(rule.at - top) <= 2 * _SAME] for top in tops]
    root = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(cell: tuple[int, int]) -> tuple[int, int]:
        while root[cell] != cell:
            cell = root[cell]
        return cell

    for row, column in list(root):
        x, y = (lefts[column] + lefts[column + 1]) / 2, (tops[row] + tops[row + 1]) / 2
        if column + 1 < columns and not _reaches(left_of[column + 1], y):
            root[find((row, column + 1))] = find((row, column))
        if row + 1 < rows and not _reaches(top_of[row + 1], x):
            root[find((row + 1, column))] = find((row, column))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in root:
        groups.setdefault(find(cell), []).append(cell)
    found = []
    for cells in groups.values():
        (row, column), (last_row, last_column) = min(cells), max(cells)
        extent = Extent(row, column, last_row - row + 1, last_column - column + 1)
        if extent.columns < 1 or extent.rows * extent.columns != len(cells):
            return None
        found.append(extent)
    return sorted(found)


def _reaches(rules: Sequence[Rule], place: float) -> bool:
    """Whether one of the rules reaches over this place."""
    return any(rule.start <= place <= rule.end for rule in rules)
