"""Kept marks: those of another program join the notes of a text, without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

from companion.exchange.taking import joined
from companion.store.device import device_in
from companion.ui.bookmarks.keeping import folders_of
from companion.ui.bookmarks.recalling import Recall
from companion.ui.program.settings import PROGRAM, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Document
    from companion.core.message import Message
    from companion.core.notes import Mark


def keep(path: Path, document: Document, marks: Iterable[Mark], time: str) -> tuple[Message, ...]:
    """Writes the marks to the notes of the text at `path`, where its window finds them.

    Gives what is to be said of the notes that were there. `time` is ISO 8601. Raises `NotSavedError`.
    """
    if QCoreApplication.instance() is None:
        QCoreApplication.setApplicationName(PROGRAM)  # by it the system names the folder
    settings, whole = Settings(), path.absolute()
    local = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    former = settings.identity_of(whole)
    recalled = Recall(whole, folders_of(settings), former, None, device_in(Path(local)))(document)
    recalled.file.save(joined(recalled.notes, marks, time))
    return recalled.remarks
