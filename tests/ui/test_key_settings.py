from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from companion.core.direction import isolated
from companion.ui.actions import Actions
from companion.ui.help.key_settings import KeySettings
from companion.ui.help.key_table import KeyTable
from companion.ui.looks.look import Look
from companion.ui.program.settings import Settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def actions(host: QWidget) -> Actions:
    return Actions(host, Look(host))


@pytest.fixture
def window(qtbot: QtBot, host: QWidget, actions: Actions) -> KeySettings:
    made = KeySettings(actions, KeyTable(actions, Settings()), Look(host), host)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(window: KeySettings) -> list[str]:
    return [item.text(0) for item in window._items.values() if not item.isHidden()]


def test_an_action_gets_other_keys_by_keyboard_alone(
    qtbot: QtBot, window: KeySettings, actions: Actions
) -> None:
    qtbot.keyClicks(window.filter, "go to")
    assert shown(window) == ["Go to"]
    qtbot.keyClick(window.filter, Key.Key_Down)
    assert window.list.hasFocus()
    qtbot.keyClick(window.list, Key.Key_Return)
    assert window.capture.hasFocus()
    qtbot.keyClick(window.capture, Key.Key_J, Ctrl)
    assert window.sentence == "These keys are free."
    qtbot.keyClick(window.capture, Key.Key_Tab)
    add = window.focusWidget()
    assert isinstance(add, QPushButton)
    qtbot.keyClick(add, Key.Key_Space)
    assert [key.toString() for key in actions["go_to"].shortcuts()] == ["Ctrl+L", "Ctrl+J"]
    keys = ", ".join(map(isolated, ("Ctrl+L", "Ctrl+J")))  # among words that run leftwards, too
    assert window.list.currentItem().text(1) == f"{keys} (yours)"


def test_a_clash_is_told_before_anything_is_taken(
    qtbot: QtBot, window: KeySettings, actions: Actions
) -> None:
    window.choose("go_to")
    qtbot.keyClick(window.capture, Key.Key_F, Ctrl)
    assert "“Find”" in window.sentence
    assert QKeySequence("Ctrl+F") in actions["find"].shortcuts()
    window._replace.click()
    assert actions["go_to"].shortcuts() == [QKeySequence("Ctrl+F")]
    assert QKeySequence("Ctrl+F") not in actions["find"].shortcuts()
    window._all_usual.click()
    assert QKeySequence("Ctrl+F") in actions["find"].shortcuts()
    assert "yours" not in "".join(item.text(1) for item in window._items.values())


def test_what_cannot_be_given_is_refused(qtbot: QtBot, window: KeySettings) -> None:
    window.choose("go_to")
    window.capture.setKeySequence(QKeySequence("Space"))
    assert "Space" in window.sentence
    assert not window._add.isEnabled()
    assert not window._replace.isEnabled()


def test_keys_of_the_text_cannot_be_changed(window: KeySettings) -> None:
    last = window._groups[-1][1][0]
    window.list.setCurrentItem(last)
    assert not window.capture.isEnabled()
    assert "cannot be changed" in window.sentence


def test_a_key_can_be_looked_for(qtbot: QtBot, window: KeySettings) -> None:
    qtbot.keyClicks(window.filter, "ctrl+l")
    assert shown(window) == ["Go to"]


def test_every_control_is_named(window: KeySettings) -> None:
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
