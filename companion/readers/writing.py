"""Blocks are written down one after the other, as one text with spans, sections and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Block, BlockKind, Cell, Picture, Span, StyledRun, Table
from companion.readers.portions import portions
from companion.readers.sections import Heading, title_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from companion.readers.gathered_line import Reference
    from companion.readers.markdown_inline import Line


class Writing:
    """The text of a document in the making. A blank line stands between two blocks, a line end between
    two that belong closely together. What it knows of the text is named as in ``Gathering``."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.styles: list[StyledRun] = []
        self.headings: list[Heading] = []
        self.references: list[Reference] = []
        self.places: dict[Hashable, int] = {}
        self.reaches: dict[Hashable, Span] = {}
        self.tables: list[Table] = []
        self.pictures: list[Picture] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def length(self) -> int:
        """How many code points were written down."""
        return self._length

    def add(
        self, kind: BlockKind, line: Line, *, level: int = 0, marker: str = "", tight: bool = False
    ) -> int:
        """Writes a block down, and says where it begins; nothing, and -1, when it has no words."""
        if not line.text.strip():
            return -1
        if self._parts:
            self._write("\n" if tight else "\n\n")
        start = self._length
        self._write(line.text)
        for first, end in portions(line.text):
            self.blocks.append(Block(kind, start + first, start + end, level, marker))
            marker = ""
        self.styles += [StyledRun(start + run.start, start + run.end, run.style) for run in line.runs]
        self.references += [
            found._replace(start=start + found.start, end=start + found.end) for found in line.references
        ]
        return start

    def heading(self, line: Line, level: int) -> None:
        """Writes a heading down, which begins a section; `level` is 1 to 6."""
        if self.add(BlockKind.HEADING, line, level=level) >= 0:
            notes = [(found.start, found.end) for found in line.references if found.is_note]
            self.headings.append(Heading(title_of(line.text, notes), level, self.blocks[-1].start))

    def table(self, line: Line, cells: Iterable[Cell], level: int) -> None:
        """Writes a table down, whose cells are counted from the start of the line."""
        first = len(self.blocks)
        start = self.add(BlockKind.TABLE, line, level=level)
        if start >= 0:
            end = self.blocks[-1].end
            kept = (
                cell._replace(start=min(end, start + cell.start), end=min(end, start + cell.end))
                for cell in cells
            )
            self.tables.append(Table(self.blocks[first].start, end, tuple(kept)))

    def title(self) -> str:
        """The first heading of the highest level."""
        return next((heading.title for heading in self.headings if heading.level == 1), "")

    def text(self) -> str:
        """Everything that was written."""
        return "".join(self._parts)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
