"""Tables of a Word document: which of them hold data, their rows, and how far their cells reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.readers.docx_names import child, descendants, is_on, name_of, number, said
from companion.readers.limits import DEEPEST_MARKUP, MOST_CELLS_IN_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LONGEST_CELL = 500
_WRAPPING = frozenset(("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"))
_MERELY_RULED = frozenset(("", "tablegrid", "tablenormal", "tabellenraster", "normaletabelle"))
_FIRST_ROW = 0x20


class TableCell(NamedTuple):
    """A cell, its first column and how many rows and columns it fills."""

    element: _Element
    column: int
    rows: int
    columns: int


class TableRow(NamedTuple):
    """A row of a table; `skipped` columns at its beginning are no part of it."""

    cells: list[TableCell]
    skipped: int
    is_heading: bool


def is_data(table: _Element) -> bool:
    """Whether a table has columns of short words; else it only puts things beside each other."""
    if any(True for _ in descendants(table, "w:tbl", "w:txbxContent")):
        return False
    rows = list(_inner(table, "w:tr"))
    for row in rows:
        for cell in _inner(row, "w:tc"):
            if sum(len(found.text or "") for found in descendants(cell, "w:t")) > _LONGEST_CELL:
                return False
    return any(sum(1 for _ in _inner(row, "w:tc")) > 1 for row in rows)


def rows_of(table: _Element) -> list[TableRow]:
    """The rows of a table, without those that were deleted while changes were tracked."""
    found: list[TableRow] = []
    reaching: dict[
        int, tuple[int, int]
    ] = {}  # by column: the row, and the place in it, of what goes on below
    names_columns = _names_columns(table)
    for row in _inner(table, "w:tr"):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            continue
        skipped = min(max(0, number(said(child(properties, "w:gridBefore")))), MOST_CELLS_IN_ROW)
        is_heading = bool(is_on(child(properties, "w:tblHeader"))) or (names_columns and not found)
        cells: list[TableCell] = []
        found.append(TableRow(cells, skipped, is_heading))
        column, above, reaching = skipped, reaching, {}
        for cell in _inner(row, "w:tc"):
            about = child(cell, "w:tcPr")
            columns = min(max(1, number(said(child(about, "w:gridSpan")))), MOST_CELLS_IN_ROW)
            merge = child(about, "w:vMerge")
            if merge is not None and said(merge) != "restart" and column in above:
                reaching[column] = above[column]
                _reach_down(found, *above[column])
            else:
                if merge is not None:
                    reaching[column] = (len(found) - 1, len(cells))
                cells.append(TableCell(cell, column, 1, columns))
            column += columns
    return found


def _reach_down(rows: list[TableRow], row: int, place: int) -> None:
    cell = rows[row].cells[place]
    rows[row].cells[place] = cell._replace(rows=cell.rows + 1)


def _names_columns(table: _Element) -> bool:
    """Whether the style of a table sets its first row apart."""
    properties = child(table, "w:tblPr")
    style = said(child(properties, "w:tblStyle")).replace(" ", "").casefold()
    look = child(properties, "w:tblLook")
    if look is None or style in _MERELY_RULED:
        return False
    if said(look, "firstRow"):
        return said(look, "firstRow") in ("1", "true", "on")
    try:
        return bool(int(said(look)[:8] or "0", 16) & _FIRST_ROW)
    except ValueError:
        return False


def _inner(element: _Element, name: str, depth: int = 0) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in elements that only wrap them."""
    for found in element:
        kind = name_of(found)
        if kind == name:
            yield found
        elif kind in _WRAPPING and depth < DEEPEST_MARKUP:
            yield from _inner(found, name, depth + 1)
