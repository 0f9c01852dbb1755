"""Key settings: a window that lists all keys, finds one, and gives an action others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from companion.core.lookup import plain
from companion.ui.guarded import guarded
from companion.ui.help.key_list import key_groups, keys_in_words
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.push_button import PushButton
from companion.ui.parts.row_ground import paint_row_ground

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.help.key_list import KeyRow
    from companion.ui.help.key_table import KeyTable
    from companion.ui.looks.look import Look

_NAME = Qt.ItemDataRole.UserRole
_SIZE = (620, 680)


class _Row(QStyledItemDelegate):
    """A row that can be hit: the font's height and some space."""

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, option.fontMetrics.height() + 10))


class _KeyTree(QTreeWidget):
    """Shows the chosen row as every list of the window does, over its whole width."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        clear = self.palette()
        clear.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        look.changed.connect(self.viewport().update)

    @guarded
    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.row() == self.currentIndex().row() and index.parent() == self.currentIndex().parent():
            row = QStyleOptionViewItem(option)
            if self.hasFocus():
                row.state |= QStyle.StateFlag.State_HasFocus
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(option.rect).adjusted(0, 1, 0, -1)
            paint_row_ground(painter, inside, row, self._look, is_chosen=True)
            painter.restore()
        super().drawRow(painter, option, index)


class KeySettings(QDialog):
    """Every change is there at once, and each can be taken back with the usual keys."""

    def __init__(self, actions: Actions, table: KeyTable, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key_settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._actions, self._table = actions, table
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.filter = Field(look, self.tr("Find an action or a key"), self)
        self.filter.takes_escape = False
        self.list = self._make_list(look)
        self._chosen = Paragraph(look, self)
        self.capture = self._make_capture()
        self._add, self._replace, self._usual = (
            PushButton(words, self) for words in (self.tr("&Add"), self.tr("Re&place"), self.tr("&Reset"))
        )
        self._sentence = Paragraph(look, self, Role.DIM)
        self._arrange()
        self._fill()
        self._connect()
        self._choose()
        self.resize(min(_SIZE[0], parent.width() - 40), min(_SIZE[1], parent.height() - 40))

    # -- what it is made of

    def _make_list(self, look: Look) -> QTreeWidget:
        made = _KeyTree(look, self)
        made.setAccessibleName(self.tr("Keys"))
        made.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFrameShape(QTreeWidget.Shape.NoFrame)
        made.setHeaderHidden(True)
        made.setIndentation(14)
        made.setItemDelegate(_Row(made))
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        made.verticalScrollBar().setAccessibleName(self.tr("Place in the list"))
        made.horizontalScrollBar().setAccessibleName(self.tr("Place in the line"))
        return made

    def _make_capture(self) -> QKeySequenceEdit:
        made = QKeySequenceEdit(self)
        made.setMaximumSequenceLength(1)
        made.setAccessibleName(self.tr("New keys"))
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as keys are written everywhere
        inside = made.findChild(QLineEdit)
        if inside is not None:
            inside.setAccessibleName(self.tr("New keys"))
        return made

    def _arrange(self) -> None:
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.capture, 1)
        for button in (self._add, self._replace, self._usual):
            change.addWidget(button)
        buttons = QDialogButtonBox(self)
        self._all_usual = PushButton(self.tr("Reset a&ll keys"), self)
        buttons.addButton(self._all_usual, QDialogButtonBox.ButtonRole.ResetRole)
        close = PushButton(self.tr("&Close"), self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        self.finished.connect(self._give_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self._chosen)
        column.addLayout(change)
        column.addWidget(self._sentence)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show_matching)
        self.filter.left_down.connect(self._enter_list)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._enter_capture)
        self.capture.keySequenceChanged.connect(self._judge)
        self._add.clicked.connect(self._give_more)
        self._replace.clicked.connect(self._give_instead)
        self._usual.clicked.connect(self._give_usual)
        self._all_usual.clicked.connect(self._give_all_usual)

    # -- the list

    def _fill(self) -> None:
        for group in key_groups(self._actions):
            top = QTreeWidgetItem(self.list, [group.title])
            top.setFirstColumnSpanned(True)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            items = [QTreeWidgetItem(top, [row.words, row.keys]) for row in group.rows]
            for row, item in zip(group.rows, items, strict=True):
                item.setData(0, _NAME, row.name)
                if row.name:
                    self._items[row.name] = item
            self._groups.append((top, items))
            top.setExpanded(True)
        self._show_keys()
        self.list.setCurrentItem(next(iter(self._items.values())))

    def _show_keys(self) -> None:
        """Writes the keys of all actions anew; those that are not the usual ones say so."""
        rows = {row.name: row for group in key_groups(self._actions) for row in group.rows if row.name}
        for name, item in self._items.items():
            item.setText(1, self._keys_words(rows[name]))

    def _keys_words(self, row: KeyRow) -> str:
        keys = keys_in_words(self._actions, row.name, apart=True)
        if not self._table.is_changed(row.name):
            return keys
        return self.tr("{keys} (yours)").format(keys=keys or self.tr("none"))

    def _show_matching(self, typed: str) -> None:
        sought = plain(typed)
        for group, items in self._groups:
            for item in items:
                item.setHidden(sought not in plain(f"{item.text(0)} {item.text(1)}"))
            group.setHidden(all(item.isHidden() for item in items))
        shown = [item for item in self._items.values() if not item.isHidden()]
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    # -- one action

    @property
    def _name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def show_over(self) -> None:
        """Shows itself, and takes the keyboard also where no window manager gives it."""
        self.show()
        self.activateWindow()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back(self, _: int = 0) -> None:
        if (window := self.parentWidget()) is not None:
            window.activateWindow()

    def choose(self, name: str) -> None:
        """Goes to the row of an action."""
        self.list.setCurrentItem(self._items[name])

    def _choose(self, _: object = None) -> None:
        self.capture.clear()
        self._judge()

    def _enter_capture(self, _: object = None) -> None:
        if self._name:
            self.capture.setFocus(Qt.FocusReason.TabFocusReason)

    def _judge(self, _: object = None) -> None:
        """Says whose keys these are, and lets them be given or not."""
        name, key = self._name, self.capture.keySequence()
        clash = self._table.clash(name, key) if name and not key.isEmpty() else None
        is_free = bool(name) and not key.isEmpty() and (clash is None or bool(clash.holder))
        self._add.setEnabled(is_free and key not in self._table.keys(name))
        self._replace.setEnabled(is_free)
        self._usual.setEnabled(bool(name) and self._table.is_changed(name))
        self.capture.setEnabled(bool(name))
        item = self.list.currentItem()
        self._chosen.say(item.text(0) if item is not None else "")
        self.say(clash.sentence if clash else self._advice(name, key))

    def _advice(self, name: str, key: QKeySequence) -> str:
        if not name:
            return self.tr("These keys belong to the text and cannot be changed.")
        if key.isEmpty():
            return self.tr("Press the keys that you would like for it.")
        return self.tr("These keys are free.")

    def say(self, sentence: str) -> None:
        """Says a sentence under the field."""
        self._sentence.say(sentence)
        self._sentence.setAccessibleName(sentence)
        self.capture.setAccessibleDescription(sentence)

    @property
    def sentence(self) -> str:
        """What is said under the field."""
        return self._sentence.text()

    # -- changes

    def _give_more(self) -> None:
        self._table.give(self._name, [*self._table.keys(self._name), self.capture.keySequence()])
        self._changed()

    def _give_instead(self) -> None:
        self._table.give(self._name, [self.capture.keySequence()])
        self._changed()

    def _give_usual(self) -> None:
        self._table.give_usual(self._name)
        self._changed()

    def _give_all_usual(self) -> None:
        self._table.give_all_usual()
        self._changed()

    def _changed(self) -> None:
        self._show_keys()
        self.capture.clear()
        self._judge()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
