"""Notes notice: what is wrong with the reader's notes, in words, and another place for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from companion.ui.bookmarks.keeping import Keeper
    from companion.ui.frame.notice import Notice


class NotesNotice(QObject):
    """Tells in the window's notice what a keeper has to say."""

    def __init__(self, keeper: Keeper, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._keeper, self._notice, self._window = keeper, notice, window
        self._sentence = ""
        keeper.failed.connect(self._failed)
        keeper.recovered.connect(self._recovered)
        keeper.remarked.connect(self._remarked)
        notice.action_wanted.connect(self._ask_for_place)

    @property
    def is_standing(self) -> bool:
        """Whether the notice speaks of the notes now."""
        return bool(self._sentence) and self._notice.is_telling(self._sentence)

    def close(self, event: QCloseEvent) -> None:
        """Has all that is left written down; what cannot be is told once before the window closes."""
        told = self._sentence
        if (sentence := self._keeper.finish()) and sentence != told:
            event.ignore()
            self._failed(sentence)

    def _failed(self, sentence: str) -> None:
        self._sentence = sentence
        self._notice.tell(sentence, action=self.tr("Save elsewhere…"))

    def _recovered(self) -> None:
        if self.is_standing:
            self._notice.clear()
        self._sentence = ""

    def _remarked(self, remarks: tuple[str, ...]) -> None:
        self._sentence = remarks[0]
        self._notice.tell(remarks[0], remarks[1:])

    def _ask_for_place(self) -> None:
        if self.is_standing:
            folder = QFileDialog.getExistingDirectory(self._window, self.tr("Keep the notes in"))
            if folder:
                self._keeper.save_elsewhere(Path(folder))
