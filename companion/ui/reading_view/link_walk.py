"""Link walk: going from name to name in the text by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Span

if TYPE_CHECKING:
    from companion.ui.look import Look
    from companion.ui.reading import Reading


class LinkWalk:
    """Which name in the text has the keyboard, if any. It walks only over names whose kind is marked."""

    def __init__(self, reading: Reading, look: Look) -> None:
        self._reading = reading
        self._look = look
        self.span: Span | None = None

    def leave(self) -> None:
        """Takes the keyboard off the names."""
        self.span = None

    def step(self, forward: bool) -> Span | None:
        """Goes to the next name, or the one before: from the last one while it is on the screen, else from
        the edge of the screen. None when there is none; then the walk has ended."""
        place = self._reading.place
        here = self.span if self.span and self.span.overlaps(place) else None
        if forward:
            found = self._next(here.end if here else place.start)
        else:
            found = self._previous(here.start if here else place.end)
        self.span = found
        return found

    def _next(self, offset: int) -> Span | None:
        links = self._reading.companion.links
        index = links.index_from(offset)
        while index < len(links) and not self._is_marked(links[index].entry):
            index += 1
        named = links[index].span if index < len(links) else None
        undecided = self._reading.companion.links.ambiguities_within(
            offset, named.start if named else 1 << 62
        )
        return Span(*undecided[0][:2]) if undecided else named

    def _previous(self, offset: int) -> Span | None:
        links = self._reading.companion.links
        index = links.index_from(offset) - 1
        while index >= 0 and not self._is_marked(links[index].entry):
            index -= 1
        named = links[index].span if index >= 0 else None
        undecided = links.ambiguities_within(named.end if named else 0, offset)
        return Span(*undecided[-1][:2]) if undecided else named

    def _is_marked(self, entry_id: str) -> bool:
        entry = self._reading.companion.entry(entry_id)
        return entry is not None and entry.kind in self._look.marks.kinds
