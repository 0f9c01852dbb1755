"""Tag field: a line of tags with commas between them, each completed from those that are used already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.parts.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

_LONGEST = 60
"""Code points of a tag."""


class TagField(Field):
    """Completes the tag that is being typed by what is selected then; typing on replaces it."""

    def __init__(self, look: Look, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(look, "", parent)
        name = self.tr("Tags, with commas between them")
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.takes_escape = False
        self._known = tuple(known)
        self._before = ""
        self.textEdited.connect(self._complete)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once, in their order."""
        return tags_in(self.text())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Shows these tags."""
        self.setText(", ".join(tags))
        self._before = self.text()

    def _complete(self, words: str) -> None:
        """Adds the rest of the tag that is used most of those that begin so; not when letters are deleted."""
        at, before = self.cursorPosition(), self._before
        self._before = words
        typed = words[:at].rpartition(",")[2].lstrip().lstrip("#")
        if len(words) <= len(before) or not typed or words[at:].partition(",")[0].strip():
            return
        taken = tags_in(words[: at - len(typed)])
        fitting = (tag for tag in self._known if tag.casefold().startswith(typed.casefold()))
        found = next((tag for tag in fitting if tag not in taken and len(tag) > len(typed)), None)
        if found is not None:
            rest = found[len(typed) :]
            self.setText(f"{words[:at]}{rest}{words[at:]}")
            self.setSelection(at, len(rest))


def tags_in(words: str) -> tuple[str, ...]:
    """The tags of a line with commas between them: each once, without signs and blanks round it."""
    found = (" ".join(part.split()).lstrip("#").strip()[:_LONGEST] for part in words.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))
