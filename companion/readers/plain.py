"""Plain text becomes a Document; every offset into the text stays an offset into the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Block, Document, Span
from companion.readers.emphasis_signs import emphasised, without_signs
from companion.readers.front_matter import front_of
from companion.readers.headings import find_headings
from companion.readers.limits import LONGEST_BLOCK
from companion.readers.portions import portions
from companion.readers.sections import sections_of
from companion.readers.stanzas import cut

if TYPE_CHECKING:
    from companion.core.message import Message
    from companion.readers.pieces import Piece


def read_plain(text: str, name: str, warnings: tuple[Message, ...] = ()) -> Document:
    """The document in a plain text with ``\\n`` line ends; `name` is its title when it names none itself.

    The text of the document has the length of `text`; only the ends of wrapped lines are turned into
    blanks.
    """
    front = front_of(text)
    joined, pieces = cut(text)
    headings, title, author = find_headings(joined, pieces, front)
    blocks = tuple(block for piece in pieces for block in _blocks(joined, piece))
    styles = emphasised(joined, blocks)
    return Document(
        text=joined,
        blocks=blocks,
        sections=sections_of(without_signs(headings, styles), front.end),
        styles=styles,
        title=title or name,
        author=author,
        language=front.language,
        format="plain",
        work=Span(front.start, front.end) if front.end - front.start < len(text) else None,
        warnings=warnings,
    )


def _blocks(text: str, piece: Piece) -> list[Block]:
    if piece.end - piece.start <= LONGEST_BLOCK:
        return [Block(piece.kind, piece.start, piece.end, piece.level, piece.marker)]
    cut_up = portions(text, piece.start, piece.end)
    return [
        Block(piece.kind, start, end, piece.level, piece.marker if n == 0 else "")
        for n, (start, end) in enumerate(cut_up)
    ]
