"""Layout: where the panels stand, how they fold away in a small window, and how that is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow

    from companion.ui.frame.panel_dock import PanelDock

_VERSION = 2
"""To be raised when the panels are others than before; an older state is then not taken."""
_ROOM_FOR_LEFT, _ROOM_FOR_TWO = 1100, 620
"""A window narrower than the first has no left column; one lower than the second has tabs on the right."""
_USUAL_SIZE = (1400, 900)
_LEAST_SIZE = (800, 560)
_FRAME = (8, 36)
"""Pixels that the system's frame and title take, about; they are not known before the window is shown."""


class Layout:
    """The docks of one window in their usual places, or where the reader has put them."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
        self._window = window
        self._docks = dict(docks)
        self._is_narrow: bool | None = None
        self._is_low: bool | None = None
        self._folded: list[PanelDock] = []
        self._hidden: list[PanelDock] = []
        options = window.dockOptions() | window.DockOption.GroupedDragging
        window.setDockOptions(options)
        window.resize(*_USUAL_SIZE)
        self.reset()

    def reset(self) -> None:
        """Puts every panel back in its usual place."""
        window, docks = self._window, self._docks
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        for name, area in {
            "contents": left,
            "search": left,
            "passages": left,
            "bookmarks": left,
            "glossary": right,
            "people": right,
            "timeline": Qt.DockWidgetArea.BottomDockWidgetArea,
        }.items():
            window.addDockWidget(area, docks[name])
            docks[name].show()
        window.tabifyDockWidget(docks["contents"], docks["search"])
        docks["contents"].raise_()
        self._share_room()
        self._is_narrow = self._is_low = None
        self._folded.clear()
        self._hidden.clear()
        self.fit()

    def _share_room(self) -> None:
        docks, across, down = self._docks, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._window.resizeDocks([docks["contents"], docks["glossary"]], [256, 340], across)
        self._window.resizeDocks(
            [docks["contents"], docks["passages"], docks["bookmarks"]], [306, 190, 150], down
        )
        self._window.resizeDocks([docks["glossary"], docks["people"]], [300, 360], down)
        self._window.resizeDocks([docks["timeline"]], [190], down)

    def fit(self) -> None:
        """Folds the left column away in a narrow window, and puts the right one into tabs in a low one."""
        is_narrow = self._window.width() < _ROOM_FOR_LEFT
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fold_left(is_narrow)
        is_low = self._window.height() < _ROOM_FOR_TWO
        if is_low != self._is_low:
            self._is_low = is_low
            self._tab_right(is_low)

    def _fold_left(self, is_narrow: bool) -> None:
        window, left = self._window, Qt.DockWidgetArea.LeftDockWidgetArea
        if is_narrow:
            standing = [dock for dock in self._docks.values() if window.dockWidgetArea(dock) == left]
            self._folded = [dock for dock in standing if not dock.isHidden() and not dock.isFloating()]
            for dock in self._folded:
                dock.hide()
        else:
            for dock in self._folded:
                dock.show()
            self._folded.clear()

    def _tab_right(self, is_low: bool) -> None:
        glossary, people = self._docks["glossary"], self._docks["people"]
        if glossary.isFloating() or people.isFloating():
            return
        area = self._window.dockWidgetArea(glossary)
        if is_low:
            self._window.tabifyDockWidget(glossary, people)
            glossary.raise_()
        elif people in self._window.tabifiedDockWidgets(glossary):
            self._window.addDockWidget(area, people)

    def hide_all(self, hidden: bool) -> None:
        """Shows nothing but the text, or again the panels that were there before."""
        if hidden:
            self._hidden = [dock for dock in self._docks.values() if not dock.isHidden()]
            for dock in self._hidden:
                dock.hide()
        else:
            for dock in self._hidden:
                dock.show()
            self._hidden.clear()

    def state(self) -> QByteArray:
        """How the panels stand, for the next start."""
        return self._window.saveState(_VERSION)

    def put_away(self) -> list[str]:
        """The names of the panels that only this window's size, or the wish for none, has taken away."""
        away = [*self._folded, *self._hidden]
        return [name for name, dock in self._docks.items() if dock in away]

    def come_forward(self) -> None:
        """Puts panels in windows of their own before the main window, once that is shown.

        They were shown before it, so that the system does not know yet whose they are.
        """
        for dock in self._docks.values():
            if dock.isFloating() and not dock.isHidden():
                dock.hide()
                dock.show()

    def restore(self, geometry: QByteArray, state: QByteArray, put_away: Sequence[str]) -> None:
        """Stands as it did at the last close, as far as there is room; as usual when that is not known."""
        if geometry.isEmpty():
            room = self._window.screen().availableSize() - QSize(*_FRAME)
            self._window.resize(self._window.size().boundedTo(room).expandedTo(QSize(*_LEAST_SIZE)))
        else:
            self._window.restoreGeometry(geometry)
        if state.isEmpty() or not self._window.restoreState(state, _VERSION):
            return
        for name in put_away:
            if name in self._docks:
                self._docks[name].show()
        self._is_narrow = False
        glossary, people = self._docks["glossary"], self._docks["people"]
        self._is_low = people in self._window.tabifiedDockWidgets(glossary)
        self.fit()
