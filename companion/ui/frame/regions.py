"""Regions: F6 and Shift+F6 take the keyboard from the text to each panel that is shown, and round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from companion.ui.frame.panel_dock import PanelDock

if TYPE_CHECKING:
    from collections.abc import Sequence


class Regions:
    """The text and the panels as places that the keyboard can be in."""

    def __init__(self, regions: Sequence[QWidget]) -> None:
        self._regions = list(regions)

    def next(self) -> None:
        """Goes to the next region."""
        self._step(1)

    def previous(self) -> None:
        """Goes to the region before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        shown = [region for region in self._regions if is_in_sight(region)]
        if not shown:
            return
        holder = QApplication.focusWidget()
        here = next(
            (i for i, r in enumerate(shown) if holder and (r is holder or r.isAncestorOf(holder))), -1
        )
        first_focusable(shown[(here + direction) % len(shown)]).setFocus(Qt.FocusReason.ShortcutFocusReason)


def is_in_sight(region: QWidget) -> bool:
    """Whether a region is shown, and not behind another as a tab."""
    return region.isVisible() and not region.visibleRegion().isEmpty()


def first_focusable(region: QWidget) -> QWidget:
    """The widget in a region that takes the keyboard first: in a panel its content, not its title."""
    if isinstance(region, PanelDock):
        region.need()
    content = region.widget() if isinstance(region, QDockWidget) else region
    if content.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return content
    inside = (w for w in content.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return content.focusProxy() or next((w for w in inside if w.isVisible()), content)
