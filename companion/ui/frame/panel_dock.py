"""Panel dock: a panel in its place at the side of the window, under a quiet title that can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabBar, QWidget

from companion.ui.frame.close_button import CloseButton
from companion.ui.frame.tab_close import TabClose
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from companion.ui.looks.look import Look


class PanelDock(QDockWidget):
    """The place of one panel, also before that is made.

    Its title line holds the panel's own small controls and a button that closes it.

    Signals:
        wanted(): somebody goes to the panel, which is not made yet.
    """

    wanted = Signal()

    def __init__(self, title: str, name: str, look: Look, parent: QWidget, least: int = 0) -> None:
        """Keeps at least `least` pixels of height free for the panel until that tells what it needs."""
        super().__init__(title, parent)
        self.setObjectName(f"{name}_dock")
        self.setAccessibleName(title)
        self._look = look
        self._label = QLabel(title, self)
        self._close = CloseButton(look, self)
        self._close.name_after(title)
        self._close.clicked.connect(self.hide)
        self._line = QHBoxLayout()
        self.setTitleBarWidget(self._title_bar())
        self._edge = _Edge(self, look)
        self.topLevelChanged.connect(self._edge.setVisible)
        self.visibilityChanged.connect(self._name_once)
        look.changed.connect(self.colour)
        self.colour()
        if least:
            self.setMinimumHeight(self.titleBarWidget().sizeHint().height() + least)

    def hold(self, panel: QWidget, header: QWidget | None, mark: QWidget | None = None) -> None:
        """Puts the panel into its place, and into the title line its small controls and, first, a `mark`."""
        if mark is not None:
            self._line.insertWidget(1, mark)
        if header is not None:
            self._line.insertWidget(self._line.count() - 1, header)
        self.setWidget(panel)
        self.setMinimumHeight(0)
        panel.show()

    def need(self) -> None:
        """Has the panel made if it is not there yet."""
        if self.widget() is None:
            self.wanted.emit()

    def _title_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setLayout(self._line)
        line = self._line
        line.setContentsMargins(*self._margins())
        line.setSpacing(6)
        self._label.setFont(lettered(self.font(), size=SMALL, bold=True))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        line.addWidget(self._label)
        line.addStretch(1)
        line.addWidget(self._close)
        return bar

    def _margins(self) -> tuple[int, int, int, int]:
        """The space round the title line; less above it where a tab stands there."""
        above = 0 if self._label.isHidden() else 8
        return (8, above, 16, 2) if self.isRightToLeft() else (16, above, 8, 2)

    def _name_once(self, _: bool = False) -> None:
        """Leaves the title, and the button that closes, to the tabs where the panel shares its place."""
        window = self.parentWidget()
        if not isinstance(window, QMainWindow):
            return
        beside = window.tabifiedDockWidgets(self)
        is_alone = self.isFloating() or all(other.isHidden() for other in beside)
        if not is_alone:
            self._furnish(window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly))
        if is_alone == self._label.isHidden():
            self._label.setVisible(is_alone)
            self._close.setVisible(is_alone)
            self._line.setContentsMargins(*self._margins())

    def _furnish(self, rows: Iterable[QTabBar]) -> None:
        """Names the rows of tabs, which Qt makes as they are needed, and lets each close what is in front."""
        for tabs in rows:
            tabs.setAccessibleName(self.tr("Panels"))
            close = tabs.findChild(TabClose)
            if close is None:
                TabClose(tabs, self._look)
            else:
                close.follow()

    def colour(self) -> None:
        """Takes the colours of the theme."""
        palette = self._label.palette()
        palette.setColor(palette.ColorRole.WindowText, self._look[Role.DIM])
        self._label.setPalette(palette)

    # -- overrides of Qt

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_once()
        self._edge.resize(self.size())
        self._edge.raise_()


class _Edge(QWidget):
    """The line round a panel in a window of its own, which has no frame from the system."""

    def __init__(self, dock: QWidget, look: Look) -> None:
        super().__init__(dock)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look[Role.DIM])
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
