"""Pieces: what a plain text is cut into before it is known which pieces are headings."""

from __future__ import annotations

from dataclasses import dataclass

from companion.core.document import BlockKind


@dataclass(slots=True)
class Piece:
    """A stretch of text that will be a block: `lines` it fills in the file, and whether it stands `alone`
    between blank lines. `indent` counts the blanks before its first line."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    lines: int = 1
    indent: int = 0
    alone: bool = False
