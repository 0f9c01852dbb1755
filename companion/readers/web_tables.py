"""Tables of HTML: which of them hold data, and which cell stands in which column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers.limits import MOST_CELLS_IN_ROW
from companion.readers.web_elements import local_name, number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LONGEST_CELL = 500
_LARGE = "table ul ol dl blockquote h1 h2 h3 h4 h5 h6 pre hr figure section article"
_NOT_IN_CELLS = frozenset(_LARGE.split())
_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))


def is_data(table: _Element) -> bool:
    """Whether a table has columns of short words; else it only puts things beside each other."""
    if table.get("role") in ("presentation", "none"):
        return False
    for element in table.iterdescendants():
        name = local_name(element.tag)
        if name in _NOT_IN_CELLS or (name in _CELLS and _is_long(element)):
            return False
    return any(sum(1 for _ in _cells(row)) > 1 for row in _rows(table))


def grid(table: _Element) -> Iterator[list[_Element | None]]:
    """The rows of a table, each with its cells; None where a cell that spans several reaches over."""
    reaching: dict[int, int] = {}
    for row in _rows(table):
        places: list[_Element | None] = []
        for cell in _cells(row):
            _skip(places, reaching)
            columns = _span(cell, "colspan")
            rows = _span(cell, "rowspan")
            if rows > 1:
                reaching.update((len(places) + column, rows - 1) for column in range(columns))
            places += [cell] + [None] * (columns - 1)
        _skip(places, reaching)
        yield places


def _skip(places: list[_Element | None], reaching: dict[int, int]) -> None:
    """Leaves the columns empty into which a cell of a row above reaches."""
    while reaching.get(len(places), 0) > 0:
        reaching[len(places)] -= 1
        places.append(None)


def _span(cell: _Element, name: str) -> int:
    count = number_in(cell, name, 1)
    return count if 1 <= count <= MOST_CELLS_IN_ROW else 1


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        name = local_name(child.tag)
        if name == "tr":
            yield child
        elif name in _GROUPS:
            yield from (row for row in child if local_name(row.tag) == "tr")


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if local_name(cell.tag) in _CELLS)


def _is_long(cell: _Element) -> bool:
    length = 0
    for words in cell.itertext():
        length += len(words)
        if length > _LONGEST_CELL:
            return True
    return False
