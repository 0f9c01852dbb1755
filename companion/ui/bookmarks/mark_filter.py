"""Mark filter: over the list of marks: words to look for, kinds, colours and tags to show, and the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from companion.core.notes import Colour, MarkKind
from companion.ui.bookmarks.bookmark_words import colour_in_words, kinds_of_marks
from companion.ui.bookmarks.mark_order import Ordering, Wanted
from companion.ui.parts.field import Field
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from PySide6.QtGui import QAction

    from companion.ui.looks.look import Look

_PAUSE_MS = 120
"""So long after the last letter the list is filtered."""
_MOST_TAGS = 40


class MarkFilter(QWidget):
    """One line: the words, and two buttons with menus, for what is shown and in which order.

    Signals:
        changed(): other marks are wanted, or in another order.
        left_down(): the list is wanted.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark_filter")
        self.ordering = Ordering.PLACE
        self._wanted = Wanted()
        self._tags: Sequence[str] = ()
        self.words = Field(look, self.tr("Filter the marks"), self)
        self.show_button = SmallButton(look, "", "", self)
        self.order_button = SmallButton(look, "", "", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._take_words)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(self.order_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 14, 2)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.words.textChanged.connect(self._wait)
        self.words.left_down.connect(self.left_down)
        self.words.escaped.connect(self.words.clear)
        self.show_button.clicked.connect(self._offer_sorts)
        self.order_button.clicked.connect(self._offer_orders)
        self._say()

    @property
    def wanted(self) -> Wanted:
        """Which marks are to be listed."""
        return self._wanted

    def know_tags(self, tags: Sequence[str]) -> None:
        """Takes the tags that there are; one that is gone is wanted no more."""
        self._tags = tags
        gone = self._wanted.tags.difference(tags)
        if gone:
            self._want(self._wanted._replace(tags=self._wanted.tags - gone))

    def reset(self) -> None:
        """Has all marks be listed."""
        self.words.clear()
        self._pause.stop()
        self._want(Wanted())

    # -- words

    def _wait(self, _: str) -> None:
        self._pause.start()

    def _take_words(self) -> None:
        self._want(self._wanted._replace(words=" ".join(self.words.text().split())))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._say()
            self.changed.emit()

    # -- the menus

    def _offer_sorts(self) -> None:
        """A menu in which several can be ticked; it stays as long as the reader ticks by keyboard."""
        menu = self._menu("mark_sorts", self.show_button.accessibleName())
        for kind in MarkKind:
            self._tick(menu, kinds_of_marks(kind), kind, kind in self._wanted.kinds)
        menu.addSeparator()
        for colour in Colour:
            self._tick(menu, colour_in_words(colour), colour, colour in self._wanted.colours)
        if self._tags:
            menu.addSeparator()
        for tag in self._tags[:_MOST_TAGS]:
            self._tick(menu, f"#{tag}".replace("&", "&&"), tag, tag in self._wanted.tags)
        menu.addSeparator()
        menu.addAction(self.tr("Show all")).setEnabled(not self._wanted.is_all)
        menu.triggered.connect(self._choose_sort)
        menu.popup(self.show_button.mapToGlobal(self.show_button.rect().bottomLeft()))

    def _offer_orders(self) -> None:
        menu = self._menu("mark_orders", self.order_button.accessibleName())
        for ordering in Ordering:
            self._tick(menu, self._order_in_words(ordering), ordering, ordering is self.ordering)
        menu.triggered.connect(self._choose_order)
        menu.popup(self.order_button.mapToGlobal(self.order_button.rect().bottomLeft()))

    def _menu(self, name: str, words: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.setAccessibleName(words)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @staticmethod
    def _tick(menu: QMenu, words: str, value: StrEnum | str, is_on: bool) -> None:
        action = menu.addAction(words)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(is_on)

    def _choose_sort(self, action: QAction) -> None:
        value, wanted = action.data(), self._wanted
        if value is None:
            self.reset()
        elif isinstance(value, MarkKind):
            self._want(wanted._replace(kinds=wanted.kinds ^ {value}))
        elif isinstance(value, Colour):
            self._want(wanted._replace(colours=wanted.colours ^ {value}))
        else:
            self._want(wanted._replace(tags=wanted.tags ^ {str(value)}))

    def _choose_order(self, action: QAction) -> None:
        self.order_by(Ordering(action.data()))

    def order_by(self, ordering: Ordering) -> None:
        """Lists the marks in another order."""
        if ordering is not self.ordering:
            self.ordering = ordering
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        wanted = self._wanted
        chosen = [
            *(kinds_of_marks(kind) for kind in MarkKind if kind in wanted.kinds),
            *(colour_in_words(colour) for colour in Colour if colour in wanted.colours),
            *(f"#{tag}" for tag in sorted(wanted.tags)),
        ]
        words = ", ".join(chosen) if chosen else self.tr("all marks")
        self.show_button.say(f"{words} ▾", self.tr("Shown: {0}").format(words))
        order = self._order_in_words(self.ordering)
        self.order_button.say(f"{order} ▾", self.tr("Ordered {0}").format(order))

    def _order_in_words(self, ordering: Ordering) -> str:
        match ordering:
            case Ordering.PLACE:
                return self.tr("by place")
            case Ordering.COLOUR:
                return self.tr("by colour")
            case Ordering.TAG:
                return self.tr("by tag")
            case Ordering.KIND:
                return self.tr("by kind")
        return self.tr("by date")
