"""Only text: the whole screen is the page, without menu, bars and panels, until they are wanted back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QMainWindow, QWidget

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look

_TOLD_FOR = 6000
"""Milliseconds for which the way out is told."""
_ABOVE_EDGE, _BESIDE, _ROUND = 28, 14, 10


class OnlyText(QObject):
    """Takes away all of a window but its text, and gives it back as it was.

    `parts` are what stands round the text: menu, bars, panels, wherever they are.
    """

    def __init__(
        self, window: QMainWindow, view: QAbstractScrollArea, parts: Iterable[QWidget], look: Look
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._parts = window, view, tuple(parts)
        self._scroll_bar = view.verticalScrollBarPolicy()
        self._hidden: list[QWidget] = []
        self._was_full = False
        self._state = QByteArray()
        self._size_before = QSize()
        self.is_on = False
        self.way_out = WayOut(look, view)

    def switch(self, on: bool) -> None:
        """Shows nothing but the text, or all again."""
        if on and not self.is_on:
            self._enter()
        elif self.is_on and not on:
            self._leave()

    def _enter(self) -> None:
        window = self._window
        self.is_on = True
        self._was_full = window.isFullScreen()
        self._size_before = window.size()
        self._state = window.saveState()
        self._hidden = [part for part in self._parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._view.setFocus()
        self.way_out.tell(self.tr("Esc brings back the menu and the panels"))

    def _leave(self) -> None:
        window = self._window
        self.is_on = False  # first, since the window tells of its other state at once
        self.way_out.hide()
        if not self._was_full:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._view.setVerticalScrollBarPolicy(self._scroll_bar)
        for part in self._hidden:
            part.show()
        self._hidden = []
        if self.is_unsettled:
            self.settle()

    @property
    def is_unsettled(self) -> bool:
        """Whether the window has its size again, which some systems give later, but not yet the panels."""
        return not self.is_on and not self._state.isEmpty() and self._window.size() == self._size_before

    def settle(self) -> None:
        """Gives the panels the sizes that they had; which of them are shown stays as it is now."""
        hidden = {part: part.isHidden() for part in self._parts}
        self._window.restoreState(self._state)
        self._state = QByteArray()
        for part, was_hidden in hidden.items():
            if part.isHidden() != was_hidden:
                part.setHidden(was_hidden)


class WayOut(QLabel):
    """A quiet line over the foot of the page that says how one comes back; it goes by itself."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("way_out")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(_BESIDE, 8, _BESIDE, 8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look, self._page = look, page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOLD_FOR)
        self._timer.timeout.connect(self.hide)
        page.installEventFilter(self)
        self.hide()

    def tell(self, words: str) -> None:
        """Shows the words for some seconds, and says them to those who hear the window."""
        self.setText(words)
        self.setAccessibleName(words)
        self._stand()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _stand(self) -> None:
        self.adjustSize()
        left = (self._page.width() - self.width()) // 2
        self.move(max(0, left), self._page.height() - self.height() - _ABOVE_EDGE)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._stand()
        return False

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look[Role.LINE], 1))
        painter.setBrush(self._look[Role.PANEL])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.setPen(self._look[Role.INK])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
