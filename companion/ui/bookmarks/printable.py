"""Printable: the bookmarks that are kept of a text, for a summary that is made without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from companion.ui.bookmarks.keeping import folders_of
from companion.ui.bookmarks.marginalia import Marginalia
from companion.ui.bookmarks.recalling import Recall
from companion.ui.program.settings import PROGRAM, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from companion.core.document import Document
    from companion.core.message import Message
    from companion.ui.bookmarks.placed_marks import Placed


def kept_of(path: Path, document: Document) -> tuple[tuple[Placed, ...], tuple[Message, ...]]:
    """The reader's bookmarks of the text at `path` by place, as its window shows them.

    With them comes what is to be said of the notes that were found. Needs no application and no screen.
    """
    if QCoreApplication.instance() is None:
        QCoreApplication.setApplicationName(PROGRAM)  # by it the system names the folder
    settings, whole = Settings(), path.absolute()
    recalled = Recall(whole, folders_of(settings), settings.identity_of(whole), None)(document)
    owner = QObject()
    marginalia = Marginalia(owner)
    marginalia.show(document)
    marginalia.take(recalled.notes, recalled.places, recalled.shaky)
    return marginalia.placed, recalled.remarks
