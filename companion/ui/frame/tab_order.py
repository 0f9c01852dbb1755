"""Tab order: Tab goes through one region after the other, in each as its controls stand before the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """The widgets in `root`, itself first, at which Tab stops: line by line, in the direction of reading.

    Qt's own order is that in which the widgets were made, and panels make theirs anew all the time.
    """
    if not _is_in_sight(root):
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None and root.isEnabled():
        yield root
    children = root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in _as_one_reads(child for child in children if not child.isWindow()):
        yield from tab_stops(child)


def step(regions: Iterable[QWidget | None], holder: QWidget | None, forward: bool) -> bool:
    """Gives the keyboard to the next stop of the regions, or the one before; False when there is none."""
    stops = [stop for region in regions if region is not None for stop in tab_stops(region)]
    here = next((i for i, s in enumerate(stops) if holder and s is holder), -1)
    if here < 0:
        here = next((i for i, s in enumerate(stops) if holder and s.isAncestorOf(holder)), -1)
    if here < 0 or len(stops) < 2:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _is_in_sight(widget: QWidget) -> bool:
    """Whether it is shown; what is only scrolled out of its list is, a panel behind another's tab is not."""
    return widget.isVisible() and not (
        widget.parentWidget() is widget.window() and widget.visibleRegion().isEmpty()
    )


def _as_one_reads(siblings: Iterable[QWidget]) -> Iterator[QWidget]:
    lines: list[list[QWidget]] = []
    for widget in sorted(siblings, key=QWidget.y):
        if lines and widget.geometry().center().y() <= lines[-1][0].geometry().bottom():
            lines[-1].append(widget)
        else:
            lines.append([widget])
    for line in lines:
        yield from sorted(line, key=QWidget.x, reverse=line[0].isRightToLeft())
