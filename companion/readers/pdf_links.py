"""The links of a PDF: which areas of a page lead where, and to which line of the text that is."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import MOST_LINKS_IN_PDF, MOST_LINKS_ON_PAGE
from companion.readers.references import is_outside, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.readers.pdf_lines import Line

_BAND = 16
"""Points of height that are looked up at once."""
_HIGHEST = 100 * _BAND
_LONGEST_ADDRESS = 4_000
_BESIDE = 3.0
"""What a line that stands to the side of a goal counts, for each point, against one that stands below it."""


class Goal(NamedTuple):
    """Where a link leads: to an address outside, or to a place on a page, by its index and in points.

    `x` and `height` are None where the whole page is meant.
    """

    address: str = ""
    page: int = -1
    x: float | None = None
    height: float | None = None


class Area(NamedTuple):
    """A part of a page that leads to the goal of this number; lengths in points, upwards."""

    left: float
    foot: float
    right: float
    top: float
    goal: int


class Areas:
    """The areas of a page that lead somewhere."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self._bands: dict[int, list[Area]] = {}
        for area in areas:
            for band in range(int(area.foot // _BAND), int(area.top // _BAND) + 1):
                self._bands.setdefault(band, []).append(area)

    def __bool__(self) -> bool:
        return bool(self._bands)

    def goal_of(self, left: float, foot: float, right: float, top: float) -> int:
        """The number of the goal to which a word in this box leads; 0 when to none."""
        x, y = (left + right) / 2, (foot + top) / 2
        for area in self._bands.get(int(y // _BAND), ()):
            if area.left - 1 <= x <= area.right + 1 and area.foot - 1 <= y <= area.top + 1:
                return area.goal
            if left <= (area.left + area.right) / 2 <= right and foot <= (area.foot + area.top) / 2 <= top:
                return area.goal
        return 0


class Links:
    """The links of a file. Each goal has a number, from 1; links to one place have one goal."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbers: dict[Goal, int] = {}
        self._count = 0

    @property
    def goals(self) -> dict[int, Goal]:
        """The goals that were found so far by their numbers."""
        return {number: goal for goal, number in self._numbers.items()}

    def on(self, page: Any) -> Areas:
        """The areas of a page that PDFium has loaded."""
        found: list[Area] = []
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        for _ in range(MOST_LINKS_ON_PAGE):
            if self._count >= MOST_LINKS_IN_PDF or not pdfium.FPDFLink_Enumerate(page, place, link):
                break
            self._count += 1
            goal = self._goal(link)
            if goal:
                found += [Area(*box, goal) for box in _boxes(link)]
        return Areas(found)

    def _goal(self, link: Any) -> int:
        goal = self._place(link) or self._address(link)
        if goal is None:
            return 0
        return self._numbers.setdefault(goal, len(self._numbers) + 1)

    def _place(self, link: Any) -> Goal | None:
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_GOTO:
            return None  # a place it may have all the same is one in another file
        target = pdfium.FPDFLink_GetDest(self._document, link)
        page = pdfium.FPDFDest_GetDestPageIndex(self._document, target) if target else -1
        return Goal("", page, *location(target)) if page >= 0 else None

    def _address(self, link: Any) -> Goal | None:
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            return None
        length = pdfium.FPDFAction_GetURIPath(self._document, action, None, 0)
        if not 1 < length <= _LONGEST_ADDRESS:
            return None
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(self._document, action, buffer, length)
        address = buffer.value.decode("utf-8", "replace").strip()
        target = target_of("https://" + address if address.lower().startswith("www.") else address, "")
        return Goal(target) if is_outside(target) else None


def location(target: Any) -> tuple[float | None, float | None]:
    """Where on its page a destination of PDFium is, from the left and upwards; None for what is left open."""
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    if not pdfium.FPDFDest_GetLocationInPage(target, has_x, has_y, has_zoom, x, y, zoom):
        return None, None
    return x.value if has_x.value else None, y.value if has_y.value else None


def _boxes(link: Any) -> list[tuple[float, float, float, float]]:
    """The boxes of a link, one for each line that it reaches over where the file tells them apart."""
    boxes = []
    quad = pdfium.FS_QUADPOINTSF()
    for number in range(min(pdfium.FPDFLink_CountQuadPoints(link), MOST_LINKS_ON_PAGE)):
        if pdfium.FPDFLink_GetQuadPoints(link, number, quad):
            across = quad.x1, quad.x2, quad.x3, quad.x4
            up = quad.y1, quad.y2, quad.y3, quad.y4
            boxes.append((min(across), min(up), max(across), max(up)))
    box = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFLink_GetAnnotRect(link, box):
        boxes.append(
            (
                min(box.left, box.right),
                min(box.bottom, box.top),
                max(box.left, box.right),
                max(box.bottom, box.top),
            )
        )
    return [b for b in boxes if all(abs(side) < 1e6 for side in b) and b[3] - b[1] < _HIGHEST]


class LineKey(NamedTuple):
    """By what a line is known, also when its words are changed: its page and its place on it."""

    page: int
    base: float
    left: float


def key_of_line(line: Line) -> LineKey:
    """By what this line is known."""
    return LineKey(line.page, line.base, line.left)


def landings(goals: dict[int, Goal], lines: Iterable[Line]) -> dict[LineKey, list[int]]:
    """The numbers of the goals within the file by the line to which each leads.

    A goal stands above the line that is meant; one without a height leads to the first line of its page.
    What leads to a page without words leads to the next that has some.
    """
    on_page: dict[int, list[Line]] = {}
    for line in lines:
        on_page.setdefault(line.page, []).append(line)
    if not on_page:
        return {}
    pages = sorted(on_page)
    found: dict[LineKey, list[int]] = {}
    for number, goal in goals.items():
        if goal.address:
            continue
        page = next((page for page in pages if page >= goal.page), pages[-1])
        whole = goal if page == goal.page else goal._replace(x=None, height=None)
        found.setdefault(key_of_line(_line_at(whole, on_page[page])), []).append(number)
    return found


def _line_at(goal: Goal, lines: list[Line]) -> Line:
    """The line on its page to which a goal leads."""
    if goal.height is None:
        return lines[0]
    height = goal.height
    below = [line for line in lines if line.base <= height + 0.3 * line.size]

    def distance(line: Line) -> float:
        beside = 0.0 if goal.x is None else max(0.0, line.left - goal.x - 2 * line.size, goal.x - line.right)
        return height - line.base + _BESIDE * beside

    return min(below, key=distance) if below else lines[-1]
