"""Marginalia: the marks of the open text at their places; every change of them can be undone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from companion.core.anchors import anchor, placings
from companion.core.document import Document, Span
from companion.core.notes import Colour, Mark, MarkKind, Notes, new_id
from companion.core.reconciling import restored
from companion.ui.bookmarks.mark_steps import Restoring, Step
from companion.ui.bookmarks.placed_marks import Placed, PlacedMarks, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.anchors import Anchor
    from companion.core.corrections import Correction, Subject
    from companion.ui.bookmarks.mark_steps import Ready


_FEW = 20
"""So many marks are put into their places one by one."""


def now() -> str:
    """The time at which something of the reader's is changed, as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Marginalia(QObject):
    """What the reader added to one document.

    Signals:
        changed(): the bookmarks are others, or stand elsewhere.
        mended(): the corrections are others.
    """

    changed = Signal()
    mended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.notes = Notes()
        self.undo_stack = QUndoStack(self)
        self._standing = PlacedMarks()
        self._document = Document("")
        self._places: dict[Anchor, Span | None] = {}
        self._shaky: set[Anchor] = set()
        self._before_typing: dict[str, Mark] = {}

    def show(self, document: Document) -> None:
        """Turns to another text, of which nothing is kept yet."""
        self._document = document
        self._places = {}
        self._shaky = set()
        self._before_typing = {}
        self.undo_stack.clear()
        self._set(Notes(), anew=True)

    def take(
        self,
        notes: Notes,
        places: Mapping[Anchor, Span | None] | None = None,
        shaky: Iterable[Anchor] = (),
    ) -> None:
        """Takes what is kept of the open text besides what is here; `places` are those that are known.

        `shaky` are the words among them whose place is not sure.
        """
        self._places.update(places or {})
        self._shaky.update(shaky)
        self._set(self.notes.merged(notes), anew=bool(places))

    # -- what there is

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All marks by place, with where their words stand; those without a place come last."""
        return self._standing.marks

    @property
    def bookmarks(self) -> tuple[Mark, ...]:
        """All bookmarks by place; those whose words are not found again come last."""
        return tuple(placed.bookmark for placed in self.placed)

    def bookmark(self, bookmark_id: str) -> Mark | None:
        """The bookmark of that id."""
        found = self._standing.of(bookmark_id)
        return found.bookmark if found else None

    def place_of(self, bookmark_id: str) -> Span | None:
        """Where the words of a bookmark stand; None where they, or it, are not found."""
        found = self._standing.of(bookmark_id)
        return found.span if found else None

    @property
    def places(self) -> dict[Anchor, Span | None]:
        """Where all words stand that were looked for so far."""
        return dict(self._places)

    @property
    def shaky(self) -> frozenset[Anchor]:
        """Those of the words whose place is not sure."""
        return frozenset(self._shaky)

    def is_shaky(self, bookmark: Mark) -> bool:
        """Whether it is not sure that the words of a mark are those that were meant."""
        return bookmark.anchor is not None and bookmark.anchor in self._shaky

    @property
    def tags(self) -> list[str]:
        """All tags, those that are used most first."""
        counted = Counter(tag for placed in self.placed for tag in placed.bookmark.tags)
        return sorted(counted, key=lambda tag: (-counted[tag], tag.casefold()))

    def about(self, subject: Subject | None) -> list[Mark]:
        """The notes on that entry, or on the whole text where that is None."""
        return self._standing.about(subject)

    def over(self, offset: int) -> list[Mark]:
        """The marks in whose words the letter at `offset` stands; the shortest last."""
        return self._standing.over(offset)

    def beginning_in(self, start: int, end: int) -> list[Placed]:
        """The bookmarks whose words begin in ``[start, end)``, by place."""
        return self._standing.beginning_in(start, end)

    def touching(self, span: Span) -> list[Placed]:
        """The bookmarks whose words lie in `span` at least in part, by place."""
        return self._standing.touching(span)

    def at(self, span: Span, kind: MarkKind = MarkKind.BOOKMARK) -> Mark | None:
        """The mark of that kind of exactly these words; for a place without words, the one in its line."""
        words = Span(*_ends(anchor(self._document, span)))
        return self._standing.at(words, kind, is_line=span.end <= span.start)

    def next(self, place: int, bookmark_id: str = "") -> str | None:
        """The id of the bookmark after the one of that id, or else after `place`; round the end."""
        return self._standing.next(place, bookmark_id)

    def previous(self, place: int, bookmark_id: str = "") -> str | None:
        """The id of the bookmark before the one of that id, or else before `place`."""
        return self._standing.previous(place, bookmark_id)

    # -- changes; each is a step that can be taken back

    def add(
        self, span: Span, label: str, colour: Colour, note: str, kind: MarkKind = MarkKind.BOOKMARK
    ) -> Mark:
        """Marks the words of `span`, or of an empty one its line."""
        words = self._anchor(span)
        made = Mark(new_id(), words, label, colour, note, kind=kind)
        self._do(
            self.tr("Add a bookmark") if kind is MarkKind.BOOKMARK else self.tr("Add a mark"), None, made
        )
        return self.bookmark(made.id) or made

    def add_about(self, subject: Subject | None, note: str = "") -> Mark:
        """Makes a note on an entry, or on the whole text where that is None."""
        made = Mark(new_id(), None, note=note, kind=MarkKind.NOTE, about=subject)
        self._do(self.tr("Add a note"), None, made)
        return self.bookmark(made.id) or made

    def move(self, bookmark_id: str, span: Span) -> None:
        """Has a mark stand at these words from now on, for sure."""
        if (before := self.bookmark(bookmark_id)) is not None:
            words = self._anchor(span)
            if words != before.anchor or words in self._shaky:
                self._do(self.tr("Place a mark"), before, replace(before, anchor=words))

    def _anchor(self, span: Span) -> Anchor:
        words = anchor(self._document, span)
        self._places[words] = Span(*_ends(words))
        self._shaky.discard(words)
        return words

    def restore(self, words: str, past: Notes, ready: Ready | None = None) -> None:
        """Makes the marks and corrections what they once were, as one step that can be taken back.

        What is `ready` counts if nothing was changed meanwhile: of many marks it takes a while to be made.
        """
        self.undo_stack.push(Restoring(self, words, self.notes, past, ready))

    def put_state(self, state: Notes, ready: Ready | None = None) -> None:
        """Has the marks and corrections be those of `state`; for the steps of the undo stack alone."""
        is_ready = ready is not None and ready.of is self.notes
        after = ready.after if ready is not None and is_ready else restored(self.notes, state, now())
        self._set(after, anew=True)

    def change(self, bookmark: Mark) -> None:
        """Gives the bookmark of that id another label, colour or note."""
        here = self.bookmark(bookmark.id)
        before = self._before_typing.pop(bookmark.id, here)
        if before is None or here is None:
            return
        wanted = _saying(before, bookmark)
        if wanted != before:
            self._do(self.tr("Change a mark"), before, wanted)
        elif _saying(here, bookmark) != here:
            self._set(self.notes.changed(wanted, now()))

    def keep_typed(self, bookmark: Mark) -> None:
        """Keeps what the reader is still typing; only `change` makes a step of it, and one of all."""
        here = self.bookmark(bookmark.id)
        wanted = here and _saying(here, bookmark)
        if here is None or wanted is None or wanted == here:
            return
        before = self._before_typing.setdefault(here.id, here)
        if _saying(before, bookmark) == before:  # she forgot it again
            del self._before_typing[here.id]
        self._set(self.notes.changed(wanted, now()))

    def remove(self, bookmark_id: str) -> None:
        """Takes a bookmark away."""
        if (before := self.bookmark(bookmark_id)) is not None:
            self._do(self.tr("Remove a mark"), before, None)

    def put(self, bookmark_id: str, bookmark: Mark | None) -> None:
        """Has the bookmark of that id be as given, or gone; for the steps of the undo stack alone."""
        self._before_typing.pop(bookmark_id, None)
        if bookmark is None:
            self._set(self.notes.removed(bookmark_id))
        else:
            self._set(self.notes.added(bookmark, now()))

    def put_correction(self, correction: Correction, *, is_there: bool) -> None:
        """Has a correction be made, or not; for the steps of the undo stack alone."""
        notes = self.notes
        self._set(notes.corrected(correction, now()) if is_there else notes.uncorrected(correction.id))

    def _do(self, words: str, before: Mark | None, after: Mark | None) -> None:
        self.undo_stack.push(Step(self, words, before, after))

    def _set(self, notes: Notes, *, anew: bool = False) -> None:
        before, self.notes = self.notes, notes
        standing = None if anew else self._with_few_changes(before, notes)
        if standing is None:
            self._find(bookmark.anchor for bookmark in notes.bookmarks)
            found = (Placed(mark, self._place(mark.anchor)) for mark in notes.bookmarks)
            standing = PlacedMarks(in_order(found))
        if standing.marks != self.placed:
            self._standing = standing
            self.changed.emit()
        if notes.mended.keys() != before.mended.keys():
            self.mended.emit()

    def _with_few_changes(self, before: Notes, notes: Notes) -> PlacedMarks | None:
        """The marks at their places when few are others than before; None when all are to be placed anew."""
        if notes is before:
            return self._standing
        gone = before.versions.keys() - notes.versions.keys()
        new = notes.versions.keys() - before.versions.keys()
        if len(gone) + len(new) > _FEW or before.has_twins or notes.has_twins:
            return None
        others = [notes.versions[version] for version in new]
        return self._standing.with_others(
            [before.versions[version].id for version in gone],
            [Placed(mark, self._place(mark.anchor)) for mark in others],
        )

    def _place(self, words: Anchor | None) -> Span | None:
        if words is None:
            return None
        if words not in self._places:
            self._find([words])
        return self._places[words]

    def _find(self, anchors: Iterable[Anchor | None]) -> None:
        """Places the words that have no place yet, all at once: the text is prepared for it but once."""
        new = [words for words in anchors if words is not None and words not in self._places]
        new = list(dict.fromkeys(new))
        for words, placing in zip(new, placings(self._document, new), strict=True):
            self._places[words] = placing.span
            if placing.is_shaky:
                self._shaky.add(words)


def _saying(bookmark: Mark, other: Mark) -> Mark:
    """The bookmark with what the other one says."""
    return replace(
        bookmark,
        label=other.label,
        colour=other.colour,
        note=other.note,
        kind=other.kind,
        tags=other.tags,
    )


def _ends(words: Anchor) -> tuple[int, int]:
    return words.start, words.end
