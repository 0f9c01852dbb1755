"""Layers: the companion that somebody wrote lies over the one that was found; both can be shown together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.found import Found
    from companion.core.sentences import Sentences
    from companion.ui.program.jobs import Jobs
    from companion.ui.reading import Reading


class Layers(QObject):
    """Decides which companion the reading shows: the written one, what was found, or both together.

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
        self._sentences: Sentences | None = None
        self._laying: object = None
        self.is_added = self.shows_doubtful = False
        reading.document_changed.connect(self._forget)

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
        self._written = self._found = self._sentences = self._laying = None
        self.is_added = False
        self.changed.emit()

    def _lay(self) -> None:
        self._laying = None
        if self._written is not None and not self.is_added:
            self._reading.take(self._written)
        elif self._found is None:
            if self._written is not None:
                self._reading.take(self._written)
            self.found_wanted.emit()
        else:
            document, doubtful = self._reading.document, self.shows_doubtful
            self._laying = work = _Lay(document, self._written, self._found, doubtful, self._sentences)
            job = self._jobs.run("", work)
            job.succeeded.connect(self._laid)
            job.failed.connect(_raise)

    def _laid(self, laid: tuple[object, Companion]) -> None:
        work, companion = laid
        if work is self._laying:
            self._laying, self._sentences = None, companion.sentences
            self._reading.take(companion)


class _Lay:
    """Work for a thread: what was found becomes a companion, alone or under a written one."""

    def __init__(
        self,
        document: Document,
        written: Companion | None,
        found: Found,
        doubtful: bool,
        sentences: Sentences | None,
    ) -> None:
        self._document, self._written, self._found = document, written, found
        self._doubtful, self._sentences = doubtful, sentences

    def __call__(self, _: Callable[[float], None]) -> tuple[object, Companion]:
        from companion.core.found import companion_of, without_doubtful
        from companion.core.sentences import split
        from companion.core.together import together

        found = self._found if self._doubtful else without_doubtful(self._found)
        if self._written is not None:
            companion = together(self._written, found)
        else:
            companion = companion_of(self._document, found, self._sentences or split(self._document))
        for entry in companion.entries:  # the lists ask for these at once; here they cost the window nothing
            companion.first_place(entry.id)
        return self, companion


def _raise(error: Exception) -> None:
    """An error that nobody expected goes where all such errors go: it is told and logged."""
    raise error
