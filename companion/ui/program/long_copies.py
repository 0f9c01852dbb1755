"""Long copies: what takes a while to copy is made ready in the background, with progress and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from companion.ui.program.jobs import unexpected

if TYPE_CHECKING:
    from companion.ui.program.jobs import Job, Jobs, Work


class LongCopies(QObject):
    """Does the work of copying; what comes of it is on the clipboard unless something else was copied since.

    The work gives the words in UTF-8 for each form, by its MIME type.

    Signals:
        started(Job): something is being copied; the job tells how far it is and can be cancelled.
    """

    started = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        QGuiApplication.clipboard().dataChanged.connect(self._leave)

    def copy(self, work: Work) -> None:
        """Copies what the work gives, in the place of what was being copied."""
        self._leave()
        self._job = self._jobs.run(self.tr("Copying"), work)
        self._job.succeeded.connect(self._put)
        self._job.failed.connect(unexpected)
        self._job.ended.connect(self._ended)
        self.started.emit(self._job)

    def _leave(self) -> None:
        """Something else was copied, or is to be: what is still on its way must not take its place."""
        if self._job is not None:
            self._job.cancel()

    def _put(self, forms: dict[str, bytes]) -> None:
        self._job = None
        data = QMimeData()
        for form, words in forms.items():
            data.setData(form, words)
        QGuiApplication.clipboard().setMimeData(data)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
