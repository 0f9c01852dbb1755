from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMainWindow

from companion.ui.parts.panel_switch import PanelSwitch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with a field for a text, and two panels as tabs, of which the second is in front."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit(window))
    docks = []
    for name in ("contents", "search"):
        dock = QDockWidget(name, window)
        dock.setObjectName(name)
        dock.setWidget(QLineEdit(dock))
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        docks.append(dock)
    window.tabifyDockWidget(*docks)
    docks[1].raise_()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.centralWidget().setFocus()
    return window


def switch_of(window: QMainWindow, name: str) -> tuple[QDockWidget, PanelSwitch]:
    dock = window.findChild(QDockWidget, name)
    assert dock is not None
    return dock, PanelSwitch(dock, window.centralWidget())


def press(switch: PanelSwitch) -> None:
    QApplication.sendEvent(switch, QShortcutEvent(QKeySequence("Ctrl+T"), 1))
    QApplication.processEvents()


def test_the_key_brings_a_panel_from_behind_another_and_goes_there(window: QMainWindow) -> None:
    dock, switch = switch_of(window, "contents")
    press(switch)
    assert not dock.visibleRegion().isEmpty()
    assert dock.widget().hasFocus()
    assert switch.isChecked()


def test_the_key_goes_to_a_panel_that_is_open(window: QMainWindow) -> None:
    dock, switch = switch_of(window, "search")
    press(switch)
    assert dock.isVisible()
    assert dock.widget().hasFocus()


def test_the_key_puts_the_panel_away_where_the_reader_is_in_it(window: QMainWindow) -> None:
    dock, switch = switch_of(window, "search")
    press(switch)
    press(switch)
    assert dock.isHidden()
    assert not switch.isChecked()
    assert window.centralWidget().hasFocus()
    press(switch)
    assert dock.isVisible()
    assert dock.widget().hasFocus()


def test_the_line_in_the_menu_shows_and_hides(window: QMainWindow) -> None:
    dock, switch = switch_of(window, "search")
    switch.trigger()
    assert dock.isHidden()
    switch.trigger()
    assert dock.isVisible()
    assert switch.isChecked()


def test_the_switch_follows_a_panel_that_is_closed_by_its_title(window: QMainWindow) -> None:
    dock, switch = switch_of(window, "search")
    dock.hide()
    assert not switch.isChecked()
