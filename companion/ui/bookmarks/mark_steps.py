"""Mark steps: changes of marks and corrections that can be taken back; what is got ready before one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QUndoCommand

from companion.core.anchors import anchor
from companion.core.document import Document, Span
from companion.core.notes import Mark, Notes
from companion.core.reconciling import restored
from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from companion.ui.bookmarks.marginalia import Marginalia


class Step(QUndoCommand):
    """A bookmark as it was before and as it is after; None where there is none."""

    def __init__(self, marginalia: Marginalia, words: str, before: Mark | None, after: Mark | None) -> None:
        super().__init__(words)
        self._marginalia = marginalia
        self._before, self._after = before, after
        self._id = (before or after or Mark("", anchor(Document(""), Span(0, 0)))).id

    @guarded
    def redo(self) -> None:
        self._marginalia.put(self._id, self._after)

    @guarded
    def undo(self) -> None:
        self._marginalia.put(self._id, self._before)


class Restoring(QUndoCommand):
    """The marks and corrections as they are, and as they once were and shall be again."""

    def __init__(
        self, marginalia: Marginalia, words: str, before: Notes, after: Notes, ready: Ready | None
    ) -> None:
        super().__init__(words)
        self._marginalia = marginalia
        self._before, self._after, self._ready = before, after, ready

    @guarded
    def redo(self) -> None:
        ready, self._ready = self._ready, None
        self._marginalia.put_state(self._after, ready)

    @guarded
    def undo(self) -> None:
        self._marginalia.put_state(self._before)


class Ready(NamedTuple):
    """What the notes become of which a thread was told: the ones that they were `of`, and those `after`."""

    of: Notes
    after: Notes


def made_ready(notes: Notes, past: Notes, time: str) -> Ready:
    """Work for a thread: what comes of restoring the marks of `past`, at that time as ISO 8601."""
    after = restored(notes, past, time)
    _ = after.bookmarks, after.has_twins  # which are found once
    return Ready(notes, after)
