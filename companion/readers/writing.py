"""Blocks are written down one after the other, as one text with spans, sections and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Block, BlockKind, Section, StyledRun
from companion.readers.portions import portions
from companion.readers.sections import Heading, sections_of

if TYPE_CHECKING:
    from companion.readers.markdown_inline import Line


class Writing:
    """The text of a document in the making. A blank line stands between two blocks, a line end between
    two that belong closely together."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.styles: list[StyledRun] = []
        self._parts: list[str] = []
        self._headings: list[Heading] = []
        self._length = 0

    def add(
        self, kind: BlockKind, line: Line, *, level: int = 0, marker: str = "", tight: bool = False
    ) -> None:
        """Writes a block down; nothing when it has no words."""
        if not line.text.strip():
            return
        if self._parts:
            self._write("\n" if tight else "\n\n")
        start = self._length
        self._write(line.text)
        for first, end in portions(line.text):
            self.blocks.append(Block(kind, start + first, start + end, level, marker))
            marker = ""
        self.styles += [StyledRun(start + run.start, start + run.end, run.style) for run in line.runs]

    def heading(self, line: Line, level: int) -> None:
        """Writes a heading down, which begins a section; `level` is 1 to 6."""
        self.add(BlockKind.HEADING, line, level=level)
        if line.text.strip():
            self._headings.append(Heading(line.text, level, self.blocks[-1].start))

    def title(self) -> str:
        """The first heading of the highest level."""
        return next((heading.title for heading in self._headings if heading.level == 1), "")

    def text(self) -> str:
        """Everything that was written."""
        return "".join(self._parts)

    def sections(self) -> tuple[Section, ...]:
        """The sections that the headings begin."""
        return sections_of(self._headings, self._length)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
