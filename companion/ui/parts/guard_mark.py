"""Guard mark: the small sign beside a panel's title which tells that the spoiler guard cuts what it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.entries.entry_words import as_far_as_read
from companion.ui.guarded import guarded
from companion.ui.looks.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_SIZE = 14
_QUIET = 0.7
"""The opacity of the sign: as dim as the title that it stands beside, 4.5 : 1 and more in every theme."""


class GuardMark(QWidget):
    """Is seen while the companion is guarded; what it means is said in full beside the title of the text.

    A screen reader is told by the panel itself, so the sign is nothing to go to.
    """

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guard_mark")
        self.setFixedSize(_SIZE, _SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._reading, self._look = reading, look
        reading.horizon_changed.connect(self._follow)
        reading.document_changed.connect(self._follow)
        look.changed.connect(self.update)
        self._follow()

    def _follow(self, _: object = None) -> None:
        words = as_far_as_read() if self._reading.is_guarded else ""
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(_QUIET)
        icon("guard", self._look).paint(painter, self.rect())
