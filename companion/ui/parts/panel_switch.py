"""Panel switch: the action of a panel; its key takes the reader there, its menu line shows or hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QShortcutEvent
from PySide6.QtWidgets import QApplication

from companion.ui.frame.regions import first_focusable, is_in_sight
from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QWidget


class PanelSwitch(QAction):
    """Checked while its panel is open. `text_view` gets the keyboard when the panel is put away by its key.

    Qt's own switch of a dock would close a panel that stands behind another as a tab, and one that the reader
    only wants to go to.
    """

    def __init__(self, dock: QDockWidget, text_view: QWidget) -> None:
        super().__init__(dock.windowTitle(), dock)
        self._dock, self._text_view = dock, text_view
        self.setCheckable(True)
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setChecked(dock.toggleViewAction().isChecked())
        dock.toggleViewAction().toggled.connect(self.setChecked)
        self.triggered.connect(self._show)

    def go(self) -> None:
        """Takes the keyboard to the panel, opening it if need be; where it is there already, closes it."""
        holder = QApplication.focusWidget()
        if is_in_sight(self._dock) and holder is not None and self._dock.isAncestorOf(holder):
            self._dock.close()
            self._text_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._show(True)

    def _show(self, wanted: bool) -> None:
        dock = self._dock
        if not wanted:
            dock.close()
            return
        dock.show()
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        first_focusable(dock).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- overrides of Qt

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.go()
            return True
        return super().event(event)
