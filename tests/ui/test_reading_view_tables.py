"""Tables in the text: every letter of every cell stands somewhere, and what stands there is that letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtTest import QTest
from reading_view_sample import LEFT, NO_KEYS, SHIFT, document_of, middle_of, press, shown, span_of

from companion.core.document import Block, BlockKind, Cell, Document, Span, Table
from companion.ui.looks.look import Look
from companion.ui.reading_view.copying import as_html, as_plain
from companion.ui.reading_view.laid_table import LaidTable
from companion.ui.reading_view.laying import lay
from companion.ui.reading_view.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Row = list[str | tuple[str, int, int]]
BY_LETTER = QTextLayout.CursorMode.SkipCharacters
ARMS: list[Row] = [
    ["Arm", "Men", "Held by"],
    ["foot", "1,200", "Anna Verl and those who had come over the wall with her in the first winter"],
    ["horse", "80", "Zoë Ferrand"],
]


def table_of(rows: list[Row], *, headings: int = 1, at: int = 0) -> tuple[str, Table]:
    """The words of these rows as readers write them, and their cells, which may be (words, rows, columns)."""
    cells, lines, place = [], [], at
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column, words = 0, []
        for one in row:
            said, down, across = one if isinstance(one, tuple) else (one, 1, 1)
            while (number, column) in taken:
                column += 1
                words.append("")
                place += 1
            cells.append(
                Cell(place, place + len(said), number, column, down, across, is_heading=number < headings)
            )
            taken |= {(number + y, column + x) for y in range(down) for x in range(across)}
            words.append(said)
            place += len(said) + 1
            column += across
        lines.append("\t".join(words))
    text = "\n".join(lines)
    return text, Table(at, at + len(text), tuple(cells))


def document_with(rows: list[Row], *, headings: int = 1) -> Document:
    text, table = table_of(rows, headings=headings)
    return Document(text, (Block(BlockKind.TABLE, 0, len(text)),), tables=(table,))


@pytest.fixture(scope="module")
def page(qapp: object) -> Page:
    return Page(Look(), 520)


def laid(page: Page, rows: list[Row], *, headings: int = 1) -> LaidTable:
    found = lay(document_with(rows, headings=headings), 0, page)
    assert isinstance(found, LaidTable)
    return found


def box(table: LaidTable, words: str) -> tuple[float, float, float, float]:
    text = table._document.text
    start = text.index(words)
    rects = [rect for rect, _ in table.rects(start, start + len(words))]
    return (
        min(rect.left() for rect in rects),
        rects[0].top(),
        max(rect.right() for rect in rects),
        rects[-1].bottom(),
    )


class TestGrid:
    """Where the cells stand."""

    def test_cells_of_a_column_begin_below_each_other(self, page: Page) -> None:
        table = laid(page, ARMS)
        assert box(table, "Arm")[0] == pytest.approx(box(table, "foot")[0], abs=1)
        assert box(table, "Held by")[0] == pytest.approx(box(table, "Zoë")[0], abs=1)
        assert box(table, "Held by")[0] > box(table, "1,200")[2] > box(table, "foot")[2]

    def test_figures_end_below_each_other(self, page: Page) -> None:
        table = laid(page, ARMS)
        assert box(table, "1,200")[2] == pytest.approx(box(table, "80")[2], abs=1.5)
        assert box(table, "1,200")[0] < box(table, "80")[0]

    def test_a_long_cell_is_broken_and_pushes_the_next_row_down(self, page: Page) -> None:
        table = laid(page, ARMS)
        long = box(table, "Anna Verl and those who had come over the wall with her in the first winter")
        assert long[3] - long[1] > 1.5 * (box(table, "foot")[3] - box(table, "foot")[1])
        assert box(table, "horse")[1] >= long[3]
        assert long[2] <= page.width + 1

    def test_what_reaches_over_columns_and_rows_leaves_their_cells_free(self, page: Page) -> None:
        rows: list[Row] = [["a", ("over two", 1, 2)], [("down", 2, 1), "one", "two"], ["three", "four"]]
        table = laid(page, rows)
        assert box(table, "over two")[0] == pytest.approx(box(table, "one")[0], abs=1)
        assert box(table, "three")[0] == pytest.approx(box(table, "one")[0], abs=1)
        assert box(table, "three")[1] > box(table, "down")[1]

    def test_headings_have_a_rule_and_more_weight(self, page: Page) -> None:
        table = laid(page, ARMS)
        assert len([rule for rule in table._rules if rule.strength > 0.5]) == 1
        assert table._cell(0).layout.font().weight() > table._cell(3).layout.font().weight()

    def test_text_from_the_right_has_its_first_column_there(self, page: Page) -> None:
        table = laid(page, [["שם", "מספר"], ["אנה", "12"]])
        assert box(table, "שם")[0] > box(table, "מספר")[2]
        assert box(table, "אנה")[2] == pytest.approx(page.width, abs=2)

    def test_too_many_columns_stand_one_below_the_other(self, page: Page) -> None:
        table = laid(page, [[f"incomparable{number}" for number in range(40)]], headings=0)
        first, last = box(table, "incomparable0"), box(table, "incomparable39")
        assert last[1] > first[3]
        assert last[2] <= page.width + 1

    def test_a_word_wider_than_its_column_is_all_there(self, page: Page) -> None:
        rows: list[Row] = [["x" * 300, "y" * 300, "z" * 300]]
        table = laid(page, rows, headings=0)
        assert box(table, "z" * 300)[2] <= page.width + 1

    def test_parts_of_a_long_table_have_the_same_columns(self, page: Page) -> None:
        text, table = table_of([[f"row {number}", "x" * (1 + number % 7)] for number in range(60)])
        cut = text.index("row 30")
        blocks = (Block(BlockKind.TABLE, 0, cut - 1), Block(BlockKind.TABLE, cut, len(text)))
        document = Document(text, blocks, tables=(table,))
        first, second = (lay(document, index, page) for index in (0, 1))
        assert first.x_of(text.index("x")) == pytest.approx(second.x_of(text.index("\txx", cut) + 1))
        assert second.above == 0
        assert not first.rects(cut, len(text))
        assert not second.rects(0, cut - 1)

    def test_without_cells_it_is_shown_as_it_is_written(self, page: Page) -> None:
        document = Document("a\tb", (Block(BlockKind.TABLE, 0, 3),))
        assert not isinstance(lay(document, 0, page), LaidTable)

    def test_with_cells_that_stand_elsewhere_too(self, page: Page) -> None:
        table = Table(0, 9, (Cell(7, 9, 0, 0),))
        document = Document("a\tb\n\n\nxx", (Block(BlockKind.TABLE, 0, 3),), tables=(table,))
        assert not isinstance(lay(document, 0, page), LaidTable)


words = st.text(st.sampled_from("ab c1é漢שa🏰"), max_size=12)


class TestPlaces:
    """From the text to the page and back."""

    @example([["", "", "1111111111a"]])
    @given(st.lists(st.lists(words, min_size=1, max_size=5), min_size=1, max_size=5))
    def test_every_place_has_its_line_and_its_rectangle(self, page: Page, rows: list[Row]) -> None:
        document = document_with(rows)
        if not document.text:
            return
        table = lay(document, 0, page)
        for offset in range(len(document.text) + 1):
            line = table.line_of(offset)
            assert table.above <= line.top < line.bottom <= table.height + 0.01
            assert table.lines[table.line_number(offset)].top == line.top
            assert -0.01 <= table.x_of(offset) <= page.width + 1
        for start, end in ((cell.start, cell.end) for cell in document.tables[0].cells):
            for rect, line in table.rects(start, end):
                assert line.top <= rect.top() < rect.bottom() <= line.bottom + 0.01
                found = table.character_at(rect.center().x(), rect.center().y())
                assert start <= found < end

    @given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
    def test_a_caret_gets_through_and_back(self, page: Page, rows: list[Row]) -> None:
        document = document_with(rows)
        if not document.text:
            return
        table = lay(document, 0, page)
        place, steps = 0, 0
        while place < len(document.text):
            following = table.next_caret(place, BY_LETTER)
            if following == place:
                break
            assert following > place
            assert table.previous_caret(following, BY_LETTER) <= place
            place, steps = following, steps + 1
        assert place == document.tables[0].cells[-1].start or place == len(document.text)

    def test_a_point_between_cells_belongs_to_the_nearest(self, page: Page) -> None:
        table = laid(page, ARMS)
        left, top, _, bottom = box(table, "horse")
        assert table.offset_at(left - 50, (top + bottom) / 2) == table._document.text.index("horse")
        assert table.offset_over(page.width * 3, 1) is None


class TestInTheView:
    """What the reader does with a table."""

    def test_what_is_copied_keeps_its_tabs(self) -> None:
        document = document_with([["a", "", "c"], ["\u200b", "x"]])
        span = Span(0, len(document.text))
        assert as_plain(document, span) == "a\t\tc\n\tx"
        html = as_html(document, span)
        assert "<tr><th>a</th><th></th><th>c</th></tr>" in html
        assert html.count("<td>") == 2

    def test_a_triple_click_takes_the_cell(self, host: QWidget) -> None:
        view = shown(host, document_with(ARMS))
        point = middle_of(view, span_of(view, "Zoë Ferrand"))
        QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, point)
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, point)
        assert view.selecting.text == "Zoë Ferrand"
        view.copy()
        assert QGuiApplication.clipboard().text() == "Zoë Ferrand"

    def test_down_goes_to_the_row_below(self, host: QWidget) -> None:
        view = shown(host, document_with(ARMS))
        view.go_to_caret(span_of(view, "foot").start)
        press(view, Qt.Key.Key_Down, SHIFT)
        assert view.selecting.caret == span_of(view, "horse").start

    def test_names_in_cells_are_followed(self, host: QWidget) -> None:
        view = shown(host, document_with(ARMS))
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, middle_of(view, span_of(view, "Ferrand")))
        assert view.reading.focus == ("ferrand",)

    def test_a_caret_goes_on_after_the_table(self, host: QWidget) -> None:
        text, table = table_of([["a", "b"]])
        after = document_of("After.").text
        blocks = (Block(BlockKind.TABLE, 0, 3), Block(BlockKind.PARAGRAPH, 5, 11))
        view = shown(host, Document(f"{text}\n\n{after}", blocks, tables=(table,)))
        view.go_to_caret(3)
        press(view, Qt.Key.Key_Right, SHIFT)
        assert view.selecting.caret == 5
