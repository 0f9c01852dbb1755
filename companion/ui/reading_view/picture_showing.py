"""Picture showing: the pictures near the screen are asked for, and take their places when they arrive."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from companion.ui.reading_view.view import ReadingView

_BEHIND, _AHEAD = 2_500, 5_000
"""Code points before and after the screen within which pictures are decoded."""
_MOST = 8


class PictureShowing(QObject):
    """Stands between a view and its gallery."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        view.gallery.arrived.connect(self._arrived)

    def look_ahead(self) -> None:
        """Other words are on the screen: asks for the pictures there, then for those after and before it."""
        view = self._view
        document = view.flow.document
        if not document.pictures or view.flow.page is None:
            return
        view.gallery.set_room(view.flow.page.width, view.flow.height, view.devicePixelRatioF())
        numbers = [seen.number for seen in view.flow.seen()]
        start, end = document.blocks[numbers[0]].start, document.blocks[numbers[-1]].end
        first = bisect_left(document.pictures, (start - _BEHIND,))
        last = bisect_left(document.pictures, (end + _AHEAD,))
        near = document.pictures[first:last]
        here = [picture.source for picture in near if start <= picture.start < max(end, start + 1)]
        after = [picture.source for picture in near if picture.start >= end]
        before = [picture.source for picture in reversed(near) if picture.start < start]
        view.gallery.want(list(dict.fromkeys([*here, *after, *before]))[:_MOST])

    def _arrived(self, source: str) -> None:
        view = self._view
        if view.flow.lay_picture_again(source):
            view.moving.moved.emit()
        view.viewport().update()
