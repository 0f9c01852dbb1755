"""Panel: what every panel beside the text shares: a title, small controls, words while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from companion.ui.entries.entry_words import as_far_as_read
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.guard_mark import GuardMark
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.plain import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class Panel(QWidget):
    """One panel of the window. It draws no title: the dock does, and `guard_mark` and `header` beside it.

    The ground is left to what it stands on.
    """

    can_be_cut = False
    """Whether what it lists ends where the reader has come to, while she is guarded; it is marked so then."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = ""
        self.header: QWidget | None = None
        self.reading = reading
        self.look = look
        self._empty = Paragraph(look, self, Role.DIM)
        self._empty.setObjectName("empty_words")
        self._empty.setContentsMargins(18, 4, 18, 8)
        policy = self._empty.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)  # words must not make the window higher
        self._empty.setSizePolicy(policy)
        self.content = QWidget(self)
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.inside = QVBoxLayout(self.content)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(0)
        self.guard_mark = GuardMark(reading, look, self) if self.can_be_cut else None
        self._arrange()

    def _arrange(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self._empty)
        outside.addWidget(self.content, 1)
        outside.addStretch(0)
        self.outside = outside
        self.say_empty("")
        if self.can_be_cut:
            self.reading.horizon_changed.connect(self._describe)
            self.reading.document_changed.connect(self._describe)

    def entitle(self, title: str) -> None:
        """Gives the panel its title, in the reader's language."""
        self.title = title
        self.setAccessibleName(title)

    def say_empty(self, words: str) -> None:
        """Shows `words` instead of the content; with no words the content is back."""
        self._empty.say(words)
        self._empty.setToolTip(plain_tooltip(words))
        self._describe()
        self.content.setVisible(not words)

    def _describe(self, _: object = None) -> None:
        is_cut = self.can_be_cut and self.reading.is_guarded
        words = (self._empty.text(), as_far_as_read() if is_cut else "")
        self.setAccessibleDescription(" ".join(filter(None, words)))

    @property
    def is_empty(self) -> bool:
        """Whether words stand in the place of the content."""
        return not self._empty.isHidden()

    @property
    def empty_words(self) -> str:
        """What stands in the place of the content; nothing while there is content."""
        return self._empty.text() if self.is_empty else ""

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() and self.is_empty:  # there is nothing else in it that could show the keyboard
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.look[Role.ACCENT])
            painter.drawRoundedRect(QRectF(self._empty.geometry()).adjusted(10.5, 0.5, -10.5, -3.5), 6, 6)
