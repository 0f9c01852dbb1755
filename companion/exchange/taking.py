"""Taking: marks that arrived from another program find their places in a text."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import anchor, placings, quoted
from companion.core.notes import Mark, version_of
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.core.anchors import Anchor
    from companion.core.document import Document, Span
    from companion.core.notes import Notes
    from companion.exchange.arrived import Arrived, ArrivedMark, Book

_SPACE = uuid.UUID("6d5b1b0e-53a5-4d0c-9d0e-0a6f3f4c2b11")
"""Under it the same mark of the same file has the same id every time, so that nothing is taken in twice."""
_LIKELY, _TRIED = 0.5, 20
_LEAST = 10
"""Code points: fewer may stand in a text by chance."""


class Taken(NamedTuple):
    """Marks that were taken in: `placed` and `shaky` stand in the text, `lost` keep their words only.

    `places` are where the words of each stand; a shaky one keeps the words as they arrived.
    """

    placed: tuple[Mark, ...]
    shaky: tuple[Mark, ...]
    lost: tuple[Mark, ...]
    places: Mapping[Anchor, Span | None]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All of them."""
        return (*self.placed, *self.shaky, *self.lost)


def book_for(arrived: Arrived, document: Document) -> Book | None:
    """The book of a file that is most likely the open text; None when its titles are all of others."""
    if len(arrived.books) == 1:
        return arrived.books[0]
    text = on_one_line(document.text)
    scored = [(_likeness(book, document) or _quoted(book, text), book) for book in arrived.books]
    likely = max(scored, default=None, key=lambda one: one[0])
    return likely[1] if likely is not None and likely[0] >= _LIKELY else None


def _quoted(book: Book, text: str) -> float:
    """How many of the first marks of a book whose title is not told have their words in the text."""
    marks = [mark for mark in book.marks[:_TRIED] if mark.words.strip()] if not book.title else []
    return sum(on_one_line(mark.words) in text for mark in marks) / len(marks) if marks else 0.0


def _likeness(book: Book, document: Document) -> float:
    """How much of the shorter title's words stand in the longer one; the author decides between equals."""
    one, other = _words(book.title), _words(document.title)
    if not one or not other:
        return 0.0
    shared = len(one & other) / min(len(one), len(other))
    return shared + 0.1 * bool(_words(book.author) & _words(document.author))


def _words(title: str) -> set[str]:
    small = "".join(sign if sign.isalnum() else " " for sign in title.casefold())
    return {word for word in small.split() if len(word) > 2} or set(small.split())


def taken(
    marks: Iterable[ArrivedMark],
    document: Document,
    time: str,
    *,
    progress: Callable[[float], None] | None = None,
) -> Taken:
    """The marks with anchors in the document; made at `time`, ISO 8601, where they do not say when."""
    given = [mark for mark in marks if mark.words.strip() or mark.note.strip()]
    anchors = [quoted(mark.words, mark.prefix, mark.suffix, mark.share) for mark in given]
    found = placings(document, [one for one in anchors if one.exact], progress=progress)
    places = iter(found)
    placed: list[Mark] = []
    shaky: list[Mark] = []
    lost: list[Mark] = []
    known: dict[Anchor, Span | None] = {}
    text = on_one_line(document.text)
    for mark, words in zip(given, anchors, strict=True):
        where = next(places) if words.exact else None
        if where is None:
            placed.append(_made(mark, time, None))
        elif where.span is None or (where.is_shaky and not _is_only(words.exact, text)):
            made = _made(mark, time, words)
            if where.span is None:  # then the other program's place is all that is known of it
                made = replace(made, label=made.label or mark.where)
            (lost if where.span is None else shaky).append(made)
            known[words] = where.span
        else:
            exact = anchor(document, where.span)
            placed.append(_made(mark, time, exact))
            known[exact] = where.span
    return Taken(tuple(placed), tuple(shaky), tuple(lost), known)


def _is_only(words: str, text: str) -> bool:
    """Whether words that came without any others round them stand in the text to the letter, and once."""
    line = on_one_line(words)
    found = text.find(line) if len(line) >= _LEAST else -1
    return found >= 0 and text.find(line, found + 1) < 0


def _made(mark: ArrivedMark, time: str, words: Anchor | None) -> Mark:
    told = "\0".join((mark.kind, mark.words, mark.note, mark.created, mark.prefix, *(mark.about or ())))
    return Mark(
        id=uuid.uuid5(_SPACE, told.encode("utf-8", "replace").decode()).urn,
        anchor=words,
        label=mark.label,
        colour=mark.colour,
        note=mark.note,
        created=mark.created or time,
        kind=mark.kind,
        tags=mark.tags,
        about=mark.about if words is None else None,
    )


def joined(notes: Notes, marks: Iterable[Mark], time: str) -> Notes:
    """The notes with those of the marks that they do not have yet; made all at once, at `time`, ISO 8601.

    What the reader has changed since she took a mark in before stays as she changed it.
    """
    made = dict(notes.versions)
    counter = notes.counter
    for mark in {mark.id: mark for mark in marks if mark.id not in notes.by_id}.values():
        counter += 1
        kept = replace(mark, changed=time, counter=counter, version="")
        kept = replace(kept, version=version_of(kept))
        made[kept.version] = kept
    return replace(notes, versions=made, counter=counter)
