"""Entry menu: what can be done with one entry where it is listed or drawn: found, edited, merged, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from companion.core.entries import Kind
from companion.ui.bench.entry_verbs import ask_apart, ask_merge
from companion.ui.bench.nearby import name_of
from companion.ui.parts.key_of import action_of, key_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from companion.core.entries import Entry
    from companion.ui.reading import Reading


class EntryMenu(QMenu):
    """The context menu of an entry; it lives until it is closed."""

    def __init__(self, reading: Reading, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._entry = reading, entry
        self.setObjectName("entry_menu")
        self.setAccessibleName(entry.heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_focus()
        self._add_verbs()

    def _add_focus(self) -> None:
        reading, entry = self._reading, self._entry
        if reading.focus != (entry.id,):
            self.addAction(self.tr("All passages"), self._focus)
        other = reading.companion.entry(reading.focus[0]) if reading.focus else None
        if other is not None and entry.id not in reading.focus:
            words = self.tr("Passages together with {0}").format(name_of(other).replace("&", "&&"))
            self.addAction(words, self._focus_both)

    def _add_verbs(self) -> None:
        self.addSeparator()
        self.addAction(self.tr("Write a note on it"), self._note).setShortcut(key_of(self, "note_on_entry"))
        self.addAction(self.tr("Edit"), self._edit).setShortcut(key_of(self, "edit_entry"))
        self.addAction(self.tr("Merge into…"), self._merge)
        self.addAction(self.tr("Never merge…"), self._keep_apart)
        if self._entry.kind is not Kind.PERSON:
            self.addAction(self.tr("This is a person"), self._become_person)
        if self._entry.kind is not Kind.TERM:
            self.addAction(self.tr("This is a term"), self._become_term)
        self.addSeparator()
        self.addAction(self.tr("Remove"), self._remove)

    # -- what can be done

    def _focus(self) -> None:
        self._reading.focus_on(self._entry.id)

    def _focus_both(self) -> None:
        self._reading.add_to_focus(self._entry.id)

    def _note(self) -> None:
        self._reading.focus_on(self._entry.id)
        if (action := action_of(self, "note_on_entry")) is not None:
            action.trigger()

    def _edit(self) -> None:
        self._reading.mending.edit(self._entry.id)

    def _merge(self) -> None:
        ask_merge(self._reading, self._entry)

    def _keep_apart(self) -> None:
        ask_apart(self._reading, self._entry)

    def _become_person(self) -> None:
        self._reading.mending.retype([self._entry.id], Kind.PERSON)

    def _become_term(self) -> None:
        self._reading.mending.retype([self._entry.id], Kind.TERM)

    def _remove(self) -> None:
        self._reading.mending.remove([self._entry.id])


def open_entry_menu(reading: Reading, entry_id: str, parent: QWidget, at: QPoint) -> None:
    """Opens the menu of an entry at a place in global coordinates, if the companion knows the entry."""
    entry = reading.companion.entry(entry_id)
    if entry is not None:
        EntryMenu(reading, entry, parent).popup(at)
