"""Close button: closes the panel whose name it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from companion.ui.looks.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look


class CloseButton(QToolButton):
    """Stands in the title line of a panel, or at the end of the tabs of several."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._colour)
        self._colour()

    def name_after(self, title: str) -> None:
        """Says which panel it would close."""
        words = self.tr("Close %1").replace("%1", title)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _colour(self) -> None:
        self.setIcon(icon("close", self._look))
        self.setIconSize(QSize(12, 12))
