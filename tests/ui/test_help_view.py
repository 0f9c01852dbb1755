from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from companion import resources
from companion.core.document import Span
from companion.ui.actions import COMMANDS, PANEL, Actions
from companion.ui.help.help_book import PAGE_OF_MENU, PAGES, HelpBook, help_book, page_text
from companion.ui.help.help_view import HelpView
from companion.ui.help.key_list import key_groups
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = [command.name for commands in COMMANDS.values() for command in commands if command is not None]


@pytest.fixture
def actions(host: QWidget) -> Actions:
    made = Actions(host, Look(host))
    panels = [name.removeprefix(PANEL) for name in NAMES if name.startswith(PANEL)]
    made.adopt({panel: QAction(panel.capitalize(), host) for panel in panels})
    return made


@pytest.fixture
def book(actions: Actions) -> HelpBook:
    return help_book(actions)


@pytest.fixture
def view(qtbot: QtBot, host: QWidget, actions: Actions, monkeypatch: pytest.MonkeyPatch) -> HelpView:
    monkeypatch.setattr(HelpView, "raise_", lambda _: None)  # the screenless platform cannot, and says so
    made = HelpView(actions, Look(host), host)
    made.show_page()
    qtbot.waitExposed(made)
    return made


def words_of(book: HelpBook, page: str) -> str:
    section = book.pages[page]
    return book.document.text[section.start : section.end]


def test_every_page_is_there_and_every_file_is_a_page(book: HelpBook) -> None:
    assert tuple(book.pages) == PAGES
    files = {name.removesuffix(".md") for name in resources.names("help") if name.endswith(".md")}
    assert files == {*PAGES} - {"keys"}
    for page in PAGES:
        assert len(words_of(book, page).split()) > 60


def test_every_menu_has_pages_that_tell_of_it(actions: Actions) -> None:
    assert set(PAGE_OF_MENU) == set(COMMANDS)
    for pages in PAGE_OF_MENU.values():
        assert set(pages) <= set(PAGES)
    for title, commands in COMMANDS.items():
        told = "".join(resources.text("help", f"{page}.md") for page in PAGE_OF_MENU[title])
        names = [command.name for command in commands if command is not None]
        assert title == "&Help" or any(f"{{{name}}}" in told for name in names), title


def test_every_link_leads_to_a_page(book: HelpBook) -> None:
    written = [resources.text("help", f"{page}.md") for page in PAGES if page != "keys"]
    count = sum(len(re.findall(r"\]\(", text)) for text in written)
    assert len(book.companion.links) == count >= 8
    for mention in book.companion.links:
        assert mention.entry in PAGES
        linked = book.document.text[mention.start : mention.end]
        assert linked.strip() == linked
        assert linked in "".join(written)


def test_every_action_that_is_named_is_one(actions: Actions) -> None:
    for page in PAGES:
        if page not in ("keys", "companion-file"):
            named = re.findall(r"\{(\w+)\}", resources.text("help", f"{page}.md"))
            assert set(named) <= set(NAMES), page
            assert "{" not in page_text(page, actions)


def test_no_sign_of_markdown_is_left(book: HelpBook) -> None:
    for page in PAGES:
        if page != "companion-file":
            assert not re.search(r"\*\*|`|\]\(|^#|\\", words_of(book, page), re.MULTILINE), page


def test_the_keys_page_tells_every_key(book: HelpBook, actions: Actions) -> None:
    told = words_of(book, "keys")
    for group in key_groups(actions):
        for row in group.rows:
            if row.keys:
                assert f"{row.words}: {row.keys}" in told


def test_changed_keys_are_told(actions: Actions) -> None:
    actions.set_keys("open", [QKeySequence("Ctrl+Alt+`")])
    actions.set_keys("find", [])
    book = help_book(actions)
    assert "Open a text with Ctrl+Alt+`," in words_of(book, "reading")
    assert "Open: Ctrl+Alt+`" in words_of(book, "keys")
    assert "“Find” searches the whole text" in words_of(book, "finding")


def test_a_link_is_followed_and_the_way_back_is_known(qtbot: QtBot, view: HelpView) -> None:
    reading = view.reading
    mention = next(iter(reading.companion.links))
    with qtbot.waitSignal(reading.place_requested) as asked:
        reading.focus_on(mention.entry, at=mention.start)
    assert asked.args == [help_book(view._actions).pages[mention.entry].start]
    assert reading.focus == ()
    assert reading.can_go_back
    view._back.click()
    assert reading.place == Span(0, reading.place.end)


def test_a_page_is_shown_and_the_place_is_kept_otherwise(qtbot: QtBot, view: HelpView) -> None:
    view.show_page("timeline")
    start = view.reading.document.sections[view.reading.document.section_index(view.reading.place.start) or 0]
    assert start.title == "The timeline"
    place = view.reading.place
    view.close()
    view.show_page()
    assert view.reading.place == place


def test_hits_stand_in_the_place_of_the_contents(qtbot: QtBot, view: HelpView) -> None:
    assert view.contents.isVisible()
    qtbot.keyClicks(view.search.field, "bookmark")
    qtbot.waitUntil(lambda: len(view.reading.hits) > 5)
    assert not view.contents.isVisible()
    assert view.search.view.isVisible()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Escape)
    assert view.contents.isVisible()
    assert view.isVisible()


def test_escape_closes_it_also_after_a_link_was_followed(qtbot: QtBot, view: HelpView) -> None:
    qtbot.keyClick(view.view, Qt.Key.Key_Tab)
    qtbot.keyClick(view.view, Qt.Key.Key_Return)
    assert view.reading.can_go_back
    qtbot.keyClick(view.view, Qt.Key.Key_Escape)
    assert view.isHidden()


def test_it_looks_like_the_window(view: HelpView) -> None:
    view._shared_look.set_theme("dark")
    view._shared_look.set_size(23)
    assert (view.look.theme.name, view.look.type.size) == ("dark", 23)


def test_every_control_is_named(view: HelpView) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_keys_that_were_changed_work_here_too(qtbot: QtBot, view: HelpView) -> None:
    view._actions.set_keys("find", [QKeySequence("Ctrl+J")])
    view.show_page()
    qtbot.keyClick(view.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert view.search.field.hasFocus()
