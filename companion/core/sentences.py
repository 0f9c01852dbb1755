"""Sentences: where each sentence of a document begins and ends."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sentences:
    """The sentences of a document in order, without the blanks between them. Frozen; may cross threads."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = list(spans)
        self._starts = array("L", [start for start, _ in ordered])
        self._ends = array("L", [end for _, end in ordered])

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def index(self, offset: int) -> int:
        """The number of the sentence at `offset`, or of the last one that begins before it; 0 at least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; an empty span there when the document has no sentences."""
        return self[self.index(offset)] if self._starts else Span(offset, offset)


def split(document: Document) -> Sentences:
    """The sentences of `document`: none crosses a block, and a heading or a line of verse is one.

    Found by sentencex by the rules of the document's language, English unless it names another.
    """
    from sentencex import segment

    language = document.language.partition("-")[0].lower() or "en"
    text = document.text
    spans: list[tuple[int, int]] = []
    for block in document.blocks:
        if block.kind in _WHOLE:
            spans.append((block.start, block.end))
            continue
        start = block.start
        for sentence in segment(language, text[block.start : block.end]):
            lead = len(sentence) - len(sentence.lstrip())
            end = start + len(sentence.rstrip())
            if end > start + lead:
                spans.append((start + lead, end))
            start += len(sentence)
    return Sentences(spans)


_WHOLE = frozenset({BlockKind.HEADING, BlockKind.VERSE, BlockKind.RULE, BlockKind.PREFORMATTED})
