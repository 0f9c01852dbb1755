"""Reading: one open document with its companion, focus, place and history; the only thing that changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from companion.core.companion import Companion, Passages
from companion.core.document import Document, Span
from companion.core.history import History
from companion.core.search import Hits, Search
from companion.ui.bench.mending import Mending
from companion.ui.elsewhere import ElsewhereAsked
from companion.ui.guarding import Guarding
from companion.ui.quest import Quest

NO_FOCUS: tuple[str, ...] = ()
_LONG = 4_000_000
"""Code points from which on the window could not wait until a text is ready to be searched."""
MOST_HITS = 200_000
"""A single letter has more in a long book: to find them all would hold up the window as one types."""


class Reading(Guarding):
    """The mediator: panels and views call its verbs and hear its facts, and never meet each other.

    A verb returns at once when nothing changes; that ends every feedback loop. The verbs for bookmarks stand
    in `Bookmarking`, those for the furthest place in `Guarding`. `companion` and `hits` are what may be seen.

    Signals:
        document_changed(Document): another text is shown; its companion is still empty.
        companion_changed(Companion): the entries and links of the same text are there, or are new.
        quest_changed(Quest): entries are being looked for in the text, or no more.
        entry_focused(tuple[str, ...]): the ids in focus, none, one or two.
        passage_changed(int): the number, from 0, of the focus's passage that the reader is at; -1 for none.
        passage_requested(Span): bring these words into view and show where they are.
        place_requested(int): put the line that holds this offset at the top.
        place_changed(Span): the words that are on the screen now.
        search_expected(): words will soon be searched for; the text may be made ready, see `be_searchable`.
        search_changed(Hits): what the search found; no hits when it was closed.
        hit_changed(int): the number, from 0, of the hit that the reader is at; -1 for none.
        history_changed(): whether one can go back or forward may have changed.
    """

    document_changed = Signal(object)
    companion_changed = Signal(object)
    quest_changed = Signal(object)
    entry_focused = Signal(object)
    passage_changed = Signal(int)
    passage_requested = Signal(object)
    place_requested = Signal(int)
    place_changed = Signal(object)
    search_expected = Signal()
    search_changed = Signal(object)
    hit_changed = Signal(int)
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.companion = self.whole
        self.mending = Mending(self)
        self.elsewhere = ElsewhereAsked(self)
        self.quest = Quest.NONE
        self.focus: tuple[str, ...] = NO_FOCUS
        self.passages: Passages = self.companion.passages()
        self.passage_index = -1
        self.query = ""
        self.hits = Hits()
        self.hit_index = -1
        self._all_hits = self.hits
        self._search: Search | None = None
        self._is_search_expected = self._is_search_promised = False
        self._awaited_query = ""
        self._history = History()
        self._awaited = NO_FOCUS

    # -- the text and its companion

    def show(
        self,
        document: Document,
        place: int = 0,
        focus: tuple[str, ...] = NO_FOCUS,
    ) -> None:
        """Opens another text at `place`; nothing of the one before stays.

        `focus` are ids to be put in focus as soon as their entries are there.
        """
        self.release()
        self.search("")
        self.document = document
        self.whole = self.companion = Companion(document)
        self.quest = Quest.NONE
        self._search, self._awaited_query = None, ""
        self._is_search_expected = self._is_search_promised = False
        self._history = History()
        self._awaited = focus
        self.place = Span(0, 0)
        self._begin_unread()
        self.choose_bookmark("")
        self.marginalia.show(document)
        self.document_changed.emit(document)
        self.companion_changed.emit(self.companion)
        self.history_changed.emit()
        if place:
            self.place_requested.emit(place)

    def take(self, companion: Companion) -> None:
        """Takes a companion of the open text; the focus stays as far as its entries are still there.

        So does the passage that the reader is at.
        """
        if companion is self.whole or companion.document is not self.document:
            return
        self.whole = companion
        if self.quest is Quest.UNDER_WAY and _may_be_found(companion):
            self.quest = Quest.DONE
        elif self.quest is Quest.READ:
            self.quest = Quest.NONE
        self.companion = self._companion_in_sight()
        kept = tuple(entry for entry in self.wanted_focus if self.companion.entry(entry))
        at = self.passages.spans[self.passage_index].start if self.passage_index >= 0 else None
        self.companion_changed.emit(self.companion)
        self._set_focus(kept, at=at if kept == self.focus else None, always=True)

    def tell_quest(self, quest: Quest) -> None:
        """Told by what looks for the entries of the open text; `take` ends it with what was found."""
        if quest is not self.quest:
            self.quest = quest
            self.quest_changed.emit(quest)

    def show_as_far_as_read(self) -> None:
        """Shows the companion and the search's hits up to the horizon, as far as that changes anything.

        The reader stays at her passage and at her hit.
        """
        companion = self.companion if self._waits_for_sight() else self._companion_in_sight()
        if companion is not self.companion:
            self.companion = companion
            self.companion_changed.emit(companion)
            self._renew_focus()
        self._show_hits()

    def _renew_focus(self) -> None:
        """The passages of the focus as the companion has them now; told only if they are others."""
        focus = tuple(entry for entry in self.focus if self.companion.entry(entry))
        passages = self.companion.passages(*focus)
        is_same = focus == self.focus and passages.spans == self.passages.spans
        at = self.passages.spans[self.passage_index].start if self.passage_index >= 0 else -1
        self.focus, self.passages = focus, passages
        if not is_same:
            before, self.passage_index = self.passage_index, self._passage_at(at)
            self.entry_focused.emit(focus)
            if self.passage_index != before:
                self.passage_changed.emit(self.passage_index)

    # -- focus

    @property
    def wanted_focus(self) -> tuple[str, ...]:
        """The focus, or the ids that will be in focus when their entries are there."""
        return self.focus or self._awaited

    def focus_on(self, entry: str, *, at: int | None = None) -> None:
        """Puts one entry in focus; `at` is the offset of the mention by which it was chosen."""
        self._set_focus((entry,), at=at)

    def add_to_focus(self, entry: str, *, at: int | None = None) -> None:
        """Puts a second entry in focus beside the first, or takes it out when it is there already."""
        if entry in self.focus:
            self._set_focus(tuple(other for other in self.focus if other != entry), at=at)
        else:
            self._set_focus((*self.focus[:1], entry), at=at)

    def release(self) -> None:
        """Lets go of the focus."""
        self._awaited = NO_FOCUS
        self._set_focus(NO_FOCUS)

    def _set_focus(self, focus: tuple[str, ...], *, at: int | None = None, always: bool = False) -> None:
        focus = tuple(entry for entry in focus if self.companion.entry(entry))
        if focus == self.focus and not always:
            if at is not None:
                self._set_passage(self._passage_at(at))
            return
        self.focus, self._awaited = focus, NO_FOCUS
        self.passages = self.companion.passages(*focus)
        self.passage_index = -1 if at is None else self._passage_at(at)
        self.entry_focused.emit(focus)
        self.passage_changed.emit(self.passage_index)

    # -- stepping through the passages of the focus

    def go_to_passage(self, index: int) -> None:
        """Goes to the passage of that number, counted from 0 and round the ends."""
        if not self.passages:
            return
        index %= len(self.passages)
        self._set_passage(index)
        self.go_to(self.passages.spans[index])

    def next_passage(self) -> None:
        """Goes to the next passage: after the one the reader is at, or else after her place."""
        if self.passage_index >= 0:
            self.go_to_passage(self.passage_index + 1)
        else:
            self.go_to_passage(bisect_left(self.passages.spans.starts, self.place.start))

    def previous_passage(self) -> None:
        """Goes to the passage before the one the reader is at, or else before her place."""
        if self.passage_index >= 0:
            self.go_to_passage(self.passage_index - 1)
        else:
            self.go_to_passage(bisect_left(self.passages.spans.starts, self.place.start) - 1)

    def _passage_at(self, offset: int) -> int:
        index = bisect_right(self.passages.spans.starts, offset) - 1
        return index if index >= 0 and self.passages.spans[index].end > offset else -1

    def _set_passage(self, index: int) -> None:
        if index != self.passage_index:
            self.passage_index = index
            self.passage_changed.emit(index)

    # -- places

    def go_to(self, span: Span) -> None:
        """Jumps to these words; the jump can be taken back."""
        self._history.leave(self.place.start)
        self.history_changed.emit()
        self.passage_requested.emit(span)

    def moved_to(self, span: Span) -> None:
        """Told by the text view: these words are on the screen now."""
        if span != self.place:
            before, self.place = self.place, span
            self._note_seen(before, span)
            self.place_changed.emit(span)

    def jump_to_place(self, offset: int) -> None:
        """Jumps so that the line of `offset` is at the top; the jump can be taken back."""
        self._history.leave(self.place.start)
        self.history_changed.emit()
        self.place_requested.emit(offset)

    def scroll_to(self, offset: int) -> None:
        """Puts the line of `offset` at the top as a scroll bar does: there is nothing to take back."""
        self.place_requested.emit(offset)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a jump to take back."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether a jump was taken back that can be made again."""
        return self._history.can_go_forward

    def back(self) -> None:
        """Takes the last jump back."""
        self._return_to(self._history.back(self.place.start))

    def forward(self) -> None:
        """Makes the jump again that was taken back."""
        self._return_to(self._history.forward(self.place.start))

    def _return_to(self, place: int | None) -> None:
        if place is not None:
            self.history_changed.emit()
            self.place_requested.emit(place)

    # -- search

    def expect_search(self) -> None:
        """Told when somebody is about to type: only then is a text made ready to be searched."""
        if self._search is None and not self._is_search_expected:
            self._is_search_expected = True
            self.search_expected.emit()

    def be_searchable(self, document: Document, search: Search) -> None:
        """Takes a text made ready to be searched; otherwise that is done when it is searched first."""
        if document is self.document and self._search is None:
            self._search, self._is_search_promised = search, False
            self.search(self._awaited_query or self.query)

    def promise_search(self, is_promised: bool) -> None:
        """Told whether `be_searchable` will follow; a very long text is then searched only when it does."""
        self._is_search_promised = is_promised and len(self.document.text) > _LONG

    def search(self, query: str) -> None:
        """Finds all places of `query` in the text; an empty one closes the search."""
        if query and self._search is None and self._is_search_promised:
            self._awaited_query = query
            return
        self._awaited_query = ""
        if query == self.query:
            return
        self.query = query
        if query and self._search is None:
            self._search = Search(self.document.text)
        self._all_hits = self._search.find(query, MOST_HITS) if query and self._search else Hits()
        self.hits = self._all_hits.until(self.horizon)
        self.hit_index = -1
        self.search_changed.emit(self.hits)
        self.hit_changed.emit(-1)

    def _show_hits(self) -> None:
        hits = self._all_hits.until(self.horizon)
        if len(hits) != len(self.hits):
            self.hits = hits
            self.search_changed.emit(hits)
            if self.hit_index >= len(hits):
                self.hit_index = -1
                self.hit_changed.emit(-1)

    def go_to_hit(self, index: int) -> None:
        """Goes to the hit of that number, counted from 0 and round the ends."""
        if not len(self.hits):
            return
        is_walking = self.hit_index >= 0 and self._is_on_screen(self.hits[self.hit_index])
        self.hit_index = index % len(self.hits)
        self.hit_changed.emit(self.hit_index)
        if is_walking:  # from hit to hit is one way, which “Back” takes back at once
            self.passage_requested.emit(self.hits[self.hit_index])
        else:
            self.go_to(self.hits[self.hit_index])

    def _is_on_screen(self, span: Span) -> bool:
        return self.place.start <= span.start < self.place.end

    def next_hit(self) -> None:
        """Goes to the next hit: after the one the reader is at, or else the first after her place."""
        first = self.hits.next(self.place.start)
        if first is not None:
            self.go_to_hit(self.hit_index + 1 if self.hit_index >= 0 else first)

    def previous_hit(self) -> None:
        """Goes to the hit before the one the reader is at, or else before her place."""
        last = self.hits.previous(self.place.start)
        if last is not None:
            self.go_to_hit(self.hit_index - 1 if self.hit_index >= 0 else last)


def _may_be_found(companion: Companion) -> bool:
    """Whether a companion was found in the text, at least in part: nobody writes one without entries."""
    entries = companion.entries
    return not len(entries) or any(entry.is_found for entry in entries)
