"""The words of (X)HTML are put into blocks: what a paragraph is where it stands, and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from companion.readers.gathering import Gathering
    from companion.readers.list_markers import Markers

_LONGEST_LINE_OF_VERSE = 80
_MARKED = frozenset((BlockKind.ITEM, BlockKind.VERSE))


class WebBlocks:
    """Tells in what the words stand that come, and writes them down as a block of that kind at its end.

    `_heading`, `_quotes`, `_verse`, `_caption` and `_cells` are set while they stand in one, or in so many;
    `_lists` holds the lists round them, `_say` takes the words.
    """

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._say: Callable[[str], None] = gathering.words
        self._heading = self._quotes = self._verse = self._caption = self._cells = 0
        self._lists: list[Markers | None] = []
        self._marker = ""
        self._tight = False
        self._is_broken = False
        self._indent = 0

    def line_end(self, element: _Element | None = None) -> None:
        """Ends a line, as a ``br`` does."""
        if self._cells:
            self._gathering.blank()
        elif self._verse and not self._heading:
            self._flush()
            self._tight = True
        elif self._say == self._gathering.exactly:
            self._gathering.exactly("\n")
        else:
            self._is_broken = True
            self._gathering.line_end()

    def _paragraphs(self, paragraphs: list[str]) -> None:
        """Takes paragraphs of mere words that stand one after the other, as most of a book does."""
        self._flush()
        self._tight = False
        if not self._plain(paragraphs):
            for words in paragraphs:
                if not self._plain([words]):
                    self._say(words)
                    self._flush()

    def _plain(self, paragraphs: list[str]) -> bool:
        """Takes paragraphs in one step; False when they are more than their words, and nothing is done."""
        if self._is_special() or not self._gathering.plain(paragraphs, *self._kind()):
            return False
        self._is_broken = False
        return True

    def _end_line(self) -> None:
        """Ends a line where something in verse is said to be one of its own."""
        if self._heading or self._cells or not self._verse or self._say == self._gathering.exactly:
            return
        if not self._gathering.line_is_empty:
            self._flush()
            self._tight = True

    def _kind(self) -> tuple[BlockKind, int]:
        """What a paragraph is here, and how deep it is nested."""
        if self._caption:
            return BlockKind.CAPTION, 0
        if self._verse:
            return BlockKind.VERSE, self._indent
        if not (self._lists or self._quotes):
            return BlockKind.PARAGRAPH, 0
        depth = len(self._lists) + self._quotes - 1
        if self._lists:
            return BlockKind.ITEM, depth
        return BlockKind.QUOTATION, depth

    def _is_special(self) -> bool:
        """Whether a paragraph here is more than its words: a heading, an item, a cell, or preformatted."""
        if self._heading or self._cells or self._verse or self._lists:
            return True
        return self._say != self._gathering.words

    def _flush(self) -> None:
        """Writes the block down that has come to its end."""
        gathering = self._gathering
        if gathering.line_is_empty:
            gathering.set_in = 0.0
            return
        if self._cells:
            gathering.blank()
            return
        if self._heading:
            gathering.heading(self._heading, begins_section=not self._quotes)
            return
        kind, level = self._kind()
        if self._is_broken and kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION) and self._is_set_in_lines():
            kind = BlockKind.VERSE
        marker = self._marker if kind in _MARKED else ""
        if gathering.block(kind, level, marker, tight=self._tight):
            self._marker = ""
        self._tight = self._is_broken = False
        self._indent = 0

    def _is_set_in_lines(self) -> bool:
        """Whether the lines of the paragraph are as short as those of a poem or an address."""
        lines = self._gathering.line_from(0).strip().split("\n")
        return len(lines) > 1 and max(map(len, lines)) <= _LONGEST_LINE_OF_VERSE
