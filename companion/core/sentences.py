"""Sentences: where each sentence of a document begins and ends."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Cell, Table


class Sentences:
    """The sentences of a document in order, without the blanks between them. Frozen; may cross threads."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = list(spans)
        self._starts = array("I", [start for start, _ in ordered])
        self._ends = array("I", [end for _, end in ordered])

    @classmethod
    def of_columns(cls, starts: array[int], ends: array[int]) -> Sentences:
        """The sentences that begin and end there, in order; the arrays are of the type ``I``."""
        made = cls()
        made._starts, made._ends = starts, ends
        return made

    @property
    def columns(self) -> tuple[array[int], array[int]]:
        """Where they begin, and where they end."""
        return self._starts, self._ends

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def end_before(self, offset: int) -> int:
        """Where the last sentence ends that ends at `offset` or before; 0 when none does."""
        count = bisect_right(self._ends, offset)
        return self._ends[count - 1] if count else 0

    def until(self, end: int) -> Sentences:
        """The sentences that end at `end` or before."""
        count = bisect_right(self._ends, end)
        cut = Sentences()
        cut._starts, cut._ends = self._starts[:count], self._ends[:count]
        return cut

    def index(self, offset: int) -> int:
        """The number of the sentence at `offset`, or of the last one that begins before it; 0 at least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; an empty span there when the document has no sentences."""
        return self[self.index(offset)] if self._starts else Span(offset, offset)


def split(document: Document) -> Sentences:
    """The sentences of `document`: none crosses a block; a heading, a verse, a row of a table are one each.

    sentencex finds them, by the rules of the document's language, English unless it names another. It
    takes a quotation for one sentence however long it is, so it is shown the text without quotation marks;
    these then go with the sentence that they touch. What a lower-case word or a speaker goes on with
    ("“Really?” he asked.") stays whole.
    """
    from companion.core.language import two_letters  # only where a text is divided is any of this needed
    from companion.core.sentence_ends import sentences_of, without_quotes

    language = two_letters(document.language) or "en"
    text, plain = document.text, without_quotes(document.text)
    starts, ends = array("I"), array("I")
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            sentences: Iterable[tuple[int, int]] = _rows_of(document, block.span)
        elif block.kind in _WHOLE:
            sentences = [block.span]
        else:
            sentences = sentences_of(text, plain, block.span, language)
        for start, end in sentences:
            starts.append(start)
            ends.append(end)
    return Sentences.of_columns(starts, ends)


_WHOLE = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.VERSE,
        BlockKind.RULE,
        BlockKind.PREFORMATTED,
        BlockKind.PICTURE,
    }
)


def _rows_of(document: Document, block: Span) -> Iterator[tuple[int, int]]:
    """The rows of a table, or of the part that a block holds; all of it where its cells are not known."""
    tables = document.tables
    index = bisect_right(tables, block.start, key=_start_of) - 1
    cells = tables[index].cells if index >= 0 and block.start < tables[index].end else ()
    inside = cells[
        bisect_left(cells, block.start, key=_start_of) : bisect_left(cells, block.end, key=_start_of)
    ]
    begun = [cell.start for before, cell in pairwise(inside) if cell.row != before.row]
    for start, following in pairwise([block.start, *begun, block.end]):
        row = document.text[start:following]
        if words := row.strip():
            first = start + row.index(words)
            yield first, first + len(words)


def _start_of(held: Cell | Table) -> int:
    return held.start
