"""Stage: the shelf stands in the window's middle in place of the text, and the panels step aside for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from companion.ui.window import Window

_FOR_TEXT = ("only_text", "panels", "usual_layout")
"""Actions that make no sense while no text is seen."""


class Stage(QObject):
    """Shows a page instead of the text of a window, and the text again.

    Signals:
        cleared(): the text is seen again.
    """

    cleared = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._page: QWidget | None = None
        self._layout: QBoxLayout | None = None
        self._parts = (window.reading_view, window.overview_strip, window.page_foot)
        self._hidden: list[QWidget] = []
        self.is_on = False
        for dock in window.docks.values():
            dock.toggleViewAction().toggled.connect(self._panel_toggled)

    def show_page(self, page: QWidget) -> None:
        """Shows the page in place of the text."""
        window = self._window
        middle = window.centralWidget()
        layout = middle.layout() if middle is not None else None
        if self._page is not page and isinstance(layout, QBoxLayout):
            layout.insertWidget(1, page, 1)
            self._page, self._layout = page, layout
        if self.is_on:
            return
        if window.only_text.is_on:
            window.actions_by_name["only_text"].trigger()
        window.layout_of_panels.step_aside(True)
        window.entry_card.dismiss()
        self._hidden = [part for part in self._parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        page.show()
        self._share_height(0)
        self._enable(False)
        self.is_on = True

    def clear(self) -> None:
        """Shows the text again, with its panels."""
        if not self.is_on or self._page is None:
            return
        self.is_on = False
        had_keyboard = self._page.isAncestorOf(self._window.focusWidget() or self._window)
        self._page.hide()
        self._share_height(1)
        for part in self._hidden:
            part.show()
        self._window.layout_of_panels.step_aside(False)
        self._enable(True)
        if had_keyboard or self._window.focusWidget() is None:
            self._window.reading_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cleared.emit()

    def _share_height(self, of_text: int) -> None:
        """What the text stands in would take its share of the height even while nothing of it is seen."""
        layout = self._layout
        if layout is None:
            return
        for place in range(layout.count()):
            item = layout.itemAt(place)
            if item is not None and item.layout() is not None:
                layout.setStretch(place, of_text)

    def _enable(self, is_text: bool) -> None:
        for name in _FOR_TEXT:
            self._window.actions_by_name[name].setEnabled(is_text)

    def _panel_toggled(self, is_shown: bool) -> None:
        """A panel that is opened belongs to the text."""
        if is_shown and self.is_on:
            self.clear()
