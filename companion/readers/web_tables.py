"""Tables of HTML: which of them hold data, their rows, and how far their cells reach."""

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
    return any(sum(1 for _ in cells(row)) > 1 for row, _ in rows(table))


def rows(table: _Element) -> Iterator[tuple[_Element, bool]]:
    """The rows of a table, each with whether it stands in the table's head."""
    for child in table:
        name = local_name(child.tag)
        if name == "tr":
            yield child, False
        elif name in _GROUPS:
            yield from ((row, name == "thead") for row in child if local_name(row.tag) == "tr")


def cells(row: _Element) -> Iterator[_Element]:
    """The cells of a row."""
    return (cell for cell in row if local_name(cell.tag) in _CELLS)


def span(cell: _Element, name: str) -> int:
    """Over how many rows or columns a cell says in the attribute `name` that it reaches; 1 if too many."""
    count = number_in(cell, name, 1)
    return count if 1 <= count <= MOST_CELLS_IN_ROW else 1


def is_heading(cell: _Element) -> bool:
    """Whether a cell names a row or a column."""
    return local_name(cell.tag) == "th"


def _is_long(cell: _Element) -> bool:
    length = 0
    for words in cell.itertext():
        length += len(words)
        if length > _LONGEST_CELL:
            return True
    return False
