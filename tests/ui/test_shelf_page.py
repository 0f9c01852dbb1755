"""The page of all readings: what it shows and asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from companion.shelf.books import Book, Catalogue
from companion.shelf.hits import Hit
from companion.shelf.ordering import Order
from companion.ui.looks.look import Look
from companion.ui.shelf.book_menu import BookMenu
from companion.ui.shelf.book_rows import BookRows
from companion.ui.shelf.book_words import (
    all_in_words,
    format_in_words,
    opened_in_words,
    progress_in_words,
    title_of,
)
from companion.ui.shelf.collections_list import ALL, MISSING
from companion.ui.shelf.covers import Covers, cover_file
from companion.ui.shelf.hit_rows import HitRows
from companion.ui.shelf.shelf_page import ShelfPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from companion.shelf.changes import Change

OLD, NEW = "2026-01-01T10:00:00+00:00", "2026-03-01T10:00:00+00:00"
SIEGE = Book(
    "a" * 64, "The siege of Aldmere", "Ann Oak", "epub", paths=("/b/s.epub",), opened=OLD, share=0.42
)
SEA = Book("b" * 64, "Sea", "Zoe Abel", paths=("/b/sea.txt",), opened=NEW, marks=2, collections=("Summer",))
HEBREW = Book("c" * 64, "אהבת ציון", "", paths=("/gone.txt",), added=OLD, collections=("Summer", "Work"))
ALL_BOOKS = Catalogue({book.identity: book for book in (SIEGE, SEA, HEBREW)})
KEY = Qt.Key


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look()


@pytest.fixture
def page(qtbot: QtBot, host: QWidget, look: Look) -> Iterator[ShelfPage]:
    covers = Covers(host)
    made = ShelfPage(look, covers, host)
    made.resize(1000, 600)
    made.show_catalogue(ALL_BOOKS)
    made.show()
    made.begin()
    yield made
    covers.finish()


@pytest.fixture
def changed(page: ShelfPage) -> Callable[[], Catalogue]:
    """The catalogue as the page has asked for it."""
    made = [page.readings.catalogue]

    def take(change: Change) -> None:
        made.append(change(made[-1]))
        page.show_catalogue(made[-1])

    page.change_wanted.connect(take)
    return lambda: made[-1]


def shown(page: ShelfPage) -> list[str]:
    return [book.title for book in page.readings.rows.books]


def test_the_books_that_were_opened_last_stand_first(qtbot: QtBot, page: ShelfPage) -> None:
    assert shown(page) == [SEA.title, SIEGE.title, HEBREW.title]
    page.arrange_as(Order.TITLE, is_list=False)
    assert page.order_choice.accessibleName() == "Order: Title"
    assert shown(page)[0] == SEA.title
    assert shown(page)[1] == SIEGE.title
    with qtbot.waitSignal(page.arranged):
        page.order_choice.menu.actions()[0].trigger()
    assert page.order is Order.OPENED
    assert shown(page) == [SEA.title, SIEGE.title, HEBREW.title]


def test_what_is_typed_on_the_books_filters_them(qtbot: QtBot, page: ShelfPage) -> None:
    qtbot.keyClicks(page.readings.view, "o")
    assert page.field.text() == "o"
    qtbot.keyClicks(page.field, "ak")
    assert shown(page) == [SIEGE.title]
    with qtbot.waitSignal(page.book_wanted) as wanted:
        qtbot.keyClick(page.field, KEY.Key_Return)
    assert wanted.args == [SIEGE.identity]
    qtbot.keyClick(page.field, KEY.Key_Escape)
    assert len(shown(page)) == 3
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.field, KEY.Key_Escape)


def test_enter_and_a_click_open_a_book_and_a_missing_file_is_looked_for(
    qtbot: QtBot, page: ShelfPage
) -> None:
    page.show_missing(frozenset({HEBREW.identity}))
    page.readings.view.make_current(1)
    with qtbot.waitSignal(page.book_wanted) as wanted:
        qtbot.keyClick(page.readings.view, KEY.Key_Return)
    assert wanted.args == [SIEGE.identity]
    place = page.readings.view.visualRect(page.readings.rows.index(0)).center()
    with qtbot.waitSignal(page.book_wanted) as wanted:
        qtbot.mouseClick(page.readings.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [SEA.identity]
    page.readings.view.make_current(2)
    with qtbot.waitSignal(page.file_wanted) as sought:
        qtbot.keyClick(page.readings.view, KEY.Key_Return)
    assert sought.args == [(HEBREW,)]


def test_a_click_with_ctrl_picks_and_opens_nothing(qtbot: QtBot, page: ShelfPage) -> None:
    page.readings.view.make_current(0)
    place = page.readings.view.visualRect(page.readings.rows.index(1)).center()
    with qtbot.assertNotEmitted(page.book_wanted):
        qtbot.mouseClick(
            page.readings.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            place,
        )
    assert [book.title for book in page.readings.view.picked] == [SEA.title, SIEGE.title]


def test_a_book_is_taken_off_the_shelf_and_put_back(
    qtbot: QtBot, page: ShelfPage, changed: Callable[[], Catalogue]
) -> None:
    page.readings.view.make_current(1)
    qtbot.keyClick(page.readings.view, KEY.Key_Delete)
    assert shown(page) == [SEA.title, HEBREW.title]
    assert page.readings.undo_button.isVisible()
    qtbot.keyClick(page.readings.view, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert SIEGE.title in shown(page)
    assert not changed().books[SIEGE.identity].is_taken_off
    assert not page.readings.undo_button.isVisible()


def test_the_collections_stand_at_the_side_and_filter(qtbot: QtBot, page: ShelfPage) -> None:
    page.show_missing(frozenset({HEBREW.identity}))
    groups = [(group.key, group.size) for group in page.readings.collections.rows.groups]
    assert groups == [(ALL, 3), (MISSING, 1), ("Summer", 2), ("Work", 1)]
    page.readings.collections.choose("Work")
    assert shown(page) == [HEBREW.title]
    page.readings.collections.choose(MISSING)
    assert shown(page) == [HEBREW.title]
    page.readings.collections.choose(ALL)
    assert len(shown(page)) == 3


def test_a_collection_is_made_renamed_and_dissolved_by_keyboard(
    qtbot: QtBot, page: ShelfPage, changed: Callable[[], Catalogue]
) -> None:
    page.readings.view.make_current(1)
    menu = page.readings._menu()
    menu.new_collection_wanted.emit()
    qtbot.keyClicks(page.readings.collections.field, "Walls")
    qtbot.keyClick(page.readings.collections.field, KEY.Key_Return)
    assert changed().books[SIEGE.identity].collections == ("Walls",)
    rows = page.readings.collections.view
    rows.make_current(2)
    qtbot.keyClick(rows, KEY.Key_F2)
    assert page.readings.collections.field.text() == "Walls"
    page.readings.collections.field.setText("Sieges")
    qtbot.keyClick(page.readings.collections.field, KEY.Key_Return)
    assert changed().collections == ("Sieges", "Summer", "Work")
    page.readings.collections.view.make_current(1)
    qtbot.keyClick(page.readings.collections.view, KEY.Key_Delete)
    assert changed().collections == ("Summer", "Work")
    page.readings._undo()
    assert "Sieges" in changed().collections
    menu.close()


def test_the_menu_puts_picked_books_into_collections(
    qtbot: QtBot, page: ShelfPage, changed: Callable[[], Catalogue]
) -> None:
    page.readings.view.selectAll()
    menu = page.readings._menu()
    summer = menu.collections_menu.actions()[0]
    assert not summer.isChecked()
    summer.trigger()
    assert all("Summer" in book.collections for book in changed().books.values())
    menu.close()


def test_an_empty_shelf_says_what_to_do(page: ShelfPage) -> None:
    page.show_catalogue(Catalogue())
    assert "Open a text" in page._word.text()
    page.show_catalogue(ALL_BOOKS)
    assert page._word.isHidden()
    page.field.setText("nothing has this")
    assert "No reading has this" in page._word.text()


def test_hits_stand_under_their_readings_and_open_them(qtbot: QtBot, page: ShelfPage) -> None:
    hits = [
        Hit(SEA.identity, "Sea", "text", 7, "Chapter 1", "…the wall…"),
        Hit(SIEGE.identity, "The siege", "note", -1, "", "wall"),
        Hit(SEA.identity, "Sea", "entry", 3, "Wall", "Wall of stone"),
    ]
    with qtbot.waitSignal(page.query_changed):
        page.search_everything()
    with qtbot.waitSignal(page.query_changed) as wanted:
        page.field.setText("wall ")
    assert wanted.args == ["wall"]
    page.show_hits("another word", hits)
    assert page.found.hits.rows == []
    page.show_hits("wall", hits)
    assert [(hit.sort, count) for hit, count in page.found.hits.rows] == [
        *[("text", 2), ("text", 0), ("entry", 0)],
        *[("note", 1), ("note", 0)],
    ]
    page.found.view.make_current(2)
    with qtbot.waitSignal(page.hit_wanted) as chosen:
        qtbot.keyClick(page.found.view, KEY.Key_Return)
    assert chosen.args == [hits[2]]
    page.filter_readings()
    assert page.readings.view.isVisible()


def test_everything_has_a_name_and_a_book_tells_all_of_itself(page: ShelfPage) -> None:
    page.show_missing(frozenset({HEBREW.identity}))
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not widget.objectName().startswith("qt_"):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is None or interface.text(QAccessible.Text.Name).strip(), type(widget).__name__
    told = page.readings.rows.data(page.readings.rows.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert "file missing" in told
    assert HEBREW.title in told


@pytest.mark.parametrize("is_list", [False, True])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_books_are_painted_in_every_light(page: ShelfPage, look: Look, theme: str, *, is_list: bool) -> None:
    look.set_theme(theme)
    odd = [
        Book("d" * 64, "Donaudampfschifffahrtsgesellschaftskapitän" * 5, "x" * 200),
        Book("e" * 64, "<b>x</b> \u202e", "\ud800"),
        Book("f" * 64, ""),
    ]
    page.show_catalogue(Catalogue({book.identity: book for book in (*odd, SIEGE, HEBREW)}))
    page.arrange_as(Order.TITLE, is_list=is_list)
    page.readings.view.selectAll()
    assert not page.grab().isNull()
    page.resize(400, 500)
    assert not page.readings.collections.isVisible()
    assert not page.grab().isNull()


def test_only_books_that_are_seen_are_painted(page: ShelfPage, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [Book(f"{number:064}", f"Book {number}") for number in range(1000)]
    page.show_catalogue(Catalogue({book.identity: book for book in many}))
    painted: list[str] = []
    monkeypatch.setattr(page.readings.delegate._covers, "cover", painted.append)
    page.readings.view.grab()
    assert 0 < len(painted) < 60


def test_a_cover_is_read_from_its_file_when_it_is_seen(qtbot: QtBot, host: QWidget) -> None:
    file = cover_file(SEA.identity)
    file.parent.mkdir(parents=True)
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.end()
    assert image.save(str(file))
    covers = Covers(host)
    with qtbot.waitSignal(covers.arrived):
        assert covers.cover(SEA.identity) is None
    cover = covers.cover(SEA.identity)
    assert cover is not None
    assert (cover.width(), cover.height()) == (20, 30)
    file.write_bytes(b"no picture")
    covers.forget(SEA.identity)
    assert covers.cover(SEA.identity) is None
    covers.finish()


def test_the_models_keep_to_the_rules_of_qt(qtbot: QtBot, host: QWidget) -> None:
    books, hits = BookRows(host), HitRows(host)
    for model in (books, hits):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, host)
    books.show_books([SIEGE, SEA])
    books.show_books([SEA, HEBREW, SIEGE])
    books.show_books([])
    hits.show_hits([Hit("a", "t", "text", 0, "", "x")])
    hits.show_hits([])


def test_what_is_said_of_a_book() -> None:
    assert progress_in_words(SIEGE) == "42 % read"
    assert progress_in_words(Book("a", "x", share=0.001)) == "just begun"
    assert progress_in_words(Book("a", "x", share=1)) == "read to the end"
    assert opened_in_words(Book("a", "x", opened="no time")) == "never opened"
    assert format_in_words(Book("a", "x", format="plain")) == "TXT"
    assert title_of(Book("a", " ", paths=("/b/novel.txt",))) == "novel"
    assert "2 marks" in all_in_words(SEA, is_missing=False)


def test_the_menu_opens_by_its_key(qtbot: QtBot, page: ShelfPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[BookMenu] = []
    monkeypatch.setattr(BookMenu, "popup", lambda menu, place: opened.append(menu))
    page.readings.view.make_current(0)
    qtbot.keyClick(page.readings.view, KEY.Key_Insert)
    page.readings.view.menu_wanted.emit(QPoint(0, 0))
    assert [next(action.text() for action in menu.actions()) for menu in opened] == ["Open", "Open"]
    page.show_missing(frozenset({SEA.identity}))
    page.readings.view.menu_wanted.emit(QPoint(0, 0))
    assert opened[-1].actions()[0].text() == "Find the file again"
    with qtbot.waitSignal(page.file_wanted):
        opened[-1].actions()[0].trigger()
    for menu in opened:
        menu.close()
