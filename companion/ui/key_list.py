"""Key list: every action with its keys, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from companion.ui.actions import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions


class KeyList(QDialog):
    """A window of two columns: what can be done, and by which keys."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 640)
        table = QTreeWidget(self)
        table.setAccessibleName(self.tr("Keys"))
        table.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        table.setRootIsDecorated(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for title, commands in COMMANDS.items():
            words = QCoreApplication.translate("Actions", title).replace("&", "")
            group = QTreeWidgetItem(table, [words])
            for command in commands:
                if command is not None:
                    self._add(group, actions[command.name].text(), actions[command.name].shortcuts())
            group.setExpanded(True)
        self._add_in_text(table)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(table)
        column.addWidget(buttons)

    def _add_in_text(self, table: QTreeWidget) -> None:
        group = QTreeWidgetItem(table, [self.tr("In the text")])
        for words, keys in (
            (self.tr("Next name, name before"), "Tab, Shift+Tab"),
            (self.tr("Put the name in focus"), self.tr("Enter, or click")),
            (self.tr("Add a second name to the focus"), self.tr("Ctrl+Enter, or Ctrl+click")),
            (self.tr("A page on, a page back"), self.tr("Space, Shift+Space")),
            (self.tr("Select"), self.tr("Shift with arrow keys, Home, End, PgUp, PgDn")),
            (self.tr("Let go"), "Esc"),
        ):
            QTreeWidgetItem(group, [words, keys])
        group.setExpanded(True)

    @staticmethod
    def _add(group: QTreeWidgetItem, words: str, keys: list[QKeySequence]) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        shown = ", ".join(key.toString(native) for key in keys)
        QTreeWidgetItem(group, [words.replace("&", ""), shown])
