"""Names: what is named in the text, where the reader points, and following a name to its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from companion.core.document import Span
from companion.ui.pointed import Pointed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.reading import Reading
    from companion.ui.reading_view.sight import Sight


class Names(QObject):
    """The names on the screen, and the one that the pointer or the keyboard is on, if any.

    Signals:
        pointed(Pointed | None): what the pointer or the keyboard is on now, once for each name; None when
            it left.
    """

    pointed = Signal(object)

    def __init__(self, reading: Reading, sight: Sight, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._reading = reading
        self._sight = sight
        self._viewport = viewport
        self._name: Span | None = None
        self._by_keyboard = False

    def at(self, offset: int) -> Span | None:
        """The span of the name that covers `offset`, decided or not."""
        links = self._reading.companion.links
        mentions = links.at(offset)
        if mentions:
            return mentions[0].span
        undecided = links.ambiguity_at(offset)
        return Span(undecided.start, undecided.end) if undecided else None

    def is_one(self, span: Span) -> bool:
        """Whether exactly these words are a name."""
        return self.at(span.start) == span

    def renew(self) -> None:
        """The companion is another: leaves the name that was pointed at, unless it still is one."""
        if self._name is not None and not self.is_one(self._name):
            self.leave()

    def point(self, offset: int | None) -> bool:
        """The pointer is over this letter, or over none. Whether it is over a name.

        A pointer that is over no name takes nothing away from the keyboard.
        """
        name = None if offset is None else self.at(offset)
        if name is None or offset is None:
            if not self._by_keyboard:
                self.leave()
        elif name != self._name:
            self._set(name, self._pointed_at(name, offset, by_keyboard=False))
        return name is not None

    def point_by_keyboard(self, name: Span) -> None:
        """The keyboard is on this name."""
        self._set(name, self._pointed_at(name, name.start, by_keyboard=True))

    def leave(self) -> None:
        """Neither the pointer nor the keyboard is on a name."""
        if self._name is not None:
            self._set(None, None)

    def follow(self, offset: int, *, add: bool, by_keyboard: bool = False) -> bool:
        """Puts what is named at `offset` in focus, or beside the focus; False when nothing is named there.

        Where a name means several entries, a second time gives the next one; where it is undecided which
        is meant, they are shown for the reader to choose.
        """
        name = self.at(offset)
        if name is None:
            return False
        entries, is_undecided = self._entries_at(offset)
        if is_undecided:
            self._set(name, self._pointed_at(name, offset, by_keyboard=by_keyboard))
            return True
        focus = self._reading.focus
        last = entries.index(focus[-1]) if focus and focus[-1] in entries else -1
        chosen = entries[(last + 1) % len(entries)]
        verb = self._reading.add_to_focus if add else self._reading.focus_on
        verb(chosen, at=offset)
        return True

    def _set(self, name: Span | None, pointed: Pointed | None) -> None:
        self._name = name
        self._by_keyboard = pointed is not None and pointed.by_keyboard
        self.pointed.emit(pointed)

    def _pointed_at(self, name: Span, offset: int, *, by_keyboard: bool) -> Pointed:
        """What is named at `offset`, with the place, in global coordinates, of that line of the name."""
        entries, is_undecided = self._entries_at(offset)
        rect = self._sight.rect_at(name, offset).toAlignedRect()
        where = QRect(self._viewport.mapToGlobal(rect.topLeft()), rect.size())
        return Pointed(entries, where, ambiguous=is_undecided, by_keyboard=by_keyboard)

    def _entries_at(self, offset: int) -> tuple[tuple[str, ...], bool]:
        """The entries that are named at `offset`, and whether it is undecided which of them is meant."""
        links = self._reading.companion.links
        entries = tuple(dict.fromkeys(mention.entry for mention in links.at(offset)))
        undecided = None if entries else links.ambiguity_at(offset)
        return (undecided.entries, True) if undecided else (entries, False)
