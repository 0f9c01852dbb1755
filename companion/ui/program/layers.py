"""Layers: what was found in a text, over it what somebody wrote, and over both what the reader corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from companion.ui.guarding import sight_of
from companion.ui.program.jobs import unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.core.correcting import Left
    from companion.core.corrections import Correction
    from companion.core.document import Document
    from companion.core.entries import Entries
    from companion.core.found import Found
    from companion.core.links import Links
    from companion.ui.guarding import Sight
    from companion.ui.program.jobs import Jobs
    from companion.ui.reading import Reading


class Layers(QObject):
    """Decides which companion the reading shows: the written one, what was found, or both; always corrected.

    `is_added` tells whether what was found is wanted beside the written companion, `shows_doubtful` whether
    those of its entries are shown that are doubtful.

    Signals:
        changed(): one of these facts, or which companions there are, has changed.
        chosen(): the reader wants what was found, or what is doubtful, or wants it no more.
        found_wanted(): what was found is to be shown but is not there.
    """

    changed = Signal()
    chosen = Signal()
    found_wanted = Signal()

    def __init__(self, reading: Reading, jobs: Jobs) -> None:
        super().__init__(reading)
        self._reading, self._jobs = reading, jobs
        self._written: Companion | None = None
        self._found: Found | None = None
        self._base: _Base | None = None
        self._laying: object = None
        self.is_added = self.shows_doubtful = False
        reading.document_changed.connect(self._forget)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # several corrections made at once are laid once
        self._soon.timeout.connect(self._mend)
        reading.marginalia.mended.connect(self._soon.start)

    @property
    def is_written(self) -> bool:
        """Whether somebody wrote a companion for the open text."""
        return self._written is not None

    @property
    def found(self) -> Found | None:
        """All that was found in the open text; None as long as that is not known."""
        return self._found

    # -- verbs

    def begin(self, *, is_added: bool, shows_doubtful: bool) -> None:
        """Takes what the reader chose before for the text that was opened."""
        self.is_added, self.shows_doubtful = is_added, shows_doubtful
        self.changed.emit()

    def take(self, written: Companion) -> None:
        """Takes the companion that somebody wrote for the open text."""
        if written.document is self._reading.document:
            self._written = written
            self._lay()
            self.changed.emit()

    def take_found(self, found: Found) -> None:
        """Takes what was found in the open text."""
        self._found = found
        self._lay()
        self.changed.emit()

    def add_found(self, wanted: bool) -> None:
        """Shows what was found beside the written companion, or no more."""
        if wanted != self.is_added:
            self.is_added = wanted
            if self._written is not None:
                self._lay()
            self.changed.emit()
            self.chosen.emit()

    def show_doubtful(self, wanted: bool) -> None:
        """Shows also the entries that are doubtful, or no more."""
        if wanted != self.shows_doubtful:
            self.shows_doubtful = wanted
            if self._found is not None:
                self._lay()
            self.changed.emit()
            self.chosen.emit()

    # -- one over the other

    def _forget(self, _: object) -> None:
        self._written = self._found = self._base = self._laying = None
        self.is_added = False
        self.changed.emit()

    def _mend(self) -> None:
        """The corrections are others."""
        if self._written is not None or self._found is not None:
            self._lay()

    def _lay(self) -> None:
        self._laying = None
        reading, found = self._reading, self._found
        is_alone = self._written is not None and not self.is_added
        if found is None and not is_alone:
            self.found_wanted.emit()
        if self._written is None and found is None:
            return
        corrections = reading.mending.corrections
        if self._written is not None and not corrections and (is_alone or found is None):
            reading.take(self._written)
            reading.mending.settle((), ())
            return
        under = None if is_alone else found
        self._laying = work = _Lay(reading.document, self._written, under, self.shows_doubtful, self._base)
        work.corrections, work.focus = corrections, reading.wanted_focus
        work.horizon = reading.furthest if reading.is_guarded else None
        job = self._jobs.run("", work)
        job.succeeded.connect(self._laid)
        job.failed.connect(unexpected)

    def _laid(self, laid: _Laid) -> None:
        if laid.work is self._laying:
            self._laying, self._base = None, laid.base
            if laid.work.sight is not None:
                self._reading.foresee(laid.work.sight)
            self._reading.take(laid.companion)
            self._reading.mending.settle(laid.work.corrections, laid.left)


class _Base(NamedTuple):
    """A companion before it is corrected, and what it was made of."""

    companion: Companion
    written: Companion | None
    found: Found | None
    kept: frozenset[str] | None


class _Laid(NamedTuple):
    """What came of laying the layers."""

    work: _Lay
    base: _Base
    companion: Companion
    left: tuple[Left, ...]


class _Lay:
    """Work for a thread: what was found becomes a companion, maybe under a written one, and is corrected."""

    def __init__(
        self,
        document: Document,
        written: Companion | None,
        found: Found | None,
        doubtful: bool,
        base: _Base | None,
    ) -> None:
        self._document, self._written, self._found = document, written, found
        self._doubtful, self._base = doubtful, base
        self.corrections: tuple[Correction, ...] = ()
        self.focus: tuple[str, ...] = ()
        self.horizon: int | None = None
        self.sight: Sight | None = None

    def __call__(self, _: Callable[[float], None]) -> _Laid:
        laid = self._laid()
        laid.companion.know_ahead(one for one in self.focus if laid.companion.entry(one))
        if self.horizon is not None:
            self.sight = sight_of(laid.companion, self.horizon)
        return laid

    def _laid(self) -> _Laid:
        base = self._bottom()
        if not self.corrections:  # what makes them need not even be loaded
            return _Laid(self, base, base.companion, ())
        from companion.core.correcting import corrected

        done = corrected(base.companion, self.corrections, _seek)
        companion = done.companion
        _find_places(companion)
        return _Laid(self, base, companion, done.left)

    def _bottom(self) -> _Base:
        """What the corrections are laid over: as it was the last time, where nothing of it is new."""
        found, kept = self._found, None
        if found is not None and not self._doubtful:
            kept = _taken_up(found, self.corrections)
        known = self._base
        if (
            known is not None
            and known.written is self._written
            and known.found is found
            and known.kept == kept
        ):
            return known
        companion = self._joined(kept)
        _find_places(companion)
        return _Base(companion, self._written, found, kept)

    def _joined(self, kept: frozenset[str] | None) -> Companion:
        from companion.core.companion import Companion
        from companion.core.found import companion_of, without_doubtful
        from companion.core.together import together

        found = self._found
        if found is None:
            return self._written or Companion(self._document)
        if kept:
            from companion.core.correcting import beyond_doubt

            found = beyond_doubt(found, kept)
        if kept is not None:
            found = without_doubtful(found)
        if self._written is None:
            return companion_of(self._document, found)
        return together(self._written, found)


def _taken_up(found: Found, corrections: tuple[Correction, ...]) -> frozenset[str]:
    """The ids of those doubtful entries that the reader has mended."""
    if not corrections:
        return frozenset()
    from companion.core.correcting import doubtful_ones

    return doubtful_ones(found, corrections)


def _seek(document: Document, entries: Entries) -> Links:
    """What looks for names is loaded when a reader has mended something first."""
    from companion.linking import seek

    return seek(document, entries)


def _find_places(companion: Companion) -> None:
    """The lists ask for these at once; here they cost the window nothing."""
    for entry in companion.entries:
        companion.first_place(entry.id)
