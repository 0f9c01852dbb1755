"""The widget that shows the text: paints it, scrolls it, and turns pointer and keys into verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from companion.core.document import Span
from companion.ui.guarded import guarded
from companion.ui.pointed import Pointed
from companion.ui.reading_view.accessible import announce_caret, make_accessible
from companion.ui.reading_view.flow import Flow
from companion.ui.reading_view.keys import Keys
from companion.ui.reading_view.layers import Layers
from companion.ui.reading_view.link_walk import LinkWalk
from companion.ui.reading_view.marks import MarkPens, marks_of
from companion.ui.reading_view.motion import Flash, Glide, motion_is_wanted
from companion.ui.reading_view.page import Page
from companion.ui.reading_view.pointer import Pointer
from companion.ui.reading_view.selecting import Selecting
from companion.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Document
    from companion.ui.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.flow import Seen

_FAR = 3.0
"""Screens: a jump no longer than this is scrolled softly, a longer one is made at once."""
_COMFORTABLE = (0.06, 0.88)
_LANDING = 0.28
"""Parts of the viewport's height: words within the first range need no scroll; others land at the second."""


class ReadingView(QAbstractScrollArea):
    """One continuous scroll over the whole text.

    Signals:
        entry_pointed(Pointed | None): what the pointer or the keyboard is on; None when it left.
        selection_changed(Span): the words that are selected now; an empty span for none.
    """

    entry_pointed = Signal(object)
    selection_changed = Signal(object)

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading_view")
        self.setAccessibleName(self.tr("Text"))
        self.reading, self.look = reading, look
        self.flow = Flow()
        self.layers = Layers(reading, look)
        self.selecting = Selecting(self.flow, self)
        self.link_walk = LinkWalk(reading, look)
        self._pens = MarkPens(look)
        self._glide, self._flash = Glide(self), Flash(self)
        self._pointer, self._keys = Pointer(self), Keys(self)
        self._bar_is_following = False
        self._set_up()
        self._connect()
        make_accessible(self)

    def _set_up(self) -> None:
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the text"))

    def _connect(self) -> None:
        reading = self.reading
        reading.document_changed.connect(self._show_document)
        reading.companion_changed.connect(self._redraw_marks)
        reading.entry_focused.connect(self._repaint)
        reading.search_changed.connect(self._repaint)
        reading.hit_changed.connect(self._repaint)
        reading.passage_requested.connect(self.show_span)
        reading.place_requested.connect(self.show_place)
        self.look.changed.connect(self._restyle)
        self.selecting.changed.connect(self._selection_changed)
        self._glide.scrolled.connect(self._glided)
        self._flash.faded.connect(self._faded)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    # -- what is shown

    def _show_document(self, document: Document) -> None:
        self._glide.stop()
        self._stop_flash()
        self.link_walk.leave()
        self.flow.show(document)
        self.selecting.clear(at=0)
        self._restyle()

    def _restyle(self) -> None:
        """Sets the text anew: another size, theme or width. The line at the top stays."""
        self._pens = MarkPens(self.look)
        self.flow.set_page(Page(self.look, self.viewport().width()), self.viewport().height())
        self._moved()

    def _redraw_marks(self, _: object = None) -> None:
        for laid in self.flow.laid_already():
            laid.marks = None
        self._repaint()

    def _repaint(self, _: object = None) -> None:
        self.viewport().update()

    # -- places

    def show_span(self, span: Span) -> None:
        """Brings these words into view, softly if they are near, and lights them for a moment."""
        self._glide.stop()
        low, high = (part * self.flow.height for part in _COMFORTABLE)
        distance = self.flow.distance_to(span.start, _FAR * self.flow.height)
        if distance is None:
            self.flow.go_to(span.start, _LANDING * self.flow.height)
            self._moved()
        elif not low <= distance <= high:
            self._scroll_softly(distance - _LANDING * self.flow.height)
        self.layers.arrival = span if span.end > span.start else None
        self._flash.start()

    def show_place(self, offset: int) -> None:
        """Puts the line of this offset at the top."""
        self._glide.stop()
        self.flow.go_to(offset)
        self._moved()

    def scroll_by(self, pixels: float) -> None:
        """Scrolls down by so many pixels, or up by a negative number."""
        self.flow.scroll_by(pixels)
        self._moved()

    def scroll_softly(self, pixels: float) -> None:
        """Scrolls by a screenful or so; the eye can follow, unless the system asks for less motion."""
        self._glide.stop()
        self._scroll_softly(pixels)

    def _scroll_softly(self, pixels: float) -> None:
        if motion_is_wanted(self) and self.isVisible():
            self._glide.start(pixels)
        else:
            self.scroll_by(pixels)

    def _glided(self, pixels: float) -> None:
        self.scroll_by(pixels)

    def _faded(self, strength: float) -> None:
        self.layers.arrival_strength = strength
        self._repaint()

    def _stop_flash(self) -> None:
        self._flash.stop()
        self.layers.arrival, self.layers.arrival_strength = None, 0.0

    def _moved(self) -> None:
        """After every movement: the scroll bar follows, and the reading is told what is on the screen."""
        self._follow_with_bar()
        self._repaint()
        self.reading.moved_to(self.flow.seen_span())

    def _follow_with_bar(self) -> None:
        bar, flow = self.verticalScrollBar(), self.flow
        page = flow.page
        step = int(flow.height / page.line_height * self.look.type.measure) if page else 1
        self._bar_is_following = True
        bar.setPageStep(max(1, step))
        bar.setSingleStep(max(1, self.look.type.measure))
        bar.setRange(0, max(0, flow.total - step))
        bar.setValue(bar.maximum() if flow.is_at_end() and flow.top else flow.value)
        self._bar_is_following = False

    def _bar_moved(self, value: int) -> None:
        if self._bar_is_following:
            return
        self._glide.stop()
        if value == self.verticalScrollBar().maximum():
            self.flow.go_to(len(self.flow.document.text))
        else:
            self.flow.go_to_value(value)
        self._moved()

    # -- between the screen and the text; points are the viewport's

    def offset_at(self, point: QPointF) -> int:
        """The boundary between two characters that is nearest to the point."""
        seen = self._block_at(point)
        if seen is None:
            return 0
        return seen.laid.offset_at(point.x() - self._left, point.y() - seen.y)

    def offset_over(self, point: QPointF) -> int | None:
        """The character that is at the point; None beside the text."""
        seen = self._block_at(point)
        if seen is None:
            return None
        return seen.laid.offset_over(point.x() - self._left, point.y() - seen.y)

    def rects_of(self, span: Span) -> list[QRectF]:
        """Where on the viewport the words of `span` stand, line by line; empty when they are not seen."""
        found = []
        for _, laid, y in self.flow.seen():
            if span.overlaps(laid.block.span):
                found += [rect.translated(self._left, y) for rect, _ in laid.rects(*span)]
        return found

    def pointed_at(self, span: Span, offset: int, *, by_keyboard: bool = False) -> Pointed | None:
        """What is named at `offset`, with the place of `span` on the screen."""
        links = self.reading.companion.links
        entries = tuple(mention.entry for mention in links.at(offset))
        undecided = None if entries else links.ambiguity_at(offset)
        if not entries and undecided is None:
            return None
        rects = self.rects_of(span)
        box = rects[0] if rects else QRectF()
        corner = self.viewport().mapToGlobal(box.topLeft().toPoint())
        where = QRect(corner, box.size().toSize())
        if undecided:
            return Pointed(undecided.entries, where, ambiguous=True, by_keyboard=by_keyboard)
        return Pointed(entries, where, by_keyboard=by_keyboard)

    def name_at(self, offset: int) -> Span | None:
        """The span of the name that covers `offset`, decided or not."""
        links = self.reading.companion.links
        mentions = links.at(offset)
        if mentions:
            return mentions[0].span
        undecided = links.ambiguity_at(offset)
        return Span(undecided.start, undecided.end) if undecided else None

    @property
    def _left(self) -> float:
        return self.flow.page.left if self.flow.page else 0.0

    def _block_at(self, point: QPointF) -> Seen | None:
        found = None
        for seen in self.flow.seen():
            if found is not None and seen.y > point.y():
                break
            found = seen
        return found

    # -- verbs for the pointer, the keys and the menu

    def follow(self, offset: int, *, add: bool) -> bool:
        """Puts what is named at `offset` in focus; a second time the next one, where a name means several."""
        mentions = self.reading.companion.links.at(offset)
        if not mentions:
            pointed = self.pointed_at(self.name_at(offset) or Span(offset, offset), offset, by_keyboard=True)
            self.entry_pointed.emit(pointed)
            return pointed is not None
        entries = [mention.entry for mention in mentions]
        chosen = entries[0]
        if len(entries) > 1 and self.reading.focus and self.reading.focus[-1] in entries:
            chosen = entries[(entries.index(self.reading.focus[-1]) + 1) % len(entries)]
        if add:
            self.reading.add_to_focus(chosen, at=offset)
        else:
            self.reading.focus_on(chosen, at=offset)
        return True

    def walk_links(self, forward: bool) -> bool:
        """Takes the keyboard to the next name in the text, or the one before; False when there is none."""
        span = self.link_walk.step(forward)
        if span is None:
            self.entry_pointed.emit(None)
            self._repaint()
            return False
        y = self.flow.y_of(span.start)
        if y is None or not 0 <= y <= self.flow.height - 2 * self.look.type.size:
            self.flow.go_to(span.start, (0.25 if forward else 0.7) * self.flow.height)
            self._moved()
        self.selecting.clear(at=span.start)
        self._repaint()
        self.entry_pointed.emit(self.pointed_at(span, span.start, by_keyboard=True))
        return True

    def leave_links(self) -> bool:
        """Takes the keyboard off the names in the text; False when it was on none."""
        if self.link_walk.span is None:
            return False
        self.link_walk.leave()
        self.entry_pointed.emit(None)
        self._repaint()
        return True

    def show_caret(self) -> None:
        """Scrolls as far as is needed for the end of the selection to be seen."""
        caret, line = self.selecting.caret, self.look.type.size * self.look.type.line_height
        y = self.flow.distance_to(caret, _FAR * self.flow.height)
        if y is None:
            self.flow.go_to(caret, self.flow.height / 2)
        elif y < 0:
            self.flow.scroll_by(y)
        elif y > self.flow.height - line:
            self.flow.scroll_by(y - self.flow.height + line)
        self._moved()

    def copy(self) -> None:
        """Puts the selected words on the clipboard, plain and with their styles."""
        if self.selecting.span.end > self.selecting.span.start:
            QGuiApplication.clipboard().setMimeData(self.selecting.mime_data())

    def _selection_changed(self, span: Span) -> None:
        self.layers.selection = span if span.end > span.start else None
        self._repaint()
        announce_caret(self)
        self.selection_changed.emit(span)

    # -- overrides of Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look[Role.PAPER])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, dim = QPen(self.look[Role.INK]), QPen(self.look[Role.DIM])
        for seen in self.flow.seen():
            at = QPointF(self._left, seen.y)
            self.layers.paint(painter, seen.laid, at)
            painter.setPen(dim if seen.laid.is_quiet else ink)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            seen.laid.draw(painter, at)
            self._paint_marks(painter, seen, at)
        if self.link_walk.span and self.hasFocus():
            self._paint_ring(painter, self.link_walk.span)
        painter.end()

    def _paint_marks(self, painter: QPainter, seen: Seen, at: QPointF) -> None:
        laid = seen.laid
        if laid.marks is None:
            laid.marks = marks_of(laid, self.reading, self.look, self._pens)
        for mark in laid.marks:
            painter.setPen(mark.pen)
            painter.drawLine(mark.line.translated(at))
        if self.reading.focus:
            painter.setPen(self._pens.focus)
            for span in self.layers.focus_names(laid.block.span):
                for rect, line in laid.rects(*span):
                    y = at.y() + line.baseline + 4.5
                    painter.drawLine(QPointF(at.x() + rect.left(), y), QPointF(at.x() + rect.right(), y))

    def _paint_ring(self, painter: QPainter, span: Span) -> None:
        painter.setPen(QPen(QColor(self.look[Role.ACCENT]), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self.rects_of(span):
            painter.drawRoundedRect(rect.adjusted(-3, 2, 3, -2), 4, 4)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() > 0:
            self._restyle()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pointer.open_menu(event.globalPos())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    @guarded(otherwise=False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks over the names in the text; after the last one it leaves."""
        return self.walk_links(forward) or super().focusNextPrevChild(forward)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._repaint()
        super().focusOutEvent(event)

    @guarded(otherwise=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointer.leave()
        return bool(super().viewportEvent(event))

    def global_rect(self, rect: QRectF) -> QRect:
        """A rectangle of the viewport in global coordinates."""
        corner: QPoint = self.viewport().mapToGlobal(rect.topLeft().toPoint())
        return QRect(corner, rect.size().toSize())
