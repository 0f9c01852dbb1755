"""Pieces: what a plain text is cut into before it is known which of them are headings or list items."""

from __future__ import annotations

from dataclasses import dataclass

from companion.core.document import BlockKind


@dataclass(slots=True)
class Piece:
    """A stretch of text that will be a block, without the blanks round it.

    `lines` is how many lines of the file it fills, `indent` how many blanks stand before the first.
    `alone` tells that nothing else stands between the same two blank lines, `centred` that it stands in the
    middle of the width. A piece that begins like a
    list item has the sign as its `marker`, and begins after it, at `start`; the sign is at `outset`, and
    `otherwise` is what the piece is if it stands in no list.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    outset: int = -1
    otherwise: BlockKind = BlockKind.PARAGRAPH
    lines: int = 1
    indent: int = 0
    alone: bool = False
    centred: bool = False

    def __len__(self) -> int:
        return self.end - self.start

    def without_marker(self) -> None:
        """Makes the piece what it was before it was taken for an item."""
        self.kind, self.start, self.marker, self.level = self.otherwise, self.outset, "", 0


def ends_sentence(text: str, piece: Piece) -> bool:
    """Whether the last word of the piece ends a sentence, as far as its last sign tells."""
    return text[piece.end - 1] in SENTENCE_ENDS


def is_body(text: str, piece: Piece) -> bool:
    """Whether the piece is what stands under headings: more than a title, a page number or an ornament."""
    if piece.kind in (BlockKind.RULE, BlockKind.HEADING, BlockKind.CAPTION):
        return False
    if len(piece) > 100 or piece.lines > 1 or piece.kind is BlockKind.VERSE:
        return True
    return ends_sentence(text, piece) and len(piece) > 20


SENTENCE_ENDS = frozenset('.!?…”"’»:;*)]。！？」』')
