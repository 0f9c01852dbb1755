"""Quoting: passages of the text and what the reader marked in it, as they stand on a printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.notes import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.document import Document, Span
    from companion.core.entries import Kind
    from companion.core.notes import Colour, Mark

_LONGEST_MARKED = 1200
"""Characters of highlighted or underlined words: it is they that the reader wants to see again."""
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
    """A mark of the reader's, with its note.

    `paragraph` is 0 and `section` empty for one that was not found again in the text. `about` is the
    heading of the entry that it is on; a note on the whole text has neither words nor that.
    """

    paragraph: int
    section: str
    words: str
    label: str
    note: str
    colour: Colour
    kind: MarkKind = MarkKind.BOOKMARK
    tags: tuple[str, ...] = ()
    about: str = ""
    is_placed: bool = True

    @property
    def tagged(self) -> str:
        """The tags on one line: ``"#winter #bread"``."""
        return " ".join(f"#{tag}" for tag in self.tags)


def quoted(companion: Companion, focus: tuple[str, ...], until: int) -> Iterator[Quoted]:
    """The passages of a focus that end at `until` or before, in the order of the text."""
    document = companion.document
    for span in companion.passages(*focus).spans:
        if span.end <= until:
            runs = tuple(on_one_line(_runs(companion, span, focus)))
            yield Quoted(document.paragraph_number(span.start), _section(document, span), runs)


def kept(document: Document, bookmarks: Iterable[tuple[Mark, Span | None]]) -> Iterator[Kept]:
    """Marks with the place of each, in the order of the text; those that are no longer found come last.

    Before them stand the notes on the whole text, and after those in the text the notes on entries.
    """
    placed = sorted(bookmarks, key=lambda one: _order(document, *one))
    for bookmark, span in placed:
        longest = _LONGEST if bookmark.kind is MarkKind.BOOKMARK else _LONGEST_MARKED
        yield Kept(
            paragraph=document.paragraph_number(span.start) if span else 0,
            section=_section(document, span) if span else "",
            words=shortened(bookmark.words, longest),
            label=" ".join(bookmark.label.split()),
            note=bookmark.note,
            colour=bookmark.colour,
            kind=bookmark.kind,
            tags=bookmark.tags,
            about=" ".join(bookmark.about.heading.split()) if bookmark.about is not None else "",
            is_placed=span is not None or bookmark.anchor is None,
        )


def _order(document: Document, mark: Mark, span: Span | None) -> tuple[int, int, int, str]:
    if span is not None:
        return 1, span.start, span.end, ""
    if mark.anchor is not None:
        return 3, len(document.text), 0, ""
    return (2, 0, 0, mark.about.heading) if mark.about is not None else (0, 0, 0, mark.created)


def in_quotes(words: str, language: str = "en") -> str:
    """Words of a text as a quotation in a language; such as are one already stay as they are."""
    before, after = _PAIRS.get(language[:2], ("“", "”"))
    return words if words[:1] in _QUOTES else f"{before}{words}{after}"


_PAIRS = {"de": ("„", "“"), "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")}
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
