"""Sheet view: printed pages one below the other on the screen; only those that are seen are drawn."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.print.paper import RESOLUTION
from companion.ui.print.summary_words import pages_in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.print.sheets import Sheets

_APART = 14
_MOST_KEPT = 12
_LARGEST = 2.0 * 96 / RESOLUTION
_ZOOMS = (1.0, 1.25, 1.5, 2.0)
"""A page is as wide as the view, or so many times as wide."""


class SheetView(QAbstractScrollArea):
    """Shows sheets, each as wide as the view; + and - or Ctrl with the wheel come closer.

    Signals:
        page_changed(int): the number, from 0, of the page that is seen most.
    """

    page_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_view")
        self._look = look
        self._sheets: Sheets | None = None
        self._zoom = 0
        self._page = -1
        self._drawn: OrderedDict[int, QPixmap] = OrderedDict()
        self._drawn_at = (0.0, 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview"))
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the pages"))
        self.horizontalScrollBar().setAccessibleName(self.tr("Place across the page"))
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        look.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The number, from 0, of the page that is seen most; -1 when there is none."""
        return self._page

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Shows these pages; the place in them stays as far as there are so many."""
        self._sheets = sheets
        self._drawn.clear()
        self._measure()

    def go_to(self, page: int) -> None:
        """Shows the top of a page."""
        self.verticalScrollBar().setValue(round(page * self._pitch()))

    # -- measures, all in pixels of the screen

    def _scale(self) -> float:
        """Pixels of the screen for one of the page."""
        if self._sheets is None:
            return 0.1
        room = max(80, self.viewport().width() - 2 * _APART)
        return min(_LARGEST, room * _ZOOMS[self._zoom] / self._sheets.paper.width)

    def _pitch(self) -> float:
        """From the top of one page to that of the next."""
        return (self._sheets.paper.height * self._scale() if self._sheets else 0.0) + _APART

    def _measure(self) -> None:
        view, sheets = self.viewport(), self._sheets
        count = len(sheets) if sheets else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(count * self._pitch()) + _APART - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(60)
        wide = round(sheets.paper.width * self._scale()) + 2 * _APART if sheets else 0
        across.setRange(0, max(0, wide - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(60)
        self._follow_scroll()
        view.update()

    def _follow_scroll(self) -> None:
        count = len(self._sheets) if self._sheets else 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = min(count - 1, int(middle / self._pitch())) if count else -1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.setAccessibleDescription(pages_in_words(page + 1, count) if count else "")

    def _come_closer(self, by: int) -> None:
        zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + by))
        if zoom != self._zoom:
            down = self.verticalScrollBar()
            place = down.value() / self._pitch()
            self._zoom = zoom
            self._measure()
            down.setValue(round(place * self._pitch()))

    # -- drawing

    def _picture(self, page: int) -> QPixmap:
        """A page as pixels; the last few are kept."""
        scale, ratio = self._scale(), self.devicePixelRatioF()
        if self._drawn_at != (scale, ratio):
            self._drawn_at = (scale, ratio)
            self._drawn.clear()
        if page not in self._drawn:
            self._drawn[page] = self._draw(page, scale, ratio)
            while len(self._drawn) > _MOST_KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(page)
        return self._drawn[page]

    def _draw(self, page: int, scale: float, ratio: float) -> QPixmap:
        sheets = self._sheets
        if sheets is None:
            return QPixmap()
        wide, high = (round(side * scale * ratio) for side in (sheets.paper.width, sheets.paper.height))
        made = QPixmap(wide, high)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.scale(scale, scale)
        sheets.draw(painter, page)
        painter.end()
        return made

    # -- overrides of Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look[Role.WINDOW])
        sheets = self._sheets
        if sheets is None:
            return
        pitch, top = self._pitch(), self.verticalScrollBar().value()
        wide, high = sheets.paper.width * self._scale(), sheets.paper.height * self._scale()
        spare = max(_APART, (self.viewport().width() - wide) / 2)
        left = spare - self.horizontalScrollBar().value()
        for page in range(max(0, int((top - _APART) / pitch)), len(sheets)):
            y = _APART + page * pitch - top
            if y > event.rect().bottom():
                break
            if y + high >= event.rect().top():
                painter.drawPixmap(round(left), round(y), self._picture(page))
                painter.setPen(QPen(self._look[Role.LINE], 1))
                painter.drawRect(QRectF(round(left) - 0.5, round(y) - 0.5, wide + 1, high + 1))
        if self.hasFocus():
            painter.setPen(QPen(self._look[Role.ACCENT], 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._come_closer(1)
            case Qt.Key.Key_Minus:
                self._come_closer(-1)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._come_closer(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
