"""Controls for a form, drawn from the theme so that their edges are seen in every light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from companion.ui.guarded import guarded
from companion.ui.looks.icons import icon
from companion.ui.looks.theme import Role, edge

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look
    from companion.ui.looks.type_setting import Limits

_BOX, _GAP, _ROUND = 16, 8, 4
_TICK = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.30))
"""The corners of a tick in parts of its box."""


class Tick(QCheckBox):
    """Words with a box before them that is ticked or not."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._look = look
        look.changed.connect(self.update)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(_BOX + _GAP + words.width() + 6, max(28, words.height() + 8))

    @guarded(otherwise=False)
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = 1.5 if is_left else self.width() - _BOX - 1.5
        box = QRectF(left, round((self.height() - _BOX) / 2) + 0.5, _BOX - 1, _BOX - 1)
        ink = look[Role.INK if self.isEnabled() else Role.DIM]
        ground = look[Role.CHIP if self.underMouse() else Role.PAPER]
        has_focus = self.hasFocus()
        edged = QPen(look[Role.ACCENT] if has_focus else edge(look.theme), 2 if has_focus else 1)
        draw_box(painter, box, edged, ground, ink if self.isChecked() else None)
        painter.setPen(ink)
        beside = _BOX + _GAP
        room = self.rect().adjusted(beside if is_left else 0, 0, 0 if is_left else -beside, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
        painter.drawText(room, flags, self.text())


def draw_box(painter: QPainter, box: QRectF, edged: QPen, ground: QColor, tick: QColor | None) -> None:
    """Draws the box of something that is ticked in the colour `tick`, or not."""
    painter.setPen(edged)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    if tick is not None:
        corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
        painter.setPen(QPen(tick, 2))
        painter.drawPolyline(corners)


class TickDelegate(QStyledItemDelegate):
    """The rows of a list that are ticked or not, with boxes as those of a form: Qt's are lost in the dark."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        place = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        room = whole.widget.style().subElementRect(place, whole, whole.widget)
        box = QRectF(0, 0, _BOX - 1, _BOX - 1)
        box.moveCenter(QRectF(room).center())
        ink = self._look[Role.INK] if whole.checkState == Qt.CheckState.Checked else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, box, QPen(edge(self._look.theme), 1), self._look[Role.PAPER], ink)
        painter.restore()


class Stepped(QWidget):
    """A number with a button on each side that takes it a step down or up; it can be typed as well.

    The focus is the number's, where the arrow keys do what the buttons do.
    """

    def __init__(self, look: Look, limits: Limits, step: float, unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.field = QDoubleSpinBox(self)
        self.field.setDecimals(0 if step >= 1 else 2)
        self.field.setRange(limits.least, limits.most)
        self.field.setSingleStep(step)
        self.field.setSuffix(unit)
        self.field.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setFrame(False)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.field.setPalette(clear)
        self.field.installEventFilter(self)
        self._less, self._more = QToolButton(self), QToolButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for part in (self._less, self.field, self._more):
            row.addWidget(part, int(part is self.field))
        for button in (self._less, self._more):
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._less.clicked.connect(self.field.stepDown)
        self._more.clicked.connect(self.field.stepUp)
        self.setFocusProxy(self.field)
        look.changed.connect(self._colour)
        self._colour()

    def name(self, words: str) -> None:
        """Names the number, and its buttons after it, for those who hear the window."""
        self.field.setAccessibleName(words)
        self._less.setAccessibleName(self.tr("{0}: less").format(words))
        self._more.setAccessibleName(self.tr("{0}: more").format(words))

    def _colour(self) -> None:
        self._less.setIcon(icon("minus", self._look))
        self._more.setIcon(icon("plus", self._look))
        self.update()

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look[Role.ACCENT] if self.field.hasFocus() else edge(look.theme), 1))
        painter.setBrush(look[Role.PAPER])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND + 2, _ROUND + 2)


class Choice(QComboBox):
    """One of several, with an arrow in the ink."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        is_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = self.width() - 26 if is_left else 8
        icon("down", self._look).paint(painter, left, (self.height() - 18) // 2, 18, 18)
