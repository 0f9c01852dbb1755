"""Only text: nothing but the page, and everything back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_view_sample import companion_of, document_of

from companion.ui.looks.look import Look
from companion.ui.program.settings import Settings
from companion.ui.reading import Reading
from companion.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    settings = Settings()
    look, reading = Look(), Reading()
    made = Window(reading, look, settings)
    qtbot.addWidget(made)
    made.resize(1300, 780)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def around(window: Window) -> list[bool]:
    """What is shown of all that stands round the text."""
    parts = [window.menuBar(), window.title_bar, window.overview_strip, *window.docks.values()]
    return [not part.isHidden() for part in parts]


def press(window: Window, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.reading_view, key, keys)
    QApplication.processEvents()


def show_anna(window: Window) -> None:
    document = document_of("Anna Verl held the wall.")
    window.reading.show(document)
    window.reading.take(companion_of(document))


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_nothing_is_left_but_the_text_and_all_comes_back(window: Window) -> None:
    window.docks["passages"].hide()
    before = around(window)
    press(window, Key.Key_F11, SHIFT)
    assert window.isFullScreen()
    assert not any(around(window))
    assert window.actions_by_name["only_text"].isChecked()
    press(window, Key.Key_F11, SHIFT)  # though the menu that holds the key is hidden
    assert not window.isFullScreen()
    assert around(window) == before
    assert not window.actions_by_name["only_text"].isChecked()


def test_escape_leaves_it_after_the_focus(window: Window) -> None:
    show_anna(window)
    window.reading.focus_on("verl")
    press(window, Key.Key_F11, SHIFT)
    window.only_text.way_out.hide()  # as it does by itself
    press(window, Key.Key_Escape)
    assert window.only_text.is_on
    press(window, Key.Key_Escape)
    assert not window.only_text.is_on
    assert all(around(window))
    assert not window.isFullScreen()


def test_escape_does_what_the_line_says_as_long_as_it_stands(window: Window) -> None:
    show_anna(window)
    window.reading.focus_on("verl")
    press(window, Key.Key_F11, SHIFT)
    press(window, Key.Key_Escape)
    assert not window.only_text.is_on
    assert window.reading.focus


def test_escape_leaves_it_from_a_name_that_the_keyboard_is_on(window: Window) -> None:
    show_anna(window)
    press(window, Key.Key_F11, SHIFT)
    press(window, Key.Key_Tab)
    assert window.reading_view.walking.span is not None
    window.entry_card.dismiss()
    press(window, Key.Key_Escape)
    assert not window.only_text.is_on
    assert window.reading_view.walking.span is None


def test_who_was_in_full_screen_stays_there(window: Window) -> None:
    press(window, Key.Key_F11)
    before = around(window)
    press(window, Key.Key_F11, SHIFT)
    assert not any(around(window))
    press(window, Key.Key_Escape)
    assert window.isFullScreen()
    assert around(window) == before


def test_the_way_out_is_told_in_a_line_that_goes_by_itself(qtbot: QtBot, window: Window) -> None:
    way_out = window.only_text.way_out
    assert way_out.isHidden()
    press(window, Key.Key_F11, SHIFT)
    assert way_out.isVisible()
    assert "Esc" in way_out.text()
    assert window.reading_view.rect().contains(way_out.geometry())
    way_out._timer.setInterval(1)
    qtbot.waitUntil(way_out.isHidden)
    press(window, Key.Key_Escape)
    press(window, Key.Key_F11, SHIFT)
    press(window, Key.Key_Escape)
    assert way_out.isHidden()


def test_leaving_full_screen_in_another_way_leaves_it_too(window: Window) -> None:
    press(window, Key.Key_F11, SHIFT)
    window.showNormal()
    QApplication.processEvents()
    assert all(around(window))
    assert not window.only_text.is_on


def test_the_panels_come_back_as_large_as_they_were(qtbot: QtBot, window: Window) -> None:
    docks = [window.docks[name] for name in ("contents", "passages", "bookmarks", "glossary", "people")]
    window.resizeDocks(docks[:3], [150, 120, 260], Qt.Orientation.Vertical)
    window.resizeDocks(docks[3:], [330, 120], Qt.Orientation.Vertical)
    qtbot.wait(50)
    before = [dock.size() for dock in docks]
    press(window, Key.Key_F11, SHIFT)
    qtbot.wait(50)
    press(window, Key.Key_F11, SHIFT)
    qtbot.waitUntil(lambda: [dock.size() for dock in docks] == before)


def test_who_is_torn_out_of_it_has_the_panels_at_the_next_start(qtbot: QtBot, window: Window) -> None:
    press(window, Key.Key_F11, SHIFT)
    window.keep_standing()  # as happens every few seconds
    again = Window(Reading(), Look(), Settings())
    qtbot.addWidget(again)
    again.restore()
    again.show()
    assert not again.isFullScreen()
    assert not again.title_bar.isHidden()
    assert not any(again.docks[name].isHidden() for name in ("glossary", "people", "timeline"))
    again.close()


def test_a_wider_screen_does_not_bring_the_panels_back(window: Window) -> None:
    window.resize(900, 700)
    QApplication.processEvents()
    press(window, Key.Key_F11, SHIFT)
    window.resize(1700, 1000)
    QApplication.processEvents()
    assert not any(around(window))


def test_a_window_closed_meanwhile_comes_back_whole(qtbot: QtBot, window: Window) -> None:
    settings = Settings()
    window.resize(700, 700)  # smaller than the screen of the tests, so that it comes back as wide
    before = around(window)
    press(window, Key.Key_F11, SHIFT)
    window.close()
    again = Window(window.reading, window.look, settings)
    qtbot.addWidget(again)
    again.restore()
    assert not again.isFullScreen()
    assert around(again) == before
    again.close()


def test_preferences_open_by_key_and_once(qtbot: QtBot, window: Window) -> None:
    press(window, Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.isVisible()
    assert not window.preferences.isModal()
    window.preferences.close()
