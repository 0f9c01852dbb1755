"""Detail bench: how an entry that stands open in its list is mended: edited, or made one with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.bench.nearby import name_of
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.ui.bench.entry_editor import EntryEditor
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class DetailBench(QWidget):
    """The editor, made when it is wanted first; and, where two entries are in focus, what makes them one.

    Signals:
        resized(): it needs another height than before.
        opened(bool): the editor stands open, or no more.
    """

    resized = Signal()
    opened = Signal(bool)

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._detail = parent
        self._reading, self._look = reading, look
        self._entry_id = ""
        self.editor: EntryEditor | None = None
        self.merge = SmallButton(look, "", "", self)
        self.apart = SmallButton(look, self.tr("never merge"), "", self)
        pair = QVBoxLayout()  # one above the other: names and languages may be long
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(self.merge)
        pair.addWidget(self.apart)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(pair)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands open."""
        return self.editor is not None and not self.editor.isHidden()

    def show_entry(self, entry: Entry) -> None:
        """Turns to this entry; one that is being edited goes on being so."""
        is_same, self._entry_id = entry.id == self._entry_id, entry.id
        other = self._other()
        for button in (self.merge, self.apart):
            button.setVisible(other is not None)
        if other is not None:
            words = self.tr("merge into {0}").format(name_of(other))
            self.merge.say(words, words)
            self.merge.setToolTip(plain_tooltip(words))
            never = self.tr("Never merge with {0}").format(name_of(other))
            self.apart.say(self.apart.words, never)
            self.apart.setToolTip(plain_tooltip(never))
        if self.editor is not None and self.is_editing:
            if is_same:
                self.editor.edit(entry)
            else:
                self.stop()
        self.setVisible(self.is_editing or other is not None)

    def edit(self) -> None:
        """Opens the editor, which takes the keyboard."""
        entry = self._reading.companion.entry(self._entry_id)
        if entry is None:
            return
        if self.editor is None:
            from companion.ui.bench.entry_editor import EntryEditor

            self.editor = EntryEditor(self._reading, self._look, self)
            self.editor.resized.connect(self.resized)
            self.editor.left.connect(self._leave)
            self._column.insertWidget(0, self.editor)
        self.show()
        self.editor.show()
        self.editor.edit(entry)
        self.opened.emit(True)
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        """Has the height be asked anew."""
        if self.editor is not None:
            self.editor.renew()
        self.updateGeometry()

    def stop(self) -> None:
        """Closes the editor."""
        if self.editor is not None and self.is_editing:
            self.editor.hide()
            self.setVisible(self._other() is not None)
            self.opened.emit(False)

    def _leave(self) -> None:
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.stop()
        if had_keyboard:
            self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _other(self) -> Entry | None:
        """The other one of two that are in focus."""
        focus = self._reading.focus
        others = [one for one in focus if one != self._entry_id]
        return self._reading.companion.entry(others[0]) if len(focus) == 2 and len(others) == 1 else None

    def _merge(self) -> None:
        other = self._other()
        if other is not None:
            self._reading.mending.merge([self._entry_id], other.id)

    def _keep_apart(self) -> None:
        other = self._other()
        if other is not None:
            self._reading.mending.keep_apart([self._entry_id, other.id])
