"""Sighting: what may be seen of a long companion by who is guarded is found out in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.ui.guarding import sight_of
from companion.ui.program.jobs import unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.ui.guarding import Sight
    from companion.ui.program.jobs import Job, Jobs
    from companion.ui.reading import Reading


class Sighting(QObject):
    """Does for a reading what its window could not wait for; only what was asked for last is told."""

    def __init__(self, reading: Reading, jobs: Jobs) -> None:
        super().__init__(reading)
        self._reading, self._jobs = reading, jobs
        self._job: Job | None = None
        reading.sight_wanted.connect(self._find)
        reading.promise_sight()

    def _find(self, whole: Companion, horizon: int) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.run("", FindSight(whole, horizon))
        self._job.succeeded.connect(self._reading.take_sight)
        self._job.failed.connect(unexpected)
        self._job.ended.connect(self._ended)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None


class FindSight:
    """Work for a thread: a companion is cut off where the reader has come to."""

    def __init__(self, whole: Companion, horizon: int) -> None:
        self._whole, self._horizon = whole, horizon

    def __call__(self, _: Callable[[float], None]) -> Sight:
        sight = sight_of(self._whole, self._horizon)
        for (
            entry
        ) in sight.shown.entries:  # the lists ask for these at once; here they cost the window nothing
            sight.shown.first_place(entry.id)
            sight.shown.links.count(entry.id)
        return sight
