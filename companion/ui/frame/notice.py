"""Notice: a strip over the page that says in words what went wrong or was left out, and what to do."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from companion.ui.guarded import guarded
from companion.ui.looks.icons import icon
from companion.ui.looks.theme import Role
from companion.ui.parts.push_button import PushButton
from companion.ui.program.language import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from companion.ui.looks.look import Look

_MOST_LINES = 8
_SIGN, _GAP = 18, 10
"""Pixels: the side of the sign, and what is between it and the sentence."""


class Notice(QWidget):
    """One notice at a time; a newer one takes the place of the one before.

    Signals:
        action_wanted(): the reader pressed the notice's button.
        other_wanted(): she pressed the other one, which says no.
    """

    action_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._look = look
        self._is_warning = False
        self._given = ""
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details: _Details | None = None
        self._more = PushButton(self.tr("Show details"), self)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_details)
        self._action = PushButton(self.tr("Do it"), self)  # until it is told what
        self._action.clicked.connect(self.action_wanted)
        self._other = PushButton(self.tr("No"), self)
        self._other.clicked.connect(self.other_wanted)
        self._sign = QLabel(self)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.clicked.connect(self.clear)
        self._arrange()
        look.changed.connect(self._colour)
        self._colour()
        self.hide()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self._sign)
        first.addWidget(self._sentence, 1)
        for button in (self._more, self._action, self._other, self._close):
            first.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 10, 5)
        column.setSpacing(4)
        column.addLayout(first)

    @property
    def sentence(self) -> str:
        """What the notice says now; empty when there is none."""
        return self._sentence.text() if not self.isHidden() else ""

    def is_telling(self, sentence: str) -> bool:
        """Whether this sentence, as it was given, stands here now."""
        return self._given == sentence and not self.isHidden()

    @property
    def details(self) -> str:
        """The lines under the sentence."""
        return self._details.toPlainText() if self._details is not None and not self.isHidden() else ""

    def tell(
        self,
        sentence: str,
        details: Sequence[str] = (),
        *,
        is_warning: bool = True,
        action: str = "",
        other: str = "",
    ) -> None:
        """Shows a sentence; the details of a warning are open at once, those of a remark when asked for.

        What was made below the window is translated here (see `companion.core.message`).
        """
        self._given, self._is_warning = sentence, is_warning
        sentence, details = told(sentence), [told(line) for line in details]
        self._sentence.setText(sentence)
        self._list(details)
        self._more.setVisible(bool(details))
        self._more.setChecked(is_warning)
        self._show_details(is_warning)
        self._action.setText(action or self._action.text())
        self._action.setVisible(bool(action))
        self._other.setText(other or self._other.text())
        self._other.setVisible(bool(other))
        self.setAccessibleName(" ".join([sentence, *details]))
        self._colour()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Takes the notice away."""
        self.hide()

    def _list(self, details: Sequence[str]) -> None:
        """Puts the lines under the sentence, into a field that is made when there are any."""
        if self._details is None and details:
            self._details = _Details(self)
            self._details.setAccessibleName(self.tr("Details"))
            self._column.addWidget(self._details)
        if self._details is not None:
            self._details.setPlainText("\n".join(details))
            self._details.fit()

    def _show_details(self, shown: bool) -> None:
        if self._details is not None:
            self._details.setVisible(shown and bool(self._details.toPlainText()))
        self._more.setText(self.tr("Hide details") if shown else self.tr("Show details"))

    def _colour(self) -> None:
        name = "warning" if self._is_warning else "info"
        self._sign.setPixmap(icon(name, self._look).pixmap(_SIGN, _SIGN))
        self._close.setIcon(icon("close", self._look))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(
            palette.ColorRole.Window, self._look[Role.PASSAGE if self._is_warning else Role.CHIP]
        )
        palette.setColor(palette.ColorRole.WindowText, self._look[Role.INK])
        palette.setColor(palette.ColorRole.Base, self._look[Role.PASSAGE if self._is_warning else Role.CHIP])
        self.setPalette(palette)


class _Details(QPlainTextEdit):
    """Lines that are all seen at once as they are broken now, as long as they are not too many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)  # the ground is that of the notice
        self.setViewportMargins(_SIGN + _GAP - ceil(self.document().documentMargin()), 0, 0, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Takes the height of its lines."""
        rows, block = 0, self.document().firstBlock()
        while block.isValid() and rows < _MOST_LINES:
            self.blockBoundingRect(block)  # which breaks its lines; before this it has but one
            rows += max(1, block.lineCount())
            block = block.next()
        height = QFontMetricsF(self.font()).lineSpacing() + 1
        self.setFixedHeight(ceil(height * min(rows, _MOST_LINES) + 2 * self.document().documentMargin()))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
