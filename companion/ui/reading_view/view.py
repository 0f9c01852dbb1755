"""The widget that shows the text: paints it, moves it, and turns pointer and keys into verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from companion.core.document import Span
from companion.core.notes import MarkKind
from companion.ui.bookmarks.bookmark_words import bookmark_tooltip
from companion.ui.guarded import guarded
from companion.ui.reading_view.accessible import (
    announce_caret,
    announce_document,
    announce_selected,
    make_accessible,
)
from companion.ui.reading_view.flow import Flow
from companion.ui.reading_view.gallery import Gallery
from companion.ui.reading_view.keys import Keys
from companion.ui.reading_view.landing import Landing
from companion.ui.reading_view.moving import Moving
from companion.ui.reading_view.page import Page
from companion.ui.reading_view.painting import Painting
from companion.ui.reading_view.picture_showing import PictureShowing
from companion.ui.reading_view.pointer import Pointer
from companion.ui.reading_view.selecting import Selecting
from companion.ui.reading_view.sight import Sight
from companion.ui.reading_view.signs import Signs
from companion.ui.reading_view.touch import Touch
from companion.ui.reading_view.walking import Walking
from companion.ui.reading_view.wheel import Wheel

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from companion.core.document import Document
    from companion.core.notes import Mark
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.caret import Step

_LONGEST_QUERY = 200
"""Letters of the selected words that are searched for."""


class ReadingView(QAbstractScrollArea):
    """One continuous scroll over the whole text.

    Signals:
        entry_pointed(Pointed | None): what the pointer or the keyboard is on; None when it left.
        lead_pointed(PointedLead | None): the note's mark or the link that it is on; None when it left.
        selection_changed(Span): the words that are selected now; an empty span for none.
        selection_made(Span): the mouse has let go of words that it selected.
        long_copy_wanted(CopyText): so many words are to be copied that it takes a while; the work to be done.
    """

    entry_pointed = Signal(object)
    lead_pointed = Signal(object)
    selection_changed = Signal(object)
    selection_made = Signal(object)
    long_copy_wanted = Signal(object)

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # Qt's own would be known to Python only after all kinds of widget
        self._touch = Touch(self)
        self.setObjectName("reading_view")
        self.setAccessibleName(self.tr("Text"))
        self.reading, self.look = reading, look
        self.gallery = Gallery(look, self)
        self.flow = Flow(self.gallery)
        self.sight = Sight(self.flow)
        self.signs = Signs(reading, self.sight, self.viewport())
        self.selecting = Selecting(self.flow, self)
        self.painting = Painting(reading, look, self.flow)
        self.moving = Moving(self.flow, self)
        self.landing = Landing(self.painting.layers, self.sight, self.viewport())
        self.walking, self._pictures = Walking(self), PictureShowing(self)
        self._pointer, self._wheel, self._keys = Pointer(self), Wheel(self), Keys(self)
        self._zoomed_at: float | None = None
        self._tab_leaves = False
        self.is_alone = False
        """Whether nothing stands round the text that Tab could lead to."""
        self._set_up()
        self._connect()
        make_accessible(self)

    def _set_up(self) -> None:
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        self._touch.listen()
        viewport.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.BrightText)  # the palette's paper, under the scroll bar too
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the text"))

    def _connect(self) -> None:
        reading = self.reading
        reading.document_changed.connect(self._show_document)
        reading.companion_changed.connect(self._show_companion)
        reading.entry_focused.connect(self._repaint)
        reading.search_changed.connect(self._repaint)
        reading.hit_changed.connect(self._repaint)
        reading.bookmarks_changed.connect(self._repaint)
        reading.bookmark_chosen.connect(self._repaint)
        reading.passage_requested.connect(self.show_span)
        reading.place_requested.connect(self.show_place)
        self.look.changed.connect(self._show_look)
        self.selecting.changed.connect(self._selection_changed)
        self.selecting.long_copy_wanted.connect(self.long_copy_wanted)
        self.signs.names.pointed.connect(self.entry_pointed)
        self.signs.leading.pointed.connect(self.lead_pointed)
        self.moving.moved.connect(self._moved)

    # -- what is shown

    def show_beginning(self, beginning: Document, place: int = 0) -> None:
        """Shows the beginning of a text that is still being read, at `place`: there she can read and scroll.

        Whoever knows of the reading hears nothing of it before the whole text is there, which the reading
        tells; then the words stay where they are.
        """
        self._begin_at(beginning, is_whole=False)
        if place:
            self.moving.to_place(place)

    def leave_beginning(self) -> None:
        """The text is not read on: shows what the reading has open."""
        if not self.flow.is_whole:
            self._begin_at(self.reading.document)

    def _show_document(self, document: Document) -> None:
        if self.flow.is_whole:
            self._begin_at(document)
        else:  # of which the beginning is there
            self.flow.show_whole(document)
            self._set_page()
        announce_document(self)

    def _begin_at(self, document: Document, *, is_whole: bool = True) -> None:
        """Shows another text: nothing of the one before is under way any more."""
        self.moving.halt()
        self.landing.put_out()
        self.walking.leave()
        self.signs.leave()
        self.gallery.begin()
        self.flow.show(document, is_whole=is_whole)
        self.selecting.clear(at=0)
        self.painting.caret = None
        self._set_page()

    def _show_companion(self, _: object) -> None:
        self.walking.renew()
        self.signs.renew()
        self.painting.renew_marks()
        self._repaint()

    def _show_look(self) -> None:
        """Another size of type leaves the line in the middle where it is, or the one under the wheel."""
        flow = self.flow
        if flow.page and flow.page.type != self.look.type:
            middle = 0.0 if flow.is_at_start() else flow.height / 2
            flow.hold(middle if self._zoomed_at is None else self._zoomed_at)
        self.painting.renew_marks()
        self._set_page()

    def _set_page(self) -> None:
        self.flow.set_page(Page(self.look, self.viewport().width()), self.viewport().height())
        self._moved()

    def _repaint(self, _: object = None) -> None:
        self.viewport().update()

    def _moved(self) -> None:
        """Other words are on the screen: the scroll bar follows, and the reading is told."""
        self.signs.leave()
        self.moving.follow_with_bar()
        self._repaint()
        self._pictures.look_ahead()
        if self.flow.is_whole:
            self.reading.moved_to(self.flow.seen_span())

    # -- places

    def show_span(self, span: Span) -> None:
        """Brings these words into view, softly if they are near, and lights them for a moment."""
        if not self.flow.document.blocks:
            return
        self.moving.to_words(span)
        if self.isVisible():
            self.landing.light(span)

    def show_place(self, offset: int) -> None:
        """Puts the line of this offset at the top."""
        self.moving.to_place(offset)

    def jump_to(self, offset: int) -> None:
        """Jumps there; it can be taken back, but for a jump in the mere beginning of a text."""
        if self.flow.is_whole:
            self.reading.jump_to_place(offset)
        else:
            self.moving.to_place(offset)

    def scroll_by(self, pixels: float) -> None:
        """Scrolls down by so many pixels, or up by a negative number."""
        self.moving.by(pixels)

    def scroll_softly(self, pixels: float) -> None:
        """Scrolls by a screenful or so; the eye can follow, unless the system asks for less motion."""
        self.moving.softly(pixels)

    def zoom(self, steps: int, y: float) -> None:
        """Sets the type so many sizes larger, or smaller; the line at the height `y` stays there."""
        self._zoomed_at = y
        self.look.set_size(self.look.type.size + steps)
        self._zoomed_at = None

    def rects_of(self, span: Span) -> list[QRectF]:
        """Where on the viewport the words of `span` stand, line by line; empty when they are not seen."""
        return self.sight.rects_of(span)

    # -- verbs for the pointer, the keys and the menu

    def follow(self, offset: int, *, add: bool) -> bool:
        """Follows what stands at `offset`: puts a name in focus, opens a note, goes where a link leads."""
        return self.signs.follow(offset, add=add, by_keyboard=self.walking.span is not None)

    def walk_links(self, forward: bool) -> bool:
        """Takes the keyboard to the next words to be followed, or those before; False without any."""
        return self.walking.step(forward)

    def let_go(self) -> bool:
        """Leaves the names, so that the next Tab leaves the text, or else the selection.

        False when neither was there, or when Tab has nowhere to go: Esc is then wanted for something else.
        """
        if self.walking.leave():
            self._tab_leaves = not self.is_alone
            return self._tab_leaves
        had_selection = not self.selecting.is_empty
        self.selecting.clear()
        self._show_caret(None)
        return had_selection

    def select_by_keyboard(self, step: Step, forward: bool) -> None:
        """Moves the end of the selection; a new one begins where the reader clicked last, if that is seen."""
        selecting, place = self.selecting, self.reading.place
        self.walking.leave()
        if selecting.is_empty and not place.start <= selecting.caret <= place.end:
            selecting.clear(at=place.start)
        before = selecting.span
        selecting.step(step, forward)
        announce_selected(self, before, selecting.span)
        self._show_caret(selecting.caret)
        self.moving.to_line(selecting.caret)
        selecting.offer()

    def go_to_caret(self, offset: int) -> None:
        """Puts the caret there, selecting nothing, and brings its line into view."""
        self.selecting.clear(at=offset)
        self.moving.to_line(offset)

    def begin_by_pointer(self) -> None:
        """The mouse takes over from the keyboard."""
        self.moving.halt()
        self._tab_leaves = False
        self.walking.leave()
        self._show_caret(None)

    def copy(self) -> None:
        """Puts the selected words on the clipboard, plain and with their styles."""
        self.selecting.copy()

    def bookmark_at(self, position: QPointF) -> Mark | None:
        """The bookmark whose sign stands in the margin at that point of the viewport."""
        return self.painting.margin.bookmark_at(position)

    def mark_over(self, position: QPointF) -> Mark | None:
        """The mark in whose words the letter at that point stands; a bookmark's words are not shown."""
        offset = self.sight.offset_over(position)
        marks = [] if offset is None else self.reading.marginalia.over(offset)
        return next((mark for mark in reversed(marks) if mark.kind is not MarkKind.BOOKMARK), None)

    def open_mark(self, position: QPointF) -> None:
        """Has the mark at that point be changed, if there is one."""
        if (mark := self.mark_over(position)) is not None:
            self.reading.choose_bookmark(mark.id)
            self.reading.edit_wanted.emit(mark.id)

    def find_selected(self) -> None:
        """Searches the text for the selected words."""
        self.reading.search(" ".join(self.selecting.text.split())[:_LONGEST_QUERY])

    def bookmark(self) -> None:
        """Marks the selected words, or else the first line on the screen; a second time takes it away."""
        here = Span(self.reading.place.start, self.reading.place.start)
        self.reading.toggle_bookmark(here if self.selecting.is_empty else self.selecting.span)

    def mend_here(self) -> None:
        """Offers to mend what is named where the keyboard is, or to make something of the selected words."""
        from companion.ui.reading_view.menu import open_mend_menu

        open_mend_menu(self)

    def _show_caret(self, offset: int | None) -> None:
        self.painting.caret = offset
        self._repaint()

    def _selection_changed(self, span: Span) -> None:
        self.painting.layers.selection = None if self.selecting.is_empty else span
        self._repaint()
        announce_caret(self)
        self.selection_changed.emit(span)

    # -- overrides of Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.painting.paint(painter, event.rect())
        painter.end()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.flow.hold()
        self._set_page()

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        self.moving.halt()
        self.landing.put_out()
        self._pointer.let_go()
        self.signs.leave()
        super().hideEvent(event)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel.turn(event)
        event.accept()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.flow.is_whole:
            self._pointer.press(event)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.flow.is_whole:
            self._pointer.double_click(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.flow.is_whole:
            from companion.ui.reading_view.menu import open_text_menu

            open_text_menu(self, event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    @guarded(otherwise=False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks over the names in the text; after the last one, or after Esc, it leaves."""
        # Qt also asks when the view is hidden or disabled while it has the keyboard.
        is_key = self.isVisible() and self.isEnabled()
        if is_key and not self._tab_leaves and self.walk_links(forward):
            return True
        self._tab_leaves = False
        return super().focusNextPrevChild(forward)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tab_leaves = False
        self._show_caret(None)
        super().focusOutEvent(event)

    @guarded(otherwise=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if self._touch.hear(event):
            return True
        if event.type() == QEvent.Type.Leave:
            self.signs.point(None)  # which takes nothing from the keyboard
        if isinstance(event, QHelpEvent):
            words = bookmark_tooltip(
                self.bookmark_at(QPointF(event.pos())) or self.mark_over(QPointF(event.pos()))
            )
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return bool(super().viewportEvent(event))
