"""Taking: marks that arrived from another program find their places in a text."""

from __future__ import annotations

import uuid
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import anchor, placings, quoted
from companion.core.notes import Mark, version_of
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from companion.core.anchors import Anchor, Placing
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
    text = on_one_line(document.text)
    found = _found(given, anchors, document, text, progress)
    placed: list[Mark] = []
    shaky: list[Mark] = []
    lost: list[Mark] = []
    known: dict[Anchor, Span | None] = {}
    for mark, words, where in zip(given, anchors, found, strict=True):
        span = where.span
        if not words.exact:
            placed.append(_made(mark, time, None))
        elif span is None:  # then the other program's place is all that is known of it
            lost.append(replace(_made(mark, time, words), label=mark.label or mark.where))
            known[words] = None
        elif not _is_sure(where, words.exact, text):
            shaky.append(_made(mark, time, words))
            known[words] = span
        else:
            exact = anchor(document, span)
            placed.append(_made(mark, time, exact))
            known[exact] = span
    return Taken(tuple(placed), tuple(shaky), tuple(lost), known)


def _found(
    given: Sequence[ArrivedMark],
    anchors: list[Anchor],
    document: Document,
    text: str,
    progress: Callable[[float], None] | None,
) -> list[Placing]:
    """Where the words stand; those of which it is not sure once more, between the places of the others.

    Their anchors then say about where that is. `text` is that of the document on one line.
    """
    found = placings(document, anchors, progress=progress)
    length = max(1, len(document.text))
    guides, unsure = [(0, 0.0)], []
    for number, (mark, where) in enumerate(zip(given, found, strict=True)):
        if where.span is not None and _is_sure(where, mark.words, text):
            guides += [(mark.at, where.span.start / length)] if mark.at >= 0 else []
        elif mark.at >= 0 and mark.share is None and mark.words.strip():
            unsure.append(number)
    guides.sort()
    for number in unsure:
        anchors[number] = replace(anchors[number], share=_between(guides, given[number].at))
    for number, where in zip(unsure, placings(document, [anchors[n] for n in unsure]), strict=True):
        found[number] = where
    return found


def _between(guides: list[tuple[int, float]], at: int) -> float | None:
    """About where in the text the other program's number lies, by the marks before and after it."""
    after = bisect_right(guides, at, key=lambda guide: guide[0])
    if after == len(guides):
        return None
    (low, start), (high, end) = guides[after - 1], guides[after]
    return min(1.0, max(0.0, start + (end - start) * (at - low) / (high - low)))


def _is_sure(where: Placing, words: str, text: str) -> bool:
    """Whether a place is sure, also as words without any others round them stand in the text only once."""
    if not where.is_shaky:
        return True
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
