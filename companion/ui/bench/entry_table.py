"""Entry table: all entries of a companion as rows with what there is to know of each; sorted and filtered."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from companion.core.entries import Entry, Kind, Match, Origin
from companion.core.lookup import plain
from companion.ui.entries.entry_words import figures, kind_in_words, line_under_heading, source_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.icons import icon
from companion.ui.parts.plain import plain_tooltip
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtCore import QObject

    from companion.core.companion import Companion
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ICONS = {Origin.FOUND: "search", Origin.CURATED: "companion", Origin.EDITED: "mend"}


class Column(IntEnum):
    """What a column tells."""

    NAME = 0
    KIND = 1
    NAMES = 2
    PASSAGES = 3
    ORIGIN = 4
    SURE = 5


class EntryTable(QAbstractTableModel):
    """The entries that the filter lets through, sorted by one column."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._companion: Companion | None = None
        self._rows: list[Entry] = []
        self._row_of: dict[str, int] = {}
        self._sought = ""
        self.kinds: Collection[Kind] = frozenset(Kind)
        self._sorted_by, self._falls = Column.NAME, False

    # -- what is listed

    def show_companion(self, companion: Companion) -> None:
        """Lists the entries of this companion."""
        self._companion = companion
        self._fill()

    def filter(self, sought: str, kinds: Collection[Kind]) -> None:
        """Lists only entries of these kinds that have `sought` in a name."""
        self._sought, self.kinds = plain(sought), kinds
        self._fill()

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._rows[row]

    def row_of(self, entry_id: str) -> int:
        """The row of an entry; -1 where it is not listed."""
        return self._row_of.get(entry_id, -1)

    @property
    def count_of_all(self) -> int:
        """How many entries there are, listed or not."""
        return len(self._companion.entries) if self._companion else 0

    def _fill(self) -> None:
        self.beginResetModel()
        entries = self._companion.entries if self._companion else ()
        self._rows = [one for one in entries if one.kind in self.kinds and self._fits(one)]
        self._rows.sort(key=_by_name)
        self._rows.sort(key=self._key(), reverse=self._falls)
        self._row_of = {entry.id: row for row, entry in enumerate(self._rows)}
        self.endResetModel()

    def _fits(self, entry: Entry) -> bool:
        if not self._sought or self._sought in plain(entry.heading):
            return True
        return any(self._sought in plain(alias.text) for alias in entry.aliases)

    def _key(self) -> Callable[[Entry], Any]:
        keys: dict[Column, Callable[[Entry], Any]] = {
            Column.NAME: _by_name,
            Column.KIND: lambda one: list(Kind).index(one.kind),
            Column.NAMES: lambda one: (not one.aliases, plain(self.names(one))),
            Column.PASSAGES: self.passages,
            Column.ORIGIN: source_in_words,
            Column.SURE: lambda one: one.confidence,
        }
        return keys[self._sorted_by]

    def passages(self, entry: Entry) -> int:
        """How many passages speak of an entry."""
        return len(self._companion.passages(entry.id)) if self._companion else 0

    @staticmethod
    def names(entry: Entry) -> str:
        """The other names of an entry; those that are none are said to be so."""
        return ", ".join(
            translated("not “{name}”").format(name=alias.text) if alias.match is Match.NEVER else alias.text
            for alias in entry.aliases
        )

    # -- overrides of Qt

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded(otherwise=0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Name"),
            Column.KIND: self.tr("Kind"),
            Column.NAMES: self.tr("Other names"),
            Column.PASSAGES: self.tr("Passages"),
            Column.ORIGIN: self.tr("Where from"),
            Column.SURE: self.tr("Sure"),
        }[Column(section)]

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        entry, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(entry, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.ORIGIN:
                return icon(_ICONS[entry.origin], self._look)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(
                    "\n".join(part for part in (self._words(entry, column), entry.text) if part)
                )
            case Qt.ItemDataRole.TextAlignmentRole if column in (Column.PASSAGES, Column.SURE):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, entry: Entry, column: Column) -> str:
        match column:
            case Column.NAME:
                return entry.heading
            case Column.KIND:
                line = line_under_heading(entry) if entry.kind is Kind.EVENT else ""
                return f"{kind_in_words(entry.kind)} · {line}" if line else kind_in_words(entry.kind)
            case Column.NAMES:
                return self.names(entry)
            case Column.PASSAGES:
                return figures(self.passages(entry))
            case Column.ORIGIN:
                return source_in_words(entry) or translated("written")
        return f"{round(100 * entry.confidence)} %"

    @guarded
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._falls = Column(column), order == Qt.SortOrder.DescendingOrder
        self._fill()


def _by_name(entry: Entry) -> str:
    """What an entry is sorted by: its name, without signs that say it was cut or quoted."""
    name = plain(entry.heading)
    return name.lstrip("….,;:!?\"'«»()[]-– ") or name
