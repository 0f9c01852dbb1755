"""Rows of entries: which entries of one kind are listed, in which order, and what is said of each."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from companion.core.alike import alike
from companion.core.search import fold
from companion.ui.entries.entry_words import (
    figures,
    first_place_in_words,
    is_doubtful,
    line_under_heading,
    passages_in_words,
    role_before,
)
from companion.ui.entries.sayings import saying_in_words, sayings
from companion.ui.guarded import guarded
from companion.ui.parts.plain import plain_tooltip
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QObject

    from companion.core.companion import Companion
    from companion.core.entries import Entry

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class Order(StrEnum):
    """How the entries of a list are sorted; NEED has those first that need explaining most."""

    FIRST_MENTION = "first mention"
    NAME = "name"
    FREQUENCY = "frequency"
    NEED = "need"


@lru_cache(maxsize=10_000)  # a list is sorted again with each correction
def plain_letters(text: str) -> str:
    """`text` as names are compared: no capitals, no accents, plain apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return fold("".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def first_mention(companion: Companion, entry: str) -> int | None:
    """The offset at which the text first speaks of an entry; None when it never does.

    Not asked of the companion, which would make all passages of every entry for it.
    """
    mentions = companion.links.indices_of(entry)
    told = companion.told.get(entry, ())
    first = [companion.links[mentions[0]].start] if mentions else []
    return min([*first, *(span.start for span in told)], default=None)


class EntryRows(QAbstractListModel):
    """The entries that the filter lets through, in the chosen order; what the text never names comes last.

    `related` are the ids of the entries that belong to the focus, `on_screen` of those that are on the
    screen now.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._companion: Companion | None = None
        self._entries: Sequence[Entry] = ()
        self._ids: frozenset[str] = frozenset()
        self._letters: dict[str, str] = {}
        self._sorted: list[Entry] = []
        self._rows: list[Entry] = []
        self._row_of: dict[str, int] = {}
        self._chosen: Order | None = None
        self._usual = Order.FIRST_MENTION
        self._sought = ""
        self._only: Collection[str] | None = None
        self.are_alike = False
        """Whether no name has what is sought, and those that are listed are spelt nearly so."""
        self.related: Collection[str] = frozenset()
        self.on_screen: Collection[str] = frozenset()

    # -- what is listed

    def show_entries(
        self, companion: Companion, entries: Sequence[Entry], usual: Order = Order.FIRST_MENTION
    ) -> None:
        """Lists these entries of a companion, in their usual order unless the reader has chosen another."""
        self._companion, self._entries, self._usual = companion, entries, usual
        self._ids = frozenset(entry.id for entry in entries)
        self._letters = {}
        self._sort()

    @property
    def order(self) -> Order:
        """How the rows are sorted."""
        return self._chosen or self._usual

    @property
    def chosen_order(self) -> Order | None:
        """The order that the reader has chosen; None while it is the usual one of what is listed."""
        return self._chosen

    def choose_order(self, order: Order | None) -> None:
        """Sorts the rows as the reader has chosen, or as is usual for what is listed."""
        before, self._chosen = self.order, order
        if self.order != before:
            self._sort()

    def filter(self, sought: str, only: Collection[str] | None = None) -> None:
        """Lists what `sought` stands in a name of and, unless it is None, only the ids in `only`.

        Where it stands in none, those are listed whose names are spelt nearly so.
        """
        wanted = plain_letters(sought.strip())
        if wanted != self._sought or only != self._only:
            self._sought, self._only = wanted, only
            self._fill()

    def _sort(self) -> None:
        companion = self._companion
        entries = list(self._entries)
        if companion is not None:
            places = {entry.id: first_mention(companion, entry.id) for entry in entries}
            entries.sort(key=lambda entry: plain_letters(entry.heading))
            if self.order is Order.FIRST_MENTION:
                entries.sort(key=lambda entry: places[entry.id] or 0)
            elif self.order is Order.FREQUENCY:
                entries.sort(key=lambda entry: -len(companion.passages(entry.id)))
                entries.sort(key=is_doubtful)
            elif self.order is Order.NEED:
                entries.sort(key=lambda entry: -len(companion.passages(entry.id)))
                entries.sort(key=lambda entry: -round(entry.confidence, 2))
            entries.sort(key=lambda entry: places[entry.id] is None)
        self._sorted = entries
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        only = self._only
        offered = [entry for entry in self._sorted if only is None or entry.id in only]
        self._rows = [entry for entry in offered if not self._sought or self._sought in self._names(entry)]
        self.are_alike = bool(self._sought) and not self._rows
        if self.are_alike:
            by_id = {entry.id: entry for entry in offered}
            names = ((entry.id, self._names(entry)) for entry in offered)
            self._rows = [by_id[one] for one in alike(self._sought, names)]
        self._row_of = {entry.id: row for row, entry in enumerate(self._rows)}
        self.endResetModel()

    def _names(self, entry: Entry) -> str:
        known = self._letters.get(entry.id)
        if known is None:
            names = [entry.heading, *(alias.text for alias in entry.aliases)]
            known = self._letters[entry.id] = "\n".join(map(plain_letters, names))
        return known

    @property
    def listed(self) -> Collection[str]:
        """The ids of all entries, also of those that the filter holds back."""
        return self._ids

    # -- what is said

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._rows[row]

    def row_of(self, entry: str) -> int:
        """The row of an entry; -1 when it is not listed."""
        return self._row_of.get(entry, -1)

    def count(self, entry: Entry) -> int:
        """How many passages speak of an entry."""
        return len(self._companion.passages(entry.id)) if self._companion else 0

    def set_on_screen(self, entries: Collection[str]) -> None:
        """Marks these entries as being on the screen now."""
        before, self.on_screen = self.on_screen, entries
        self._tell(set(before) ^ set(entries))

    def set_related(self, entries: Collection[str]) -> None:
        """Marks these entries as belonging to the focus."""
        before, self.related = self.related, entries
        self._tell(set(before) ^ set(entries))

    def _tell(self, changed: Collection[str]) -> None:
        rows = [self._row_of[entry] for entry in changed if entry in self._row_of]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        entry = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.heading
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._said(entry))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._described(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(self._said(entry, short=True)))
        return None

    def _said(self, entry: Entry, *, short: bool = False) -> list[str]:
        count = self.count(entry)
        place = first_mention(self._companion, entry.id) if self._companion else None
        where = self._companion.document if self._companion else None
        words = [entry.heading, line_under_heading(entry)]
        words.append(translated("doubtful") if is_doubtful(entry) else "")
        words.append(passages_in_words(count) if count else self.tr("not in the text"))
        if place is not None and where is not None:
            words.append(first_place_in_words(where, place))
        if not short:
            words.append(self.tr("on this page") if entry.id in self.on_screen else "")
            words.append(self.tr("belongs to the focus") if entry.id in self.related else "")
        return [part for part in words if part]

    def _described(self, entry: Entry) -> str:
        """What an open entry shows: for those who hear the row instead."""
        if self._companion is None:
            return entry.text
        others = [
            role_before(related.role, other.heading)
            for related in self._companion.related(entry.id)
            if (other := self._companion.entry(related.entry))
        ]
        related = self.tr("Related: {0}").format(", ".join(others)) if others else ""
        said = [saying_in_words(saying, self._companion.document) for saying in sayings(entry)]
        return " ".join(part for part in (*(said or [entry.text.strip()]), related) if part)

    def figure(self, entry: Entry) -> str:
        """The count as it stands at the end of a row."""
        return figures(self.count(entry))
