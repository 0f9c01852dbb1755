"""Glossary panel: the terms of the companion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.entries.entry_list import EntryListPanel
from companion.ui.entries.entry_rows import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.core.companion import Companion
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class GlossaryPanel(EntryListPanel):
    """Words and names that may need explaining."""

    order_of_found = Order.NEED

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "glossary_panel")

    def words_for_title(self) -> str:
        return self.tr("Glossary")

    def words_for_filter(self, count: int) -> str:
        return self.tr("Filter 1 term") if count == 1 else self.tr("Filter %Ln terms", "", count)

    def entries_of(self, companion: Companion) -> Sequence[Entry]:
        return companion.terms

    def words_while_looking(self) -> str:
        return self.tr("Terms are being looked for in this text.")

    def words_for_nothing_found(self) -> str:
        return self.tr("No terms were found in this text.")

    def words_while_empty(self) -> str:
        if not self.reading.document.text:
            return self.tr("The terms of an open text stand here, with what they mean.")
        if len(self.reading.companion.entries):
            return self.tr("The companion of this text explains no terms.")
        return self.tr(
            "This text has no companion yet. A file named like it, ending in .companion.yaml, brings one."
        )
