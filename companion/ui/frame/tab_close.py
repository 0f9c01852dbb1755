"""Tab close: the button at the end of a row of tabs that closes the panel whose tab is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from companion.ui.frame.close_button import CloseButton
from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from companion.ui.looks.look import Look

_FROM_END = 8
"""Pixels beside the button, as in the title line of a panel."""

_MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange)


class TabClose(CloseButton):
    """Belongs to the tabs, which the window makes and takes away as it needs them."""

    def __init__(self, tabs: QTabBar, look: Look) -> None:
        super().__init__(look, tabs)
        self.setObjectName("tab_close")
        self._tabs = tabs
        self.clicked.connect(self._close)
        tabs.currentChanged.connect(self.follow)
        tabs.installEventFilter(self)
        self.follow()
        self._stand()

    @property
    def _title(self) -> str:
        return self._tabs.tabText(self._tabs.currentIndex())

    def follow(self, _: int = 0) -> None:
        """Takes the name of the panel whose tab is in front."""
        self.name_after(self._title)

    def _close(self) -> None:
        window, title = self._tabs.parentWidget(), self._title
        if isinstance(window, QMainWindow):
            for dock in window.findChildren(QDockWidget):
                if dock.windowTitle() == title and window.tabifiedDockWidgets(dock):
                    dock.hide()

    def _stand(self) -> None:
        """At the end of the row, where the button of a panel that stands alone is.

        Rows that are not needed now stay: Qt moves them out of sight.
        """
        size = self.sizeHint()
        x = _FROM_END if self.isRightToLeft() else self._tabs.width() - size.width() - _FROM_END
        self.setGeometry(x, (self._tabs.height() - size.height()) // 2, size.width(), size.height())
        self.setVisible(self._tabs.count() > 1)

    # -- overrides of Qt

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._stand()
        return False
