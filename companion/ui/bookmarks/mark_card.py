"""Mark card: the editor of a mark beside its words in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from companion.ui.bookmarks.bookmark_editor import BookmarkEditor
from companion.ui.guarded import guarded
from companion.ui.parts.card_ground import CardShadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject, QRectF
    from PySide6.QtWidgets import QAbstractScrollArea

    from companion.core.document import Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_WIDTH, _GAP = 320, 8
"""Pixels: how wide the card is, and how far from the words."""


class MarkCard(QFrame):
    """Goes away when it is done with, when the text moves, or when the keyboard goes elsewhere.

    A page of another size, as when a line of progress comes or goes below it, leaves it at its words: she may
    be writing.
    """

    def __init__(
        self,
        reading: Reading,
        look: Look,
        view: QAbstractScrollArea,
        rects_of: Callable[[Span], Sequence[QRectF]],
    ) -> None:
        super().__init__(view)
        self.setObjectName("mark_card")
        self.setAccessibleName(self.tr("Mark"))
        self._reading, self._look, self._view, self._rects_of = reading, look, view, rects_of
        self.editor: BookmarkEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shadow = CardShadow(look, self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)  # the page has found its place by then
        self._settled.timeout.connect(self._stand_again)
        view.verticalScrollBar().valueChanged.connect(self._text_moved)
        reading.document_changed.connect(self.finish)
        reading.bookmarks_changed.connect(self._follow)
        look.changed.connect(self.finish)
        self.hide()

    def open_for(self, mark_id: str) -> bool:
        """Opens beside the words of that mark; False when they are not on the screen."""
        self.finish()
        marginalia = self._reading.marginalia
        mark, rects = marginalia.bookmark(mark_id), self._rects_of_words(mark_id)
        if mark is None or not rects:
            return False
        editor = self.editor = BookmarkEditor(self._look, self, marginalia.tags)
        self._column.addWidget(editor)
        editor.edit(mark)
        editor.changed.connect(self._reading.change_bookmark)
        editor.typed.connect(marginalia.keep_typed)
        editor.left.connect(self._close)
        editor.remove_wanted.connect(self._remove)
        self._stand_at(rects, editor.sizeHint().height())
        self._view.viewport().installEventFilter(self)
        self.show()
        self.raise_()
        editor.note.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _rects_of_words(self, mark_id: str) -> Sequence[QRectF]:
        span = self._reading.marginalia.place_of(mark_id)
        return self._rects_of(span) if span is not None and self._view.isVisible() else []

    def _stand_at(self, rects: Sequence[QRectF], wanted: int) -> None:
        """Stands below these words or else above them, `wanted` pixels high where there is room."""
        room, last = self._view.viewport().geometry(), rects[-1].toAlignedRect()
        size = QSize(min(_WIDTH, room.width()), wanted)
        left = min(max(room.left(), last.center().x() - size.width() // 2), room.right() - size.width())
        top = last.bottom() + _GAP
        if top + size.height() > room.bottom():
            top = max(room.top(), rects[0].toAlignedRect().top() - _GAP - size.height())
        self.setGeometry(max(0, left), top, size.width(), min(size.height(), room.height()))

    def _stand_again(self) -> None:
        if self.editor is None:
            return
        if rects := self._rects_of_words(self.editor.bookmark_id):
            self._stand_at(rects, self.editor.sizeHint().height())
        else:
            self.finish()

    def _text_moved(self) -> None:
        if not self._settled.isActive():
            self.finish()

    def finish(self, _: object = None) -> None:
        """Takes what was changed, and goes away."""
        if self.editor is not None:
            self.editor.finish()

    def _follow(self, _: object = None) -> None:
        """A mark that is gone is not edited any more."""
        if self.editor is not None and self._reading.marginalia.bookmark(self.editor.bookmark_id) is None:
            self.editor.leave()

    def _remove(self) -> None:
        if self.editor is not None:
            mark_id = self.editor.bookmark_id
            self.editor.leave()
            self._reading.remove_bookmark(mark_id)

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._view.viewport().removeEventFilter(self)
            if self.isAncestorOf(self.window().focusWidget() or self.window()):
                # Before it is hidden: Qt would go on to what is next in the text, and a card open for that.
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.finish()
        elif event.type() == QEvent.Type.Resize:
            self._settled.start()
        return False
