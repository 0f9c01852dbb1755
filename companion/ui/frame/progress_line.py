"""Progress line: what is being done in the background, how far it is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from companion.ui.parts.push_button import PushButton

if TYPE_CHECKING:
    from companion.ui.program.jobs import Job

_PATIENCE_MS = 400
"""Work that is done sooner than this is not spoken of."""
_REST_MS = 600
"""The line stands for so long after the work is done: often other work begins, and the page would jump."""


class ProgressLine(QWidget):
    """Shows one job; a newer one takes the place of the one before, until it has ended.

    The keyboard is given to `home` when the line goes away under it.
    """

    def __init__(self, parent: QWidget, home: QWidget) -> None:
        super().__init__(parent)
        self._home = home
        self.setObjectName("progress_line")
        self._job: Job | None = None
        self._waiting: list[Job] = []
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._cancel = PushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(14)
        line.addWidget(self._title)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._put_away)
        self.hide()

    def follow(self, job: Job) -> None:
        """Shows this job from now on, if it takes longer than a moment."""
        if self._job is not None:
            self._job.progressed.disconnect(self._advance)
            self._waiting.append(self._job)
        job.ended.connect(self._end)
        self._show_job(job)

    def stand(self) -> None:
        """Shows the job at once, with the page in the room that is left: it is known to take longer."""
        if self._job is None:
            return
        self._patience.stop()
        self.show()
        page = self.parentWidget()
        if page is not None and (arranged := page.layout()) is not None:
            arranged.activate()

    def _show_job(self, job: Job) -> None:
        self._job = job
        self._title.setText(job.title)
        self._bar.setAccessibleName(job.title)
        self._bar.setValue(0)
        job.progressed.connect(self._advance)
        self._rest.stop()
        if self.isHidden():
            self._patience.start()

    def _advance(self, done: float) -> None:
        self._bar.setValue(round(1000 * done))

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._patience.stop()
            if self._waiting:
                self._show_job(self._waiting.pop())
            elif not self.isHidden():
                self._rest.start()
        elif job in self._waiting:
            self._waiting.remove(job)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._put_away()

    def _put_away(self) -> None:
        self._rest.stop()
        if self._cancel.hasFocus():
            self._home.setFocus()  # Qt would take it to the next panel
        self.hide()
