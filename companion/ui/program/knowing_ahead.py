"""Knowing ahead: a thread finds out of a long companion what the window would have to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.ui.program.jobs import unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.ui.program.jobs import Job, Jobs
    from companion.ui.reading import Reading

_MANY, _OFTEN = 50_000, 500
"""Mentions of all entries, and of one, from which on what is known of them is found out ahead."""
_AFTER_MS = 300
"""So long a companion stays as it is before it is looked at: while she mends or reads on there are many."""


class KnowingAhead(QObject):
    """Looks at each companion that the reading shows; another one ends that, as nobody will ask any more."""

    def __init__(self, reading: Reading, jobs: Jobs) -> None:
        super().__init__(reading)
        self._reading, self._jobs = reading, jobs
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._begin)
        reading.companion_changed.connect(self._wait)
        self._wait(reading.companion)

    def _wait(self, companion: Companion) -> None:
        if self._job is not None:
            self._job.cancel()
        if len(companion.links) > _MANY:
            self._soon.start()
        else:
            self._soon.stop()

    def _begin(self) -> None:
        self._job = self._jobs.run("", KnowAhead(self._reading.companion))
        self._job.failed.connect(unexpected)
        self._job.ended.connect(self._ended)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None


class KnowAhead:
    """Work for a thread: of the entries that are named most is found out what a focus on them asks."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion

    def __call__(self, report: Callable[[float], None]) -> None:
        companion = self._companion
        counts = {entry.id: companion.links.count(entry.id) for entry in companion.entries}
        often = sorted((one for one in counts if counts[one] > _OFTEN), key=counts.__getitem__, reverse=True)
        for done, entry in enumerate(often):
            report(done / len(often))
            companion.know_ahead([entry])
        _ = companion.first_named  # which is asked when she wants to be guarded
