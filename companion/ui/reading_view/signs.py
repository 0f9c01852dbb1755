"""Signs: what in the text can be pointed at and followed: the names of entries, and what leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.document import NoteMark, Picture
from companion.core.leads import goal_of, span_of
from companion.ui.reading_view.leading import Leading
from companion.ui.reading_view.names import Names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Span
    from companion.core.leads import Lead
    from companion.ui.reading import Reading
    from companion.ui.reading_view.sight import Sight


class Signs(QObject):
    """Where a name stands in a link, pointing tells of the name, and a click follows the link; with Ctrl it
    follows the name, and so it does where the link leads out of the text."""

    def __init__(self, reading: Reading, sight: Sight, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.names = Names(reading, sight, viewport)
        self.leading = Leading(reading, sight, viewport)

    def is_one(self, span: Span) -> bool:
        """Whether exactly these words are a name or lead elsewhere."""
        return self.lead_at(span) is not None or self.names.is_one(span)

    def lead_at(self, span: Span) -> Lead | None:
        """What exactly these words lead to."""
        lead = self.leading.at(span.start)
        return lead if lead is not None and span_of(lead) == span else None

    def renew(self) -> None:
        """The companion is another."""
        self.names.renew()

    def point(self, offset: int | None) -> bool:
        """The pointer is over this letter, or over none. Whether it is over something to be followed."""
        lead = None if offset is None else self.leading.at(offset)
        if not isinstance(lead, NoteMark) and self.names.point(offset):
            self.leading.point(None)
            return True
        if isinstance(lead, NoteMark):
            self.names.point(None)
        self.leading.point(lead)
        return lead is not None

    def point_by_keyboard(self, span: Span) -> None:
        """The keyboard is on these words."""
        lead = self.lead_at(span)
        if lead is None:
            self.leading.leave()
            self.names.point_by_keyboard(span)
        else:
            self.names.leave()
            self.leading.point_by_keyboard(lead)

    def leave(self) -> None:
        """Neither the pointer nor the keyboard is on anything."""
        self.names.leave()
        self.leading.leave()

    def follow(self, offset: int, *, add: bool, by_keyboard: bool = False) -> bool:
        """Follows what stands at `offset`; False when nothing does. See ``Names.follow``."""
        lead = self.leading.at(offset)
        if lead is not None and not add:
            stays = goal_of(lead) is not None or isinstance(lead, Picture)
            if stays or self.names.at(offset) is None:
                self.leading.follow(lead, by_keyboard=by_keyboard)
                return True
        return self.names.follow(offset, add=add, by_keyboard=by_keyboard)
