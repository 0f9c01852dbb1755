"""Recalling: what is kept of a text is found on disk and placed in it, in the thread that reads the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import place, placings
from companion.core.document import Span
from companion.core.notes import Notes
from companion.store.identity import identity
from companion.store.notes_file import NotesFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from companion.core.anchors import Anchor
    from companion.core.document import Document
    from companion.core.message import Message


class Recalled(NamedTuple):
    """What is kept of one text: its file, the notes, the places of their words, sentences for the reader.

    `on_disk` are the notes as the file has them, `place` and `furthest` offsets of the text, `focus` ids,
    `shaky` the words whose place is not sure.
    """

    path: Path
    file: NotesFile
    on_disk: Notes
    notes: Notes
    places: dict[Anchor, Span | None]
    remarks: tuple[Message, ...]
    place: int
    furthest: int
    focus: tuple[str, ...]
    shaky: frozenset[Anchor] = frozenset()


class Recall:
    """Work for a thread: finds what is kept of the text that was read from `path`.

    `folders` hold notes; the last one is where they are saved. `former` is the identity of the text that was
    read from the same path before, when it said something else: what is kept of that goes over to the
    new text if any of its words stand there too. `live` are that text's notes as they are in the window.
    `device` is the name of this device: what is saved is added to its journal. `namesakes` are the identities
    of texts that were read from files of the same name, and these files: one may have been moved.
    """

    def __init__(
        self,
        path: Path,
        folders: tuple[Path, ...],
        former: str,
        live: Notes | None,
        device: str = "",
        namesakes: Iterable[tuple[str, Path]] = (),
    ) -> None:
        self._path, self._folders, self._device = path, folders, device
        self._former, self._live, self._namesakes = former, live, tuple(namesakes)
        self._shaky: set[Anchor] = set()

    def __call__(self, document: Document, known: str = "") -> Recalled:
        """What is kept of the document; `known` is its identity, where the caller has it."""
        known = known or identity(document)
        title = document.title or self._path.stem
        files = [
            NotesFile(folder, known, title, device=self._device, document=document)
            for folder in self._folders
        ]
        loaded = [file.load() for file in files]
        notes = loaded[-1].notes
        for other in loaded[:-1]:
            notes = notes.merged(other.notes)
        notes = self._with_kin(notes, known)
        found: dict[Anchor, Span | None] = {}
        former = self._former_notes(known)
        if self._fits(document, former, found) or self._former == known:
            notes = notes.merged(former)
        self._fits(document, notes, found)
        _ = notes.bookmarks, notes.has_twins  # found once, here and not in the window
        session = notes.session
        return Recalled(
            self._path,
            files[-1],
            loaded[-1].notes,
            notes,
            found,
            tuple(remark for one in loaded for remark in one.remarks),
            _span(document, session.place.value, found).start,
            _span(document, session.furthest.value, found).end,
            session.focus.value,
            frozenset(self._shaky),
        )

    def place_in(self, beginning: Document) -> int | None:
        """Where the reader was in the beginning of the text; None if she was beyond that.

        It goes by what is kept of what was read from this path before, or from a file of this name that is
        no longer where it was; that may be another text, in which her words do not stand.
        """
        notes = self._former_notes("") if self._former or self._live else self._notes_of(self._moved_from())
        kept = notes.session.place.value
        if kept is None:
            return 0
        if kept.start >= len(beginning.text):
            return None
        found = place(beginning, kept)
        if found is None:
            return None if self._former else 0
        return found.start

    def _moved_from(self) -> str:
        """The identity of what was read last from a file of this name that is there no more."""
        return next((identity for identity, path in self._namesakes if not path.is_file()), "")

    def _with_kin(self, notes: Notes, known: str) -> Notes:
        """The notes together with those of other editions that the reader takes for the same work."""
        same = [other for other, kept in notes.kin.items() if kept.value and other != known]
        for folder in self._folders:
            for other in same:
                notes = notes.merged(NotesFile(folder, other).load().notes)
        return notes

    def _former_notes(self, known: str) -> Notes:
        notes = self._live or Notes()
        return notes.merged(self._notes_of(self._former)) if self._former != known else notes

    def _notes_of(self, identity: str) -> Notes:
        """What is kept of a text; nothing of one without an identity."""
        notes = Notes()
        for folder in self._folders if identity else ():
            notes = notes.merged(NotesFile(folder, identity).load().notes)
        return notes

    def _fits(self, document: Document, notes: Notes, found: dict[Anchor, Span | None]) -> bool:
        """Places the words of `notes` in the text; whether any of them stands there."""
        session = notes.session
        anchors = [mark.anchor for mark in notes.bookmarks if mark.anchor is not None]
        anchors += [anchor for anchor in (session.place.value, session.furthest.value) if anchor]
        anchors = list(dict.fromkeys(anchors))
        for anchor, placing in zip(anchors, placings(document, anchors), strict=True):
            found[anchor] = placing.span
            if placing.is_shaky:
                self._shaky.add(anchor)
        return any(found[anchor] for anchor in anchors)


def overtaken(recalled: Recalled, document: Document, live: Notes) -> Recalled:
    """With what the reader did while the same text was read again: her marks, and where she is by now.

    Her place is looked for by its words alone, for the window waits.
    """
    notes = recalled.notes.merged(live)
    place, furthest = notes.session.place.value, notes.session.furthest.value
    before = recalled.notes.session
    return recalled._replace(
        notes=notes,
        place=recalled.place if place == before.place.value else _stands(document, place).start,
        furthest=recalled.furthest if furthest == before.furthest.value else _stands(document, furthest).end,
        focus=notes.session.focus.value,
    )


def _stands(document: Document, words: Anchor | None) -> Span:
    """Where these words stand with what was round them, first of all where they stood."""
    if words is None:
        return Span(0, 0)
    around, before = f"{words.prefix}{words.exact}{words.suffix}", len(words.prefix)
    for start in (max(0, words.start - before), 0):
        if (found := document.text.find(around, start)) >= 0:
            return Span(found + before, found + before + len(words.exact))
    return _span(document, words, {})


def _span(document: Document, anchor: Anchor | None, found: dict[Anchor, Span | None]) -> Span:
    """Where these words stand; where they are no more, about as far on as they did."""
    if anchor is None:
        return Span(0, 0)
    last = len(document.text)
    return found.get(anchor) or Span(min(anchor.start, last), min(anchor.end, last))
