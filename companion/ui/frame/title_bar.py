"""Title bar: the tool bar over the page: going back and forth, where the reader is, search and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolBar, QWidget

from companion.core.direction import isolated
from companion.ui.contents.place_words import section_in_words, section_on_screen
from companion.ui.guard_actions import GuardSign
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from companion.core.document import Span
    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_BESIDE = 4
"""Pixels before the first icon and after the last one, so that they stand over the titles of the panels. The
style sheet's padding cannot say it: Qt takes one padding for all four sides of a tool bar."""


class _Elided(QLabel):
    """A line of plain text that is cut short where it does not fit, and whole in its tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)
        self._words = ""

    def set_words(self, words: str) -> None:
        """Shows these words, as many as fit."""
        self._words = " ".join(words.split())
        self.setText(self._words)
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)

    @guarded(otherwise=QSize(0, 0))
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @guarded(otherwise=QSize(0, 0))
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width, super().sizeHint().height())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        if fitting != self._words:
            fitting = isolated(fitting)
        if fitting != self.text():
            self.setText(fitting)


class TitleBar(QToolBar):
    """Shows the text's title and the section that the reader is in, between the most used actions."""

    def __init__(self, reading: Reading, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title_bar")
        self.setWindowTitle(self.tr("Title bar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(20, 20))
        self._reading, self._look = reading, look
        self._title, self._section = _Elided(self), _Elided(self)
        self._at: int | None = None
        self._guard = GuardSign(reading, look, actions, self)
        self.addWidget(self._gap())
        for name in ("open", "back", "forward"):
            self.addAction(actions[name])
        self.addWidget(self._middle())
        for name in ("find", "bookmark", "zoom_out", "zoom_in"):
            self.addAction(actions[name])
        self.addWidget(self._gap())
        for action in self.actions():
            button = self.widgetForAction(action)
            if action.text() and button is not None:
                button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        reading.document_changed.connect(self._follow_document)
        reading.place_changed.connect(self._follow_place)
        look.changed.connect(self._colour)
        self._colour()

    def _gap(self) -> QWidget:
        gap = QWidget(self)
        gap.setFixedWidth(_BESIDE)
        return gap

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(middle)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(10)
        line.addStretch(1)
        line.addWidget(self._title)
        line.addWidget(self._section)
        line.addWidget(self._guard)
        line.addStretch(1)
        bold = QFont(self._title.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(bold)
        return middle

    def _follow_document(self, _: object = None) -> None:
        document = self._reading.document
        self._title.set_words(document.title)
        self._at = None
        self._section.set_words("")
        self._follow_place(self._reading.place)

    def _follow_place(self, place: Span) -> None:
        document = self._reading.document
        at = section_on_screen(document, place)  # as the contents do
        if at != self._at:
            self._at = at
            title = "" if at is None else section_in_words(document, at)
            self._section.set_words("" if title == document.title else title)

    def _colour(self) -> None:
        palette = self._section.palette()
        palette.setColor(palette.ColorRole.WindowText, self._look[Role.DIM])
        self._section.setPalette(palette)
