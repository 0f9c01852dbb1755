"""Copying: a part of the text as plain words and as HTML, for the clipboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Span, Style
from companion.ui.reading_view.shown_text import stand_apart
from companion.ui.reading_view.styles import styled_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.core.document import Block, Document, Table

_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}
_AS_WRITTEN = frozenset({BlockKind.PREFORMATTED, BlockKind.VERSE, BlockKind.TABLE})
"""Kinds in which blanks mean something: a table's cells are parted by tabs, its rows by line ends."""
_STAND_IN = "\u200b"
"""What a reader of files puts into a first cell without words."""
_BLANKS = re.compile("[ \t]{2,}")
_AT_A_TIME = 200
"""Blocks after which the work tells how far it is."""


class _Piece(NamedTuple):
    """The part ``[start, end)`` of a block that is copied, and whether a blank line stands before it."""

    block: Block
    start: int
    end: int
    stands_apart: bool

    @property
    def marker(self) -> str:
        """The item's marker, when the item is copied from its beginning."""
        return f"{self.block.marker} " if self.block.marker and self.start == self.block.start else ""

    def goes_on(self, before: _Piece) -> bool:
        """Whether this is the next line of the verse or the code of `before`."""
        kind = self.block.kind
        is_one = kind in _AS_WRITTEN and kind is not BlockKind.TABLE
        return is_one and kind is before.block.kind and not self.stands_apart


def as_plain(document: Document, span: Span) -> str:
    """The words of `span` as they are read: each block on a line of its own, with a blank line before it
    where the text has one; nothing else of what stands between the blocks in the file."""
    return "".join(part.words for part in _plain(document, span))


def as_html(document: Document, span: Span) -> str:
    """The words of `span` as HTML: headings, paragraphs, quotations and runs of style, all else escaped."""
    return "".join(part.words for part in _html(document, span))


class CopyText:
    """Work for a thread: the words of `span`, plain and with their styles, for the clipboard."""

    def __init__(self, document: Document, span: Span) -> None:
        self._document, self._span = document, span

    def __call__(self, report: Callable[[float], None]) -> dict[str, bytes]:
        """Gives for each form, by its MIME type, the words in UTF-8."""
        return {
            "text/plain": self._told(_plain(self._document, self._span), report, 0.0),
            "text/html": self._told(_html(self._document, self._span), report, 0.5),
        }

    def _told(self, parts: Iterator[_Part], report: Callable[[float], None], done: float) -> bytes:
        start, length = self._span.start, self._span.end - self._span.start
        told = []
        for number, part in enumerate(parts):
            told.append(part.words)
            if number % _AT_A_TIME == 0:
                report(done + 0.5 * (part.end - start) / length)
        return "".join(told).encode("utf-8", "replace")


class _Part(NamedTuple):
    """A part of what is copied, and where in the text it ends."""

    words: str
    end: int


def _plain(document: Document, span: Span) -> Iterator[_Part]:
    gap = ""
    for piece in _pieces(document, span):
        if gap:
            gap = "\n\n" if piece.stands_apart else "\n"
        words = _words(document, piece.block.kind, piece.start, piece.end)
        yield _Part(f"{gap}{piece.marker}{words}", piece.end)
        gap = "\n"


def _html(document: Document, span: Span) -> Iterator[_Part]:
    for pieces in _paragraphs(document, span):
        yield _Part(_element(document, pieces), pieces[-1].end)


def _pieces(document: Document, span: Span) -> Iterator[_Piece]:
    """The blocks that `span` touches, each with the part of it that is meant."""
    if span.end <= span.start or not document.blocks:
        return
    first, last = document.block_index(span.start), document.block_index(span.end - 1)
    before = document.blocks[first]
    for block in document.blocks[first : last + 1]:
        start, end = max(span.start, block.start), min(span.end, block.end)
        if start < end:
            yield _Piece(block, start, end, stand_apart(document.text, before, block))
        before = block


def _paragraphs(document: Document, span: Span) -> Iterator[list[_Piece]]:
    together: list[_Piece] = []
    for piece in _pieces(document, span):
        if together and not piece.goes_on(together[-1]):
            yield together
            together = []
        together.append(piece)
    if together:
        yield together


def _element(document: Document, pieces: list[_Piece]) -> str:
    block = pieces[0].block
    if block.kind is BlockKind.TABLE:
        from companion.ui.reading_view.table_grid import table_of

        if (table := table_of(document, block)) is not None:
            return _table(document, pieces[0], table)
    joint = "\n" if block.kind is BlockKind.PREFORMATTED else "<br>"
    words = joint.join(_escaped(piece.marker) + _styled(document, piece) for piece in pieces)
    match block.kind:
        case BlockKind.HEADING:
            level = min(6, max(1, block.level))
            return f"<h{level}>{words}</h{level}>"
        case BlockKind.PREFORMATTED:
            return f"<pre>{words}</pre>"
        case BlockKind.QUOTATION:
            return f"<blockquote><p>{words}</p></blockquote>"
        case BlockKind.RULE:
            return "<hr>"
        case _:
            return f"<p>{words}</p>"


def _table(document: Document, piece: _Piece, table: Table) -> str:
    """The cells of which something is copied, each in its row."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        start, end = max(cell.start, piece.start), min(cell.end, piece.end)
        if start < end or (cell.start == cell.end and piece.start <= cell.start <= piece.end):
            words = _styled(document, piece._replace(start=start, end=max(start, end)))
            tag = "th" if cell.is_heading else "td"
            over = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            over += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            rows.setdefault(cell.row, []).append(f"<{tag}{over}>{words}</{tag}>")
    made = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values())
    return f"<table>{made}</table>"


def _escaped(words: str) -> str:
    from html import escape  # loaded when something is copied: it knows the names of two thousand letters

    return escape(words)


def _styled(document: Document, piece: _Piece) -> str:
    """The words in pieces of one style each, so that the tags are always well nested."""
    kind = piece.block.kind
    out = []
    for start, end, styles in styled_pieces(document, piece.block, piece.start, piece.end):
        words = _escaped(_words(document, kind, start, end))
        if kind is not BlockKind.PREFORMATTED:
            words = words.replace("\n", "<br>")
        for style in styles:
            words = f"<{_TAGS[style]}>{words}</{_TAGS[style]}>"
        out.append(words)
    return "".join(out)


def _words(document: Document, kind: BlockKind, start: int, end: int) -> str:
    """The words of ``[start, end)`` as they are shown: one blank where a wrapped line was joined."""
    words = document.text[start:end]
    if kind is BlockKind.TABLE:
        return words.replace(_STAND_IN, "")
    return words if kind in _AS_WRITTEN else _BLANKS.sub(" ", words)
