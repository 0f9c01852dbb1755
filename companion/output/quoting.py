"""Quoting: passages of the text and what the reader marked in it, as they stand on a printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.document import Document, Span
    from companion.core.entries import Kind
    from companion.core.notes import Colour, Mark

_LONGEST = 300
"""Characters of a bookmark's words of which more are not printed: it marks a place, it is no copy."""


class Run(NamedTuple):
    """Words of a passage on one line; `kind` is that of the entry in focus which they name, if they do."""

    text: str
    kind: Kind | None = None


class Quoted(NamedTuple):
    """One passage: the number of its paragraph, the title of its section, and its words."""

    paragraph: int
    section: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


class Kept(NamedTuple):
    """A bookmark of the reader's, with its note.

    `paragraph` is 0 and `section` empty for one that was not found again in the text.
    """

    paragraph: int
    section: str
    words: str
    label: str
    note: str
    colour: Colour


def quoted(companion: Companion, focus: tuple[str, ...], until: int) -> Iterator[Quoted]:
    """The passages of a focus that end at `until` or before, in the order of the text."""
    document = companion.document
    for span in companion.passages(*focus).spans:
        if span.end <= until:
            runs = tuple(on_one_line(_runs(companion, span, focus)))
            yield Quoted(document.paragraph_number(span.start), _section(document, span), runs)


def kept(document: Document, bookmarks: Iterable[tuple[Mark, Span | None]]) -> Iterator[Kept]:
    """Bookmarks with the place of each, in the order of the text; those that have no place come last."""
    placed = sorted(bookmarks, key=lambda one: one[1] or (len(document.text) + 1, 0))
    for bookmark, span in placed:
        yield Kept(
            paragraph=document.paragraph_number(span.start) if span else 0,
            section=_section(document, span) if span else "",
            words=shortened(bookmark.words),
            label=" ".join(bookmark.label.split()),
            note=bookmark.note,
            colour=bookmark.colour,
        )


def in_quotes(words: str) -> str:
    """Words of a text as a quotation; such as are one already stay as they are."""
    return words if words[:1] in _QUOTES else f"“{words}”"


_QUOTES = ("“", '"', "„", "«", "‘", "»")


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Text on one line, cut after a word where it is longer than so many characters."""
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest:
        return line
    cut = line[:longest].rpartition(" ")[0] or line[:longest]
    return f"{cut.rstrip(',;:–—-')} …"


def _section(document: Document, span: Span) -> str:
    section = document.section_at(span.start)
    return " ".join(section.title.split()) if section else ""


def _runs(companion: Companion, span: Span, focus: tuple[str, ...]) -> Iterator[Run]:
    text, at = companion.document.text, span.start
    for mention in companion.links.within(span.start, span.end):
        entry = companion.entry(mention.entry) if mention.entry in focus else None
        if entry is not None and mention.start >= at:
            yield Run(text[at : mention.start])
            yield Run(text[mention.start : mention.end], entry.kind)
            at = mention.end
    yield Run(text[at : span.end])


def on_one_line(runs: Iterable[Run]) -> Iterator[Run]:
    """The same words with one blank wherever there were several, or the end of a line."""
    was_blank = True
    for text, kind in runs:
        words = " ".join(text.split())
        if words:
            before = "" if was_blank or not text[0].isspace() else " "
            was_blank = text[-1].isspace()
            yield Run(before + words + (" " if was_blank else ""), kind)
        elif text and not was_blank:
            was_blank = True
            yield Run(" ")
