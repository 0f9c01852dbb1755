"""Boundaries: where between its letters a laid text can be parted: within none, and before no unseen sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

from companion.ui.reading_view.shown_text import UNSEEN

if TYPE_CHECKING:
    from companion.ui.offsets import Offsets
    from companion.ui.reading_view.lines import Line


class Boundaries:
    """Those of one layout of `shown` signs; every place is a position of Qt, in UTF-16 units.

    `offsets` tell which code point of the signs stands there.
    """

    __slots__ = ("_layout", "_offsets", "_shown")

    def __init__(self, layout: QTextLayout, shown: str, offsets: Offsets) -> None:
        self._layout, self._shown, self._offsets = layout, shown, offsets

    def seen_from(self, unit: int) -> int:
        """The position itself or the next one that does not stand before a sign without a width."""
        while self._is_unseen(unit):
            unit = self._layout.nextCursorPosition(unit)
        return unit

    def next(self, unit: int, mode: QTextLayout.CursorMode) -> int:
        """The next position after that one, in whole letters or words."""
        return self.seen_from(self._layout.nextCursorPosition(unit, mode))

    def previous(
        self, unit: int, mode: QTextLayout.CursorMode = QTextLayout.CursorMode.SkipCharacters
    ) -> int:
        """The position before that one, in whole letters or words."""
        unit = self._layout.previousCursorPosition(unit, mode)
        while unit and self._is_unseen(unit):
            unit = self._layout.previousCursorPosition(unit)
        return unit

    def of_letter(self, unit: int) -> int:
        """The position itself or, inside a letter of several code points, where that letter begins."""
        while unit > 0 and not self._layout.isValidCursorPosition(unit):
            unit -= 1
        return unit

    def before_blanks(self, line: Line) -> int:
        """The last position on a line, before the blanks at which it is broken."""
        place = self._offsets.to_text(line.end)
        begins = self._offsets.to_text(line.first)
        while place > begins and (self._shown[place - 1].isspace() or self._shown[place - 1] == UNSEEN):
            place -= 1
        return self._offsets.to_qt(place)

    def _is_unseen(self, unit: int) -> bool:
        place = self._offsets.to_text(unit)
        is_hyphen = self._offsets.to_qt(place) != unit
        return is_hyphen or (place < len(self._shown) and self._shown[place] == UNSEEN)
