"""Making room: the list of marks is as high as its editor while a mark is changed in it, then low again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget

    from companion.ui.window import Window


class MakingRoom(QObject):
    """Ties the list of marks to the heights of the panels above and below it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._before: dict[QDockWidget, int] = {}
        window.bookmarks_panel.view.room_wanted.connect(self._make)

    def _make(self, lacking: int) -> None:
        """So many pixels are lacking; 0 when the panels may be as high as before."""
        dock = self._window.docks["bookmarks"]
        if lacking and not dock.isFloating():
            others = self._panels_beside(dock)
            self._before = {one: one.height() for one in (dock, *others)}
            spare = sum(one.height() for one in others) or 1
            heights = [round(one.height() * max(0.0, 1 - lacking / spare)) for one in others]
            self._resize([dock, *others], [dock.height() + lacking, *heights])
        elif self._before:
            self._resize(list(self._before), list(self._before.values()))
            self._before = {}

    def _panels_beside(self, dock: QDockWidget) -> list[QDockWidget]:
        """The panels that are seen in the same column."""
        area = self._window.dockWidgetArea(dock)
        return [
            one
            for one in self._window.docks.values()
            if one is not dock
            and self._window.dockWidgetArea(one) is area
            and one.x() == dock.x()
            and not (one.isFloating() or one.visibleRegion().isEmpty())
        ]

    def _resize(self, docks: list[QDockWidget], heights: list[int]) -> None:
        self._window.resizeDocks(docks, heights, Qt.Orientation.Vertical)
