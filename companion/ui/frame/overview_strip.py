"""Overview strip: where in the whole text the passages of the focus and the search's hits stand."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from companion.ui.bookmarks.bookmark_words import bookmarks_in_words
from companion.ui.bookmarks.ribbon import ribbon_colour
from companion.ui.entries.entry_words import nameless_in_words, passages_in_words, place_with_section
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role, cover
from companion.ui.parts.plain import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_WIDTH = 16
_MARGIN = 8
"""Pixels above and below the track."""
_LEAST_THUMB = 12
_NEAR = 3
"""Pixels between the pointer and a tick within which a click means the tick."""


class OverviewStrip(QWidget):
    """A passage is a bar across the strip, dotted where it does not name the focus, a hit a short tick at its
    right edge, a bookmark a pennant at its left edge, the words on the screen a frame.

    All is placed by characters of the text. A click on a bar goes to the passage, elsewhere to that place in
    the text; dragging scrolls. By keyboard the panels do the same.
    """

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overview_strip")
        self.setAccessibleName(self.tr("Overview of the text"))
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.reading, self._look = reading, look
        self._ticks: QPixmap | None = None
        self._drawn_for = (QSize(), 0.0)
        self._grip: float | None = None
        look.changed.connect(self._ticks_changed)
        facts = (reading.document_changed, reading.entry_focused, reading.search_changed)
        for fact in (*facts, reading.bookmarks_changed):
            fact.connect(self._ticks_changed)
        reading.place_changed.connect(self._place_changed)
        self._describe()

    # -- between the text and the strip

    @property
    def _track(self) -> QRectF:
        return QRectF(2, _MARGIN, self.width() - 4, max(1, self.height() - 2 * _MARGIN))

    def y_of(self, offset: float) -> float:
        """How far down the strip a place in the text stands, in pixels."""
        length = max(1, len(self.reading.document.text))
        return self._track.top() + self._track.height() * min(1.0, max(0.0, offset / length))

    def offset_at(self, y: float) -> int:
        """The place in the text that stands at `y`."""
        part = (y - self._track.top()) / self._track.height()
        return round(len(self.reading.document.text) * min(1.0, max(0.0, part)))

    @property
    def thumb(self) -> QRectF:
        """The frame round the part that is on the screen."""
        place = self.reading.place
        top, bottom = self.y_of(place.start), self.y_of(place.end)
        short = max(0.0, _LEAST_THUMB - (bottom - top))
        top = max(self._track.top(), top - short / 2)
        bottom = min(self._track.bottom(), max(bottom, top + _LEAST_THUMB))
        return QRectF(1, min(top, bottom - _LEAST_THUMB), self.width() - 2, max(_LEAST_THUMB, bottom - top))

    @property
    def _is_all_shown(self) -> bool:
        """Whether nothing of the text is off the screen: a frame round all of it would say nothing."""
        return self.thumb.height() >= self._track.height() - _NEAR

    def passage_near(self, y: float) -> int | None:
        """The number of the passage whose bar is under the pointer, if any; the nearest of several."""
        spans = self.reading.passages.spans
        low, high = self.offset_at(y - _NEAR), self.offset_at(y + _NEAR)
        first, last = bisect_left(spans, (low,)), bisect_left(spans, (high + 1,))
        if first == last:
            return None
        return min(range(first, last), key=lambda index: abs(self.y_of(spans[index].start) - y))

    # -- what changed

    def _ticks_changed(self) -> None:
        self._ticks = None
        self._describe()
        self.update()

    def _place_changed(self) -> None:
        self._describe()
        self.update()

    def _describe(self) -> None:
        document, place = self.reading.document, self.reading.place
        words = (
            [self.tr("shown: {0}").format(place_with_section(document, place.start))] if document.text else []
        )
        if self.reading.passages:
            words.append(passages_in_words(len(self.reading.passages)))
        if self.reading.passages.nameless:
            words.append(nameless_in_words(len(self.reading.passages.nameless)))
        if len(self.reading.hits):
            count = len(self.reading.hits)
            words.append(self.tr("1 hit") if count == 1 else self.tr("%Ln hits", "", count))
        if self.reading.bookmarks:
            words.append(bookmarks_in_words(len(self.reading.bookmarks)))
        self.setAccessibleDescription(", ".join(words))

    # -- drawing

    def _draw_ticks(self) -> QPixmap:
        """The track with all bars and ticks; drawn once for a focus, so that scrolling costs nothing."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look[Role.CHIP])
        painter.drawRoundedRect(self._track, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left, right = round(self._track.left()), round(self._track.right())
        painter.setBrush(self._look[Role.INK])
        painter.drawRects(
            [QRect(right - 5, y - 1, 5, high + 2) for y, high in self._rows(self.reading.hits.starts)]
        )
        named, nameless = self._starts_of_passages()
        painter.setBrush(self._look[Role.ACCENT])
        wide = right - left - 2
        painter.drawRects([QRect(left + 1, y - 1, wide, high + 3) for y, high in self._rows(named)])
        painter.drawRects(
            [
                QRect(x, y - 1, 2, 2)
                for first, high in self._rows(nameless)
                for y in range(first, first + high + 1, 4)
                for x in range(left + 1, right - 1, 4)
            ]
        )
        self._draw_bookmarks(painter, left)
        painter.end()
        return pixmap

    def _starts_of_passages(self) -> tuple[list[int], list[int]]:
        """Where the passages begin that name the focus, and those that do not."""
        passages = self.reading.passages
        nameless, starts = passages.nameless, passages.spans.starts
        named = [start for number, start in enumerate(starts) if number not in nameless]
        return named, [starts[number] for number in sorted(nameless)]

    def _draw_bookmarks(self, painter: QPainter, left: int) -> None:
        """A bookmark is a small pennant at the left edge: its shape tells it from passages and hits."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._track.height() / max(1, len(self.reading.marginalia.placed))
        half = max(1.5, min(4.0, room / 2))
        drawn: set[tuple[int, str]] = set()
        top, length = self._track.top(), max(1, len(self.reading.document.text))
        scale = self._track.height() / length
        for mark, span in self.reading.marginalia.placed:
            y = round(top + span.start * scale) if span is not None else 0
            if span is not None and (y, mark.colour) not in drawn:
                drawn.add((y, mark.colour))
                painter.setBrush(ribbon_colour(self._look, mark.colour))
                corners = [QPointF(left - 1, y - half), QPointF(left + 6, y), QPointF(left - 1, y + half)]
                painter.drawPolygon(QPolygonF(corners))

    def _rows(self, starts: Sequence[int]) -> list[tuple[int, int]]:
        """The rows of pixels on which any of the sorted places stands: the first of each run, and how many
        follow it."""
        top, length = self._track.top(), max(1, len(self.reading.document.text))
        scale = self._track.height() / length
        if len(starts) <= 4 * self.height():
            rows = sorted({int(top + start * scale) for start in starts})
        else:  # a letter may have more hits than there is time to look at each
            edges = [bisect_left(starts, row / scale) for row in range(int(self._track.height()) + 2)]
            rows = [int(top) + row for row, (low, high) in enumerate(pairwise(edges)) if low < high]
        runs: list[tuple[int, int]] = []
        for row in rows:
            if runs and row <= sum(runs[-1]) + 1:
                runs[-1] = (runs[-1][0], row - runs[-1][0])
            else:
                runs.append((row, 0))
        return runs

    def _draw_thumb(self, painter: QPainter) -> None:
        """The frame lies on a line of paper, so that it is also seen where bars stand side by side."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.thumb.toRect()).adjusted(0.5, 0.5, -0.5, -0.5)
        for role, width in ((Role.PAPER, 3), (Role.INK, 1)):
            painter.setPen(QPen(self._look[role], width))
            painter.drawRoundedRect(frame, 5, 5)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        drawn_for = (self.size(), self.devicePixelRatioF())
        if self._ticks is None or self._drawn_for != drawn_for:
            self._ticks, self._drawn_for = self._draw_ticks(), drawn_for
        painter = QPainter(self)
        cover(painter, event.rect(), self._look[Role.PAPER])
        painter.drawPixmap(0, 0, self._ticks)
        if self.reading.document.text and not self._is_all_shown:
            self._draw_thumb(painter)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 200)

    # -- the pointer

    def _place_for(self, y: float, grip: float) -> int:
        """Which place is to be at the top of the screen for the frame's top to stand `grip` above `y`."""
        return self.offset_at(y - grip)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.reading.document.text:
            return
        y, thumb = event.position().y(), self.thumb
        passage = self.passage_near(y)
        if passage is not None:
            self.reading.go_to_passage(passage)
        elif thumb.top() <= y <= thumb.bottom():
            self._grip = y - self.y_of(self.reading.place.start)
        else:
            self._grip = (self.y_of(self.reading.place.end) - self.y_of(self.reading.place.start)) / 2
            self.reading.jump_to_place(self._place_for(y, self._grip))

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.reading.scroll_to(self._place_for(event.position().y(), self._grip))
        near = self.passage_near(event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and self.reading.document.text
        ):
            QToolTip.showText(event.globalPos(), plain_tooltip(self._words_at(event.pos().y())), self)
            return True
        return super().event(event)

    def _words_at(self, y: float) -> str:
        passage = self.passage_near(y)
        offset = self.offset_at(y) if passage is None else self.reading.passages.spans[passage].start
        words = place_with_section(self.reading.document, offset)
        is_nameless = passage in self.reading.passages.nameless
        return self.tr("{place} · without the name").format(place=words) if is_nameless else words
