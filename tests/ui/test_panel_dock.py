from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QTabBar, QToolButton, QWidget

from companion.ui.frame.panel_dock import PanelDock
from companion.ui.frame.tab_close import TabClose
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with three panels at its left side: two that share a place, and one below them."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget(window))
    look = Look(window)
    docks = [PanelDock(title, title.lower(), look, window) for title in ("Contents", "Search", "Marks")]
    for dock in docks:
        dock.hold(QWidget(dock), None)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.tabifyDockWidget(docks[0], docks[1])
    docks[1].raise_()
    window.resize(900, 700)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: closing(window) is not None)
    return window


def dock_of(window: QMainWindow, title: str) -> PanelDock:
    return next(dock for dock in window.findChildren(PanelDock) if dock.windowTitle() == title)


def closing(window: QMainWindow) -> TabClose | None:
    found = [one for one in window.findChildren(TabClose) if one.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def own_title(dock: PanelDock) -> list[QWidget]:
    line = dock.titleBarWidget()
    return [one for one in (*line.findChildren(QLabel), *line.findChildren(QToolButton)) if one.isVisible()]


def test_a_panel_alone_has_title_and_button_of_its_own(window: QMainWindow, qtbot: QtBot) -> None:
    marks = dock_of(window, "Marks")
    title, button = own_title(marks)
    assert (title.text(), button.accessibleName()) == ("Marks", "Close Marks")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert marks.isHidden()


def test_the_tabs_close_the_panel_in_front(window: QMainWindow, qtbot: QtBot) -> None:
    assert own_title(dock_of(window, "Search")) == []
    button = closing(window)
    assert button is not None
    assert button.accessibleName() == button.toolTip() == "Close Search"
    dock_of(window, "Contents").raise_()
    qtbot.waitUntil(lambda: button.accessibleName() == "Close Contents")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dock_of(window, "Contents").isHidden()
    assert not dock_of(window, "Search").isHidden()
    assert not dock_of(window, "Marks").isHidden()
    qtbot.waitUntil(lambda: len(own_title(dock_of(window, "Search"))) == 2)
    qtbot.waitUntil(lambda: closing(window) is None)


def test_the_button_stands_at_the_end_of_the_tabs(window: QMainWindow, qtbot: QtBot) -> None:
    button = closing(window)
    assert button is not None
    tabs = button.parentWidget()
    assert isinstance(tabs, QTabBar)
    dock = dock_of(window, "Search")
    window.resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: tabs.width() == dock.width() == 320)
    assert tabs.width() - 16 < button.geometry().right() < tabs.width()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: 0 <= button.x() < 16)
