"""Lay over: what another companion file says otherwise; what is ticked of it is laid over this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from companion.core.correcting.differing import Change, Part
from companion.ui.entries.entry_words import kind_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.controls import TickDelegate
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.push_button import PushButton
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from companion.ui.looks.look import Look

_SIZE = (760, 520)
_LINES = """
QListWidget { outline: none; }
QListWidget::item { padding: 5px 2px; border-bottom: 1px solid palette(mid); }
QListWidget::item:selected { background: palette(midlight); color: palette(text); }
"""
_LONGEST = 120
"""Code points of what is said that are shown in a line; the tooltip has more."""


class LayOver(QWidget):
    """A window of its own.

    Signals:
        wanted(list[Change], str): these changes are to be made, from the file of that name.
    """

    wanted = Signal(object, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("lay_over")
        self.setWindowTitle(self.tr("Lay a companion over this one"))
        self._changes: list[Change] = []
        self._name = ""
        self._words = Paragraph(look, self, Role.INK, 4)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What the other companion says"))
        self.list.setWordWrap(True)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setStyleSheet(_LINES)
        self.list.setItemDelegate(TickDelegate(look, self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.list.verticalScrollBar().setAccessibleName(self.tr("Place in the list"))
        self.all = PushButton(self.tr("&All or none"), self)
        self.go = PushButton(self.tr("&Lay over"), self)
        self.cancel = PushButton(self.tr("Leave &it"), self)
        below = QHBoxLayout()
        below.addWidget(self.all)
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.list.itemChanged.connect(self._follow)
        self.all.clicked.connect(self._tick_all)
        self.go.clicked.connect(self._lay)
        self.cancel.clicked.connect(self.close)
        room = parent.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def offer(self, changes: Sequence[Change], name: str) -> None:
        """Shows what the file of that name says otherwise; what it only lacks is told, not offered."""
        self._name = name
        self._changes = [change for change in changes if change.part is not Part.GONE]
        gone = len(changes) - len(self._changes)
        self.list.blockSignals(True)
        self.list.clear()
        for change in self._changes:
            item = QListWidgetItem(in_words(change, _LONGEST), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(plain_tooltip(in_words(change, 2000)))
        self.list.blockSignals(False)
        self._words.say(self._told(gone))
        self._follow()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def _told(self, gone: int) -> str:
        if not self._changes:
            return self.tr("{0} says nothing that your companion does not say.").format(self._name)
        words = self.tr("What {0} says otherwise. What is ticked is laid over your companion, as one step.")
        kept = self.tr("What only your companion has stays.") if gone else ""
        return f"{words.format(self._name)} {kept}".strip()

    @property
    def ticked(self) -> list[Change]:
        """The changes that are wanted."""
        items = (self.list.item(row) for row in range(self.list.count()))
        pairs = zip(self._changes, items, strict=True)
        return [change for change, item in pairs if item.checkState() == Qt.CheckState.Checked]

    def _tick_all(self) -> None:
        state = Qt.CheckState.Unchecked if len(self.ticked) == len(self._changes) else Qt.CheckState.Checked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _follow(self, _: object = None) -> None:
        self.go.setEnabled(bool(self._changes) and bool(self.ticked))

    def _lay(self) -> None:
        self.wanted.emit(self.ticked, self._name)
        self.close()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def in_words(change: Change, longest: int) -> str:
    """A change in one line: who it is of, what is said now, and what would be."""
    heading = change.subject.heading
    what = _part_in_words(change.part)
    if change.part is Part.ADDED:
        line = f"{heading} ({kind_in_words(change.subject.kind)}), {what}"
        return f"{line}: {_cut(change.after, longest)}" if change.after else line
    before, after = (_cut(words.replace("\n", ", "), longest) for words in (change.before, change.after))
    return f"{heading}, {what}: {before or '–'} → {after or '–'}"


def _part_in_words(part: Part) -> str:
    return {
        Part.ADDED: translated("new"),
        Part.GONE: translated("gone"),
        Part.HEADING: translated("name"),
        Part.KIND: translated("kind"),
        Part.ALIASES: translated("other names"),
        Part.IGNORED: translated("names that are ignored"),
        Part.TEXT: translated("description"),
        Part.ROLE: translated("role"),
        Part.DATE: translated("date"),
        Part.PASSAGES: translated("passages"),
        Part.HERE: translated("meant here"),
        Part.NOT_HERE: translated("not meant here"),
    }[part]


def _cut(words: str, longest: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
