"""Contents panel: the sections of the text as a tree that shows which one is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from companion.ui.contents.contents_rows import ContentsDelegate, ContentsRows
from companion.ui.contents.place_words import section_on_screen
from companion.ui.guarded import guarded
from companion.ui.parts.panel import Panel
from companion.ui.parts.row_view import clear_ground

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Document
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_COALESCE = 60
"""Milliseconds in which the reader may scroll on before the panel follows."""


class ContentsPanel(Panel):
    """Follows the reader; a click or Enter goes to a section."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "contents_panel")
        self.entitle(self.tr("Contents"))
        self.view = ContentsView(look, self.title, self.content)
        self.inside.setContentsMargins(10, 0, 0, 0)
        self.inside.addWidget(self.view)
        self.view.chosen.connect(self._go)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_COALESCE)
        self._follow.timeout.connect(self._show_place)
        reading.document_changed.connect(self._show_document)
        reading.place_changed.connect(self._place_changed)
        reading.horizon_changed.connect(self._show_horizon)
        self._show_document(reading.document)

    def _show_document(self, document: Document) -> None:
        self.view.show_document(document)
        self._show_horizon()
        self.say_empty("" if document.sections else self._why_empty(document))
        self._show_place()

    def _why_empty(self, document: Document) -> str:
        if document.text:
            return self.tr("This text is not divided into sections.")
        return self.tr("The headings of an open text stand here.")

    def _show_horizon(self, _: int = 0) -> None:
        self.view.rows.set_horizon(self.reading.horizon if self.reading.is_guarded else None)

    def _place_changed(self) -> None:
        if not self._follow.isActive():
            self._follow.start()

    def _show_place(self) -> None:
        self.view.show_section(section_on_screen(self.reading.document, self.reading.place))

    def _go(self, section: int) -> None:
        self.reading.jump_to_place(self.reading.document.sections[section].start)


class ContentsView(QTreeView):
    """The tree.

    Signals:
        chosen(int): the number of the section that was clicked or entered.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._section: int | None = None
        self._is_touched = False
        self.rows = ContentsRows(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the contents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self.rows)
        self._delegate = ContentsDelegate(look, self)
        self.setItemDelegate(self._delegate)
        clear_ground(self)
        self.clicked.connect(self._choose)
        self.verticalScrollBar().actionTriggered.connect(self._look_round)
        self.collapsed.connect(self._show_current)
        self.expanded.connect(self._show_current)
        look.changed.connect(self.viewport().update)

    def show_document(self, document: Document) -> None:
        """Shows the sections of another document, all of them open."""
        self._section, self._is_touched = None, False
        self._delegate.current = -1
        self.rows.show_document(document)
        self.setRootIsDecorated(self.rows.is_nested)
        self.expandAll()

    @property
    def current_section(self) -> int | None:
        """The number of the section that is shown as the current one."""
        return self._section

    def show_section(self, section: int | None) -> None:
        """Shows that section as the current one; no further than needed is scrolled."""
        if section == self._section:
            return
        self._section = section
        self._show_current()

    def _show_current(self) -> None:
        index = QModelIndex() if self._section is None else self.rows.index_of(self._section)
        shown = index
        while index.isValid():
            index = index.parent()
            if index.isValid() and not self.isExpanded(index):
                shown = index
        self._delegate.current = self.rows.section_of(shown)
        if shown.isValid() and not self.underMouse():
            self.scrollTo(shown)
        self.viewport().update()

    def _look_round(self, _: int) -> None:
        self._is_touched = True

    def _stay_with_reader(self) -> None:
        """Shows the current section again in another room, until the reader has looked round herself.

        What was scrolled to before the panel had its size is out of sight.
        """
        if not self._is_touched and self._delegate.current >= 0:
            self.scrollTo(self.rows.index_of(self._delegate.current))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.section_of(index))

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stay_with_reader()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stay_with_reader()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_touched = True
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._choose(index)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS and self._delegate.current >= 0:
            self.setCurrentIndex(self.rows.index_of(self._delegate.current))  # her keys begin where she reads
        super().focusInEvent(event)
