"""Notes notice: what is wrong with the reader's notes, in words, and another place for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from companion.store.known_texts import KnownText
    from companion.ui.bookmarks.keeping import Keeper
    from companion.ui.bookmarks.kinship import Counts
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
        notice.action_wanted.connect(self._act)
        notice.other_wanted.connect(self._decline)
        self._asked: list[KnownText] = []
        self._question = ""
        keeper.kinship.found.connect(self._ask)
        keeper.kinship.brought.connect(self._tell_counts)

    @property
    def is_standing(self) -> bool:
        """Whether the notice speaks of the notes now."""
        return any(said and self._notice.is_telling(said) for said in (self._sentence, self._question))

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
        if self._sentence and self._notice.is_telling(self._sentence):
            self._notice.clear()
        self._sentence = ""

    def _remarked(self, remarks: tuple[str, ...]) -> None:
        self._sentence = remarks[0]
        self._notice.tell(remarks[0], remarks[1:])

    # -- other editions

    def _ask(self, texts: tuple[KnownText, ...]) -> None:
        """Asks of each other edition whether its marks shall stand here too, one after the other."""
        self._asked = list(texts)
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._asked:
            return
        text = self._asked[0]
        count = text.marks
        words = (
            self.tr("You have 1 mark in “{0}”, which is probably the same work. Take it over?")
            if count == 1
            else self.tr(
                "You have %Ln marks in “{0}”, which is probably the same work. Take them over?", "", count
            )
        )
        self._question = words.replace("{0}", text.title or text.path.name)
        self._notice.tell(self._question, is_warning=False, action=self.tr("Take over"), other=self.tr("No"))

    def _decide(self, is_same: bool) -> None:
        if self._asked and self._question and self._notice.is_telling(self._question):
            text = self._asked.pop(0)
            self._question = ""
            self._notice.clear()
            self._keeper.kinship.decide(text, is_same)
            self._ask_next()

    def _decline(self) -> None:
        self._decide(False)

    def _tell_counts(self, counts: Counts) -> None:
        """Says what became of the marks of another edition."""
        parts = [self.tr("%Ln placed", "", counts.placed)]
        if counts.shaky:
            parts.append(self.tr("%Ln perhaps not in the right place", "", counts.shaky))
        if counts.lost:
            parts.append(self.tr("%Ln not found", "", counts.lost))
        words = self.tr("The marks of “{0}” stand here now: {1}.")
        told = words.replace("{0}", counts.title).replace("{1}", ", ".join(parts))
        if not self._asked:
            self._notice.tell(told, is_warning=False)

    def _act(self) -> None:
        self._decide(True)
        if self._sentence and self._notice.is_telling(self._sentence):
            from PySide6.QtWidgets import QFileDialog

            folder = QFileDialog.getExistingDirectory(self._window, self.tr("Keep the notes in"))
            if folder:
                self._keeper.save_elsewhere(Path(folder))
