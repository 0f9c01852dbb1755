from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Cell, Document, Table
from companion.readers.fb2 import read_fb2
from companion.readers.html import read_html


def read(rows: str) -> Document:
    return read_html(f"<p>Before.</p><table>{rows}</table><p>After.</p>".encode(), "page.html", "page")


def shown(document: Document, table: Table) -> list[tuple[str, int, int, int, int, bool]]:
    return [(document.text[cell.start : cell.end], *cell[2:]) for cell in table.cells]


def without_signs(words: str) -> str:
    return "".join(sign for sign in words if sign not in "\t\n\u200b")


def check_law(document: Document) -> None:
    for table in document.tables:
        blocks = [b for b in document.blocks if b.kind == "table" and table.start <= b.start < table.end]
        assert (blocks[0].start, blocks[-1].end) == (table.start, table.end)
        taken: set[tuple[int, int]] = set()
        reached = table.start
        rows = 1 + max(cell.row for cell in table.cells)
        for cell in table.cells:
            assert reached <= cell.start <= cell.end <= table.end
            reached = cell.end
            places = set(
                product(range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns))
            )
            assert cell.rows * cell.columns == len(places) > 0
            assert taken.isdisjoint(places)
            assert cell.row + cell.rows <= rows
            taken |= places
        by_place = [(cell.row, cell.column) for cell in table.cells]
        assert by_place == sorted(by_place)
        words = "".join(document.text[cell.start : cell.end] for cell in table.cells)
        assert without_signs(words) == without_signs(document.text[table.start : table.end])


def test_cells_know_their_words_and_places() -> None:
    document = read(
        "<thead><tr><td>Year<td colspan=2>Losses</thead>"
        "<tr><th rowspan=2>1812 <td><b>many</b><td>men<tr><td> <td>few"
    )
    (table,) = document.tables
    assert document.text[table.start : table.end] == "Year\tLosses\t\n1812\tmany\tmen\n\t\tfew"
    assert shown(document, table) == [
        ("Year", 0, 0, 1, 1, True),
        ("Losses", 0, 1, 1, 2, True),
        ("1812", 1, 0, 2, 1, True),
        ("many", 1, 1, 1, 1, False),
        ("men", 1, 2, 1, 1, False),
        ("", 2, 1, 1, 1, False),
        ("few", 2, 2, 1, 1, False),
    ]


def test_a_cell_does_not_reach_into_another_nor_below_the_table() -> None:
    document = read("<tr><td>a<td rowspan=9>b<tr><td colspan=3>c<td>d")
    assert document.tables[0].cells == (
        Cell(9, 10, 0, 0),
        Cell(11, 12, 0, 1, rows=2),
        Cell(13, 14, 1, 0),
        Cell(16, 17, 1, 2),
    )


def test_a_table_that_only_sets_things_side_by_side_has_no_cells() -> None:
    document = read("<tr><td><h2>Left</h2><td><h2>Right</h2></tr>")
    assert document.tables == ()


def test_cells_of_a_long_table_span_its_blocks() -> None:
    document = read("<tr><td>word<td>more" * 4000)
    assert len([block for block in document.blocks if block.kind == "table"]) > 1
    check_law(document)
    assert len(document.tables[0].cells) == 8000


def test_cells_that_reach_without_end_make_no_endless_rows() -> None:
    document = read("<tr><td rowspan=200 colspan=200>a<td>b" * 300)
    assert len(document.text) < 300 * 500
    check_law(document)


cells = st.builds(
    "<{0} colspan={1} rowspan={2}>{3}".format,
    st.sampled_from(("td", "th")),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(
        ("", " ", "a", "two words ", "<b> x</b> ", "<p>a<p>b", "a<br>b", "<img alt=y>", "\u200b")
    ),
)
rows = st.lists(st.lists(cells, max_size=4).map("".join), max_size=5)


@given(rows)
def test_the_law_of_tables(lines: list[str]) -> None:
    check_law(read("".join(f"<tr>{line}" for line in lines)))


def test_a_table_of_a_fiction_book() -> None:
    source = (
        "<FictionBook xmlns='http://www.gribuser.ru/xml/fictionbook/2.0'><body><section><table>"
        "<tr><th colspan='2'>Year</th></tr><tr><td>1812</td><td>few</td></tr></table></section></body>"
        "</FictionBook>"
    )
    document = read_fb2(source.encode(), "book.fb2", "book")
    check_law(document)
    assert shown(document, document.tables[0]) == [
        ("Year", 0, 0, 1, 2, True),
        ("1812", 1, 0, 1, 1, False),
        ("few", 1, 1, 1, 1, False),
    ]
