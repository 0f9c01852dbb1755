"""Tag field: a line of tags with commas between them, each completed from those that are used already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from companion.ui.guarded import guarded
from companion.ui.parts.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

_LONGEST = 60
"""Code points of a tag."""


class TagField(Field):
    """Completes the tag that is being typed; Enter or a click takes it, a comma begins the next one."""

    def __init__(self, look: Look, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(look, "", parent)
        name = self.tr("Tags, with commas between them")
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.takes_escape = False
        self._known = list(known)
        self._completer = QCompleter(QStringListModel(self._known, self), self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Tags"))
        self._completer.setPopup(self._list)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once, in their order."""
        return tags_in(self.text())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Shows these tags."""
        self.setText(", ".join(tags))

    def _typed(self) -> str:
        """The tag at whose end the cursor is."""
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip().lstrip("#")

    def _offer(self, _: str) -> None:
        typed = self._typed()
        self._completer.setCompletionPrefix(typed)
        exact = self._completer.currentCompletion() == typed
        if not typed or not self._completer.completionCount() or exact:
            self._list.hide()
            return
        self._completer.complete()

    def _complete(self, tag: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept = before.rpartition(",")[0].strip()
        self.setText(f"{kept}, {tag}{after}" if kept else f"{tag}{after}")
        self.textEdited.emit(self.text())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = self._list.currentIndex()
            self._complete(str(chosen.data()) if chosen.isValid() else self._completer.currentCompletion())
            self._list.hide()
            return
        super().keyPressEvent(event)


def tags_in(words: str) -> tuple[str, ...]:
    """The tags of a line with commas between them: each once, without signs and blanks round it."""
    found = (" ".join(part.split()).lstrip("#").strip()[:_LONGEST] for part in words.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))
