"""Guarding: how far the text was read, and that nothing is shown of what comes later if she wishes so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from companion.core.companion import Companion
from companion.core.document import Document, Span
from companion.ui.bookmarks.bookmarking import Bookmarking
from companion.ui.bookmarks.marginalia import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.core.anchors import Anchor
    from companion.core.horizon import Step
    from companion.core.notes import Notes

_READ_AFTER = 2000
"""Milliseconds after which a place that the reader jumped to counts as read."""

_COALESCE = 300
"""Milliseconds for which she rests before the companion follows: nothing halts the text under her hand."""


_LONG = 50_000
"""Mentions from which on the window could not wait until a companion is cut off at the furthest place."""


class Sight(NamedTuple):
    """As much of the companion `whole` as a reader may see who has come so far."""

    whole: Companion
    step: Step
    shown: Companion


def sight_of(whole: Companion, horizon: int) -> Sight:
    """What may be seen of a companion by who has read as far as `horizon`; for any thread."""
    from companion.core.horizon import guarded, step_at

    return Sight(whole, step_at(whole, horizon), guarded(whole, horizon))


class Guarding(Bookmarking):
    """The part of `Reading` that knows how far the reader has come: her furthest place.

    What is scrolled into view from a place that was read counts as read; a place that she jumped to, beyond
    what was read, does when she is still there after two seconds. While she is guarded, what is shown of the
    companion and of a search ends at her furthest place. `whole` is the companion as it was made.

    Signals:
        horizon_changed(int): the offset up to which the companion is shown, the end of the text if she is
            not guarded, is another; or whether she is guarded.
        sight_wanted(Companion, int): of this long companion the part up to this offset is to be shown; it is
            asked for only if `promise_sight` was called, and told to `take_sight`.
    """

    horizon_changed = Signal(int)
    sight_wanted = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document("")
        self.whole = Companion(self.document)
        self.place = Span(0, 0)
        self._furthest = 0
        self._was_guarded = False
        self._shown: Sight | None = None
        self._is_sight_promised = False
        self._staying = self._timer(_READ_AFTER, self._stayed)
        self._following = self._timer(_COALESCE, self.show_as_far_as_read)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def show_as_far_as_read(self) -> None:
        """Shows the companion and the search's hits up to the horizon, as far as that changes anything."""
        raise NotImplementedError

    # -- how far

    @property
    def furthest(self) -> int:
        """The offset up to which the text was read."""
        return self._furthest

    @furthest.setter
    def furthest(self, offset: int) -> None:
        offset = max(0, min(offset, len(self.document.text)))
        if offset == self._furthest:
            return
        is_back = offset < self._furthest
        self._furthest = offset
        if self.is_guarded:
            self.horizon_changed.emit(offset)
            if is_back:
                self.show_as_far_as_read()
            else:
                self._following.start()

    def read_to_here(self) -> None:
        """Takes what is on the screen now for the furthest place, be it further or less far."""
        self._staying.stop()
        self.furthest = self.place.end

    @property
    def is_guarded(self) -> bool:
        """Whether what lies beyond the furthest place is hidden."""
        return self.marginalia.notes.session.guarded.value

    @property
    def horizon(self) -> int:
        """The offset beyond which nothing is shown; the end of the text if she is not guarded."""
        return self._furthest if self.is_guarded else len(self.document.text)

    def guard(self, wanted: bool) -> None:
        """Hides what lies beyond the furthest place, or shows it again."""
        marginalia = self.marginalia
        marginalia.notes = marginalia.notes.guarded(wanted, now())
        self._follow_guard()

    def take_notes(
        self,
        notes: Notes,
        places: Mapping[Anchor, Span | None] | None = None,
        shaky: Iterable[Anchor] = (),
    ) -> None:
        super().take_notes(notes, places, shaky)
        self._follow_guard()

    def _follow_guard(self) -> None:
        if self.is_guarded != self._was_guarded:
            self._was_guarded = self.is_guarded
            self.horizon_changed.emit(self.horizon)
            self.show_as_far_as_read()

    # -- for the reading

    def _begin_unread(self) -> None:
        """Another text is shown, of which nothing was read yet."""
        self._staying.stop()
        self._following.stop()
        self._furthest = 0
        self._shown = None
        self._was_guarded = False

    def _note_seen(self, before: Span, span: Span) -> None:
        """The screen went from the words of `before` to those of `span`."""
        if span.start <= self._furthest:
            self._staying.stop()
            if span.start <= before.end and before.start <= span.end:
                self.furthest = max(self._furthest, span.end)
            elif span.end > self._furthest:
                self._staying.start()
        elif not self._staying.isActive():
            self._staying.start()

    def _stayed(self) -> None:
        self.furthest = max(self._furthest, self.place.end)

    # -- what may be seen

    def promise_sight(self) -> None:
        """Told that somebody hears `sight_wanted` and does the work without holding up the window."""
        self._is_sight_promised = True

    def foresee(self, sight: Sight) -> None:
        """Takes what may be seen of a companion that will be taken in a moment."""
        self._shown = sight

    def take_sight(self, sight: Sight) -> None:
        """Takes what was asked for by `sight_wanted`, and shows it if it is still what may be seen."""
        if sight.whole is self.whole:
            self._shown = sight
            self.show_as_far_as_read()

    def _waits_for_sight(self) -> bool:
        """Whether somebody else finds out what may be seen, who is asked to do so."""
        is_long = self._is_sight_promised and len(self.whole.links) > _LONG
        if not is_long or not self.is_guarded or self._known_sight() is not None:
            return False
        self.sight_wanted.emit(self.whole, self._furthest)
        return True

    def _known_sight(self) -> Companion | None:
        """The companion up to the horizon, as far as that is known: reading on often shows nothing new."""
        from companion.core.horizon import is_whole, step_at

        if is_whole(self.whole, self._furthest):
            return self.whole
        known = self._shown
        if known is None or known.whole is not self.whole:
            return None
        return known.shown if known.step.shows_same(step_at(self.whole, self._furthest)) else None

    def _companion_in_sight(self) -> Companion:
        """The companion up to the horizon; the one before as long as reading on shows nothing new."""
        if not self.is_guarded:
            return self.whole
        known = self._known_sight()
        if known is None:
            self._shown = sight_of(self.whole, self._furthest)
            known = self._shown.shown
        return known
