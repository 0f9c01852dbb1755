"""Link walk: going by keyboard from one name, note, link or picture in the text to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.core.leads import span_of
from companion.ui.reading_view.marks import marked_kind

if TYPE_CHECKING:
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.leading import Leading


class LinkWalk:
    """Which words in the text have the keyboard, if any. Names that are not marked are passed over."""

    def __init__(self, reading: Reading, look: Look, leading: Leading) -> None:
        self._reading = reading
        self._look = look
        self._leading = leading
        self.span: Span | None = None

    def leave(self) -> None:
        """Takes the keyboard off the words."""
        self.span = None

    def step(self, forward: bool) -> Span | None:
        """Goes to the next of them, or the one before: from the last one while it is on the screen, else from
        the edge of the screen. None when there is none; then the walk has ended."""
        place = self._reading.place
        here = self.span if self.span and self.span.overlaps(place) else None
        if forward:
            start = here.end if here else place.start
            named, lead = self._next_name(start), self._leading.leads.next_from(start)
        else:
            start = here.start if here else place.end
            named, lead = self._previous_name(start), self._leading.leads.last_before(start)
        if named is None or lead is None:
            self.span = named if lead is None else span_of(lead)
        elif span_of(lead).contains(named):  # a name in a link is passed over with it
            self.span = span_of(lead)
        else:
            self.span = (min if forward else max)(named, span_of(lead))
        return self.span

    def _next_name(self, offset: int) -> Span | None:
        links = self._reading.companion.links
        index = links.index_from(offset)
        while index < len(links) and not self._is_marked(index):
            index += 1
        named = links[index].span if index < len(links) else None
        end = named.start if named else len(self._reading.document.text)
        undecided = links.ambiguities_within(offset, end) if self._look.marks.kinds else ()
        return Span(undecided[0].start, undecided[0].end) if undecided else named

    def _previous_name(self, offset: int) -> Span | None:
        links = self._reading.companion.links
        index = links.index_from(offset) - 1
        while index >= 0 and not self._is_marked(index):
            index -= 1
        named = links[index].span if index >= 0 else None
        undecided = links.ambiguities_within(named.end if named else 0, offset)
        if undecided and self._look.marks.kinds:
            return Span(undecided[-1].start, undecided[-1].end)
        return named

    def _is_marked(self, index: int) -> bool:
        return marked_kind(self._reading.companion.links[index], self._reading, self._look) is not None
