"""Left list: the corrections that find no place in the open text, each with why; they can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.core.corrections import Verb
from companion.ui.looks.theme import Role
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import SmallButton
from companion.ui.program.language import told

if TYPE_CHECKING:
    from companion.core.correcting import Left
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_MOOT = (Verb.REMOVE, Verb.IGNORE, Verb.APART)
"""What these want is so where their entry is not there at all."""
_MOST = 3
"""Reasons that are shown at once; the tooltip has more."""


class LeftList(QWidget):
    """Is not there while every correction is done."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("left_list")
        self._reading = reading
        self.words = Paragraph(look, self, Role.DIM, 2 + _MOST)
        self.take_back = SmallButton(look, self.tr("Take them back"), "", self)
        self.take_back.clicked.connect(self._take_back)
        below = QHBoxLayout()
        below.addWidget(self.take_back)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(below)
        self.hide()

    def renew(self) -> None:
        """Shows those that are left now."""
        left = self._left()
        self.setVisible(bool(left))
        if left:
            count = len(left)
            first = (
                self.tr("One of your corrections cannot be done in this text:")
                if count == 1
                else self.tr("%Ln of your corrections cannot be done in this text:", "", count)
            )
            reasons = list(dict.fromkeys(told(one.reason) for one in left))
            self.words.say("\n".join([first, *reasons[:_MOST]]))
            self.words.setToolTip(plain_tooltip("\n".join(reasons[:40])))

    def _left(self) -> list[Left]:
        return [one for one in self._reading.mending.left if one.correction.verb not in _MOOT]

    def _take_back(self) -> None:
        self._reading.mending.take_back([one.correction for one in self._left()])
