"""Moving: the text is scrolled, softly or at once, and brought to a place; the scroll bar goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.reading_view.motion import Glide, motion_is_wanted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from companion.core.document import Span
    from companion.ui.reading_view.flow import Flow

_FAR = 3.0
"""Screens: a jump no longer than this is scrolled softly, a longer one is made at once."""
_COMFORTABLE = (0.06, 0.88)
_LANDING = 0.28
"""Parts of the viewport's height: words within the first range need no scroll; others land at the second."""


class Moving(QObject):
    """Moves the text of a view.

    Signals:
        moved(): other words are on the screen now.
    """

    moved = Signal()

    def __init__(self, flow: Flow, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._flow = flow
        self._view = view
        self._glide = Glide(self)
        self._glide.scrolled.connect(self._glided)
        self._bar_follows = False
        view.verticalScrollBar().valueChanged.connect(self._bar_moved)

    def halt(self) -> None:
        """Stops where it is."""
        self._glide.halt()

    def by(self, pixels: float) -> None:
        """Scrolls down by so many pixels, or up by a negative number."""
        self.halt()
        self._glided(pixels)

    def softly(self, pixels: float) -> None:
        """Scrolls so that the eye can follow, unless the system asks for less motion; adds to a scroll
        that is under way."""
        if self._is_soft():
            self._glide.add(pixels)
        else:
            self.by(pixels)

    def to_place(self, offset: int) -> None:
        """Puts the line of this offset at the top."""
        self.halt()
        self._flow.go_to(offset)
        self.moved.emit()

    def to_words(self, span: Span) -> None:
        """Brings these words into view; moves nothing when they are comfortably there."""
        flow = self._flow
        self.halt()
        if flow.distance_to(span.start, _FAR * flow.height) is None:
            flow.go_to(span.start, _LANDING * flow.height)
            self._glided(self._way_to(span))
        elif (way := self._way_to(span)) and self._is_soft():
            self._glide.go(way)
        elif way:
            self._glided(way)

    def to_name(self, span: Span, part: float) -> None:
        """Brings a name to that part of the screen's height at once, unless the whole of it is seen."""
        flow = self._flow
        self.halt()
        top, bottom = self._reach_of(span)
        if top is None:
            flow.go_to(span.start, part * flow.height)
            self.moved.emit()
        elif not 0 <= top <= bottom <= flow.height:
            self._glided(top - max(0.0, min(part * flow.height, flow.height - (bottom - top))))

    def to_line(self, offset: int) -> None:
        """Scrolls as little as is needed for the line of this offset to be seen."""
        flow = self._flow
        self.halt()
        top = flow.distance_to(offset, _FAR * flow.height)
        if top is None:
            flow.go_to(offset, flow.height / 2)
            self.moved.emit()
        elif way := min(top, max(0.0, top + self._line_height(offset) - flow.height)):
            self._glided(way)

    def follow_with_bar(self) -> None:
        """Puts the scroll bar where the text is."""
        bar, flow = self._view.verticalScrollBar(), self._flow
        last = flow.last_value
        self._bar_follows = True
        bar.setPageStep(max(1, flow.total - last))
        bar.setSingleStep(flow.line_worth)
        bar.setRange(0, last)
        bar.setEnabled(last > 0)  # a bar that moves nothing is not drawn
        bar.setValue(last if flow.is_at_end() else min(flow.value, last))
        self._bar_follows = False

    def _way_to(self, span: Span) -> float:
        """How far to scroll for the words to stand comfortably, as a whole if they fit; 0 if they do."""
        flow = self._flow
        top, bottom = self._reach_of(span)
        if top is None:
            return 0.0
        low, high = (part * flow.height for part in _COMFORTABLE)
        low = min(low, flow.page.top if flow.page else low)
        room = high - low
        if low <= top and (bottom <= high or (bottom - top > room and top <= flow.height / 2)):
            return 0.0
        return top - max(low, min(_LANDING * flow.height, high - (bottom - top)))

    def _reach_of(self, span: Span) -> tuple[float | None, float]:
        """How far below the upper edge the first line of `span` begins and its last one ends; None for a
        beginning that is far off."""
        flow = self._flow
        most = (_FAR + 1) * flow.height
        top = flow.distance_to(span.start, most)
        end = max(span.start, span.end - 1)
        last = None if top is None else flow.distance_to(end, most)
        return top, most if last is None else last + self._line_height(end)

    def _line_height(self, offset: int) -> float:
        flow = self._flow
        return flow.laid(flow.document.block_index(offset)).line_of(offset).height

    def _is_soft(self) -> bool:
        return self._view.isVisible() and motion_is_wanted(self._view)

    def _glided(self, pixels: float) -> None:
        self._flow.scroll_by(pixels)
        self.moved.emit()

    def _bar_moved(self, value: int) -> None:
        if self._bar_follows:
            return
        self.halt()
        is_last = value >= self._view.verticalScrollBar().maximum()
        self._flow.go_to_value(self._flow.total if is_last else value)
        self.moved.emit()
