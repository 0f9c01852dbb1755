"""Layout: where the panels stand, how they fold away in a small window, and how that is remembered."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QTabBar, QTabWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow

    from companion.ui.frame.panel_dock import PanelDock

_VERSION = 2
"""To be raised when the panels are others than before; an older state is then not taken."""
_ROOM_FOR_LEFT, _ROOM_FOR_TWO = 1180, 620
"""A window narrower than the first has no left column, as the page would shrink under its usual measure; one
lower than the second has tabs on the right."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_USUAL_SIZE = (1400, 900)
_RIGHT_HEIGHTS = [254, 422]
_LEAST_SIZE, _LARGEST_SIZE = (800, 560), (1800, 1240)
_SHARE_OF_SCREEN = (0.75, 0.86)
"""How much of a large screen the window takes at its first start; wider, only the margins would grow."""
_TOUCHING = 2
"""Pixels between a panel and its tabs at most."""
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
        self._aside: list[PanelDock] = []
        self._standing: list[PanelDock] = []
        self._yielding: list[PanelDock] = []
        self._in_front: list[PanelDock] = []
        self._columns: dict[PanelDock, int] = {}
        self._shares: dict[PanelDock, int] = {}
        self._measured_at = 0
        self._state_with_panels = self._state_round_text = QByteArray()
        self._is_aside = False
        self._is_arranging = False
        for dock in self._docks.values():
            dock.toggleViewAction().toggled.connect(self._make_room)
        options = window.dockOptions() | window.DockOption.GroupedDragging
        window.setDockOptions(options)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.resize(*_USUAL_SIZE)
        self.reset()

    def reset(self) -> None:
        """Puts every panel back in its usual place."""
        with self.arranging():
            self._reset()

    def _reset(self) -> None:
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        for name, area in {
            "contents": _LEFT,
            "search": _LEFT,
            "passages": _LEFT,
            "bookmarks": _LEFT,
            "glossary": _RIGHT,
            "people": _RIGHT,
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
        self._aside.clear()
        self.fit()

    def _share_room(self) -> None:
        docks, across, down = self._docks, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._window.resizeDocks([docks["contents"], docks["glossary"]], [256, 340], across)
        self._window.resizeDocks(
            [docks["contents"], docks["passages"], docks["bookmarks"]], [316, 204, 140], down
        )
        self._window.resizeDocks([docks["glossary"], docks["people"]], _RIGHT_HEIGHTS, down)
        self._window.resizeDocks([docks["timeline"]], [190], down)

    def fit(self) -> None:
        """Folds the left column away in a narrow window, and puts the right one into tabs in a low one."""
        if self._is_aside:
            return
        is_narrow = self._window.width() < _ROOM_FOR_LEFT
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            with self.arranging():
                self._bring_back()
                self._fold_left(is_narrow)
            if not is_narrow:
                self._widen_columns()
        elif not is_narrow:
            self._measure_columns()
        is_low = self._window.height() < _ROOM_FOR_TWO
        if is_low != self._is_low:
            self._is_low = is_low
            with self.arranging():
                self._tab_right(is_low)

    def _measure_columns(self) -> None:
        """Keeps how wide the columns are in the widest window of late, which a narrower one squeezes, and how
        the left one is shared, which Qt forgets of panels that are hidden."""
        width = self._window.width()
        if self._window.isVisible() and width >= self._measured_at:
            self._measured_at = width
            self._columns = {dock: dock.width() for dock in self._at_sides()}
            self._shares = {dock: self._share_of(dock) for dock in self._on(_LEFT, self._seen())}

    def _share_of(self, dock: PanelDock) -> int:
        """How high a panel is, in pixels, together with the tabs by which it shares its place."""
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        around = dock.geometry().adjusted(0, -_TOUCHING, 0, _TOUCHING)
        return dock.height() + sum(
            bar.height() for bar in bars if bar.isVisible() and bar.geometry().intersects(around)
        )

    def _widen_columns(self) -> None:
        """Gives the columns the widths again that they had before the window was narrow, and their shares."""
        self._measured_at = 0
        standing = self._shown()
        for sizes, way in (
            (self._columns, Qt.Orientation.Horizontal),
            (self._shares, Qt.Orientation.Vertical),
        ):
            docks = [dock for dock in sizes if dock in standing]
            self._window.resizeDocks(docks, [sizes[dock] for dock in docks], way)

    def _at_sides(self) -> list[PanelDock]:
        """A panel of each column that is seen."""
        seen = self._seen()
        return [*self._on(_LEFT, seen)[:1], *self._on(_RIGHT, seen)[:1]]

    def _seen(self) -> list[PanelDock]:
        return [dock for dock in self._shown() if not dock.visibleRegion().isEmpty()]

    @contextmanager
    def arranging(self) -> Iterator[None]:
        """While panels are shown and hidden all together, none makes room for another."""
        before, self._is_arranging = self._is_arranging, True
        try:
            yield
        finally:
            self._is_arranging = before
            self._standing = self._shown()

    def _make_room(self, _: bool = False) -> None:
        """In a narrow window a left panel that is opened stands in for the right ones.

        With both columns the page would be narrower than its measure.
        """
        if self._is_arranging:
            return
        opened = [dock for dock in self._shown() if dock not in self._standing]
        with self.arranging():
            if not self._is_narrow:
                return
            if self._on(_LEFT, opened):
                right = self._on(_RIGHT, self._shown())
                self._aside += right
                _hide(right)
            elif self._aside and (self._on(_RIGHT, opened) or not self._on(_LEFT, self._shown())):
                _hide(self._on(_LEFT, self._shown()))
                self._bring_back()

    def _bring_back(self) -> None:
        for dock in self._aside:
            dock.show()
        self._aside.clear()

    def _shown(self) -> list[PanelDock]:
        """The panels that stand in the window, be it behind another."""
        return [dock for dock in self._docks.values() if not dock.isHidden() and not dock.isFloating()]

    def _on(self, side: Qt.DockWidgetArea, docks: Iterable[PanelDock]) -> list[PanelDock]:
        return [dock for dock in docks if self._window.dockWidgetArea(dock) == side]

    def _fold_left(self, is_narrow: bool) -> None:
        if is_narrow:
            self._folded = self._on(_LEFT, self._shown())
            _hide(self._folded)
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
            self._window.resizeDocks([glossary, people], _RIGHT_HEIGHTS, Qt.Orientation.Vertical)

    def hide_all(self, hidden: bool) -> None:
        """Shows nothing but the text, or again the panels that were there before."""
        with self.arranging():
            if hidden:
                self._hidden = [dock for dock in self._docks.values() if not dock.isHidden()]
                self._state_with_panels = self.state()
                _hide(self._hidden)
            else:
                for dock in self._hidden:
                    dock.show()
                self._stand_as_in(self._state_with_panels)
                self._hidden.clear()

    def _stand_as_in(self, before: QByteArray) -> None:
        """Shares the room as before the panels went; which of them are shown stays as it is now.

        Qt forgets how they shared it when they are hidden and shown one by one.
        """
        hidden = {dock: dock.isHidden() for dock in self._docks.values()}
        self._window.restoreState(before, _VERSION)
        for dock, is_hidden in hidden.items():
            if dock.isHidden() != is_hidden:
                dock.setHidden(is_hidden)

    def step_aside(self, is_aside: bool) -> None:
        """Leaves the window to something else than the text, or stands round the text as before."""
        if is_aside == self._is_aside:
            return
        self._is_aside = is_aside
        with self.arranging():
            if is_aside:
                self._yielding = [dock for dock in self._docks.values() if not dock.isHidden()]
                self._in_front = [dock for dock in self._yielding if not dock.visibleRegion().isEmpty()]
                self._state_round_text = self.state()
                _hide(self._yielding)
                return
            for dock in self._yielding:
                dock.show()
            self._stand_as_in(self._state_round_text)
            for dock in self._in_front:
                dock.raise_()
            self._yielding.clear()
        self.fit()

    def state(self) -> QByteArray:
        """How the panels stand, for the next start."""
        return self._window.saveState(_VERSION)

    def put_away(self) -> list[str]:
        """The names of the panels that only this window's size, or the wish for none, has taken away."""
        away = [*self._folded, *self._hidden, *self._aside, *self._yielding]
        return [name for name, dock in self._docks.items() if dock in away]

    def come_forward(self) -> None:
        """Puts panels in windows of their own before the main window, once that is shown.

        They were shown before it, so that the system does not know yet whose they are.
        """
        with self.arranging():
            for dock in self._docks.values():
                if dock.isFloating() and not dock.isHidden():
                    dock.hide()
                    dock.show()

    def restore(self, geometry: QByteArray, state: QByteArray, put_away: Sequence[str]) -> None:
        """Stands as it did at the last close, as far as there is room; as usual when that is not known."""
        if not self._window.restoreGeometry(geometry):  # nor does Qt, where the screen is quite another
            self._window.resize(size_on(self._window.screen().availableSize()))
        with self.arranging():
            self._stand_again(state, put_away)

    def _stand_again(self, state: QByteArray, put_away: Sequence[str]) -> None:
        if state.isEmpty() or not self._window.restoreState(state, _VERSION):
            return
        for name in put_away:
            if name in self._docks:
                self._docks[name].show()
        self._is_narrow = False
        glossary, people = self._docks["glossary"], self._docks["people"]
        self._is_low = people in self._window.tabifiedDockWidgets(glossary)
        self.fit()


def size_on(screen: QSize) -> QSize:
    """The size of a window that was never sized, on a screen with so much room: larger on a large one."""
    share = QSize(*(round(of * side) for of, side in zip(_SHARE_OF_SCREEN, screen.toTuple(), strict=True)))
    size = share.boundedTo(QSize(*_LARGEST_SIZE)).expandedTo(QSize(*_USUAL_SIZE))
    return size.boundedTo(screen - QSize(*_FRAME)).expandedTo(QSize(*_LEAST_SIZE))


def _hide(docks: Iterable[PanelDock]) -> None:
    for dock in docks:
        dock.hide()
