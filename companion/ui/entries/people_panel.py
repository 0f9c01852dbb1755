"""People panel: the people of the companion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.entries.entry_list import EntryListPanel
from companion.ui.entries.who_is_here import WhoIsHere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.core.companion import Companion
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class PeoplePanel(EntryListPanel):
    """Whom the text speaks of."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "people_panel")
        self.who_is_here = WhoIsHere(reading, look, self.content)
        self.inside.insertWidget(0, self.who_is_here)

    def words_for_title(self) -> str:
        return self.tr("People")

    def words_for_filter(self, count: int) -> str:
        return self.tr("Filter 1 person") if count == 1 else self.tr("Filter %Ln people", "", count)

    def entries_of(self, companion: Companion) -> Sequence[Entry]:
        return companion.people

    def words_while_looking(self) -> str:
        return self.tr("People are being looked for in this text.")

    def words_for_nothing_found(self) -> str:
        return self.tr("No people were found in this text.")

    def words_while_empty(self) -> str:
        if not self.reading.document.text:
            return self.tr("The people of an open text stand here, with who they are.")
        if len(self.reading.companion.entries):
            return self.tr("The companion of this text names no people.")
        return self.tr(
            "No people here yet. A file named like the text, ending in .companion.yaml, brings them."
        )
