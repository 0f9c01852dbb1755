"""Document: a text that was opened, with its blocks, sections and styles in one coordinate system."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.message import Message


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in ``Document.text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block of text is; the reading view gives each its own look."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    PICTURE = "picture"
    RULE = "rule"


UNNUMBERED = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PICTURE, BlockKind.RULE})
"""Kinds that are not counted when paragraphs are numbered."""


class Block(NamedTuple):
    """A paragraph, heading, list item, quotation, line of verse, caption, table, picture or scene break.

    `start` and `end` are a span of the text without the blanks round it. `level` is 1 to 6 for a
    heading and the depth of nesting, from 0, for anything inside lists and quotations. `marker` is
    what stands before a list item (``"•"``, ``"3."``), not part of the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)


class Blocks(Sequence[Block]):
    """A sequence of blocks, each of which is made when it is asked for. Frozen; may cross threads.

    `kinds` and `markers` are columns of places in `BlockKind` and in `names`; each column has a number for
    each block. A block takes 20 bytes, as an object of its own some 200. Equal to any sequence of the same.
    """

    __slots__ = ("ends", "kinds", "levels", "markers", "names", "starts")

    def __init__(
        self,
        kinds: array[int],
        starts: array[int],
        ends: array[int],
        levels: array[int],
        markers: array[int],
        names: Sequence[str],
    ) -> None:
        self.kinds, self.starts, self.ends, self.levels = kinds, starts, ends, levels
        self.markers, self.names = markers, names

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Block]:
        kinds, names = map(_KINDS.__getitem__, self.kinds), map(self.names.__getitem__, self.markers)
        return map(Block, kinds, self.starts, self.ends, self.levels, names)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Blocks: ...
    def __getitem__(self, index: int | slice) -> Block | Blocks:
        if isinstance(index, slice):
            return Blocks(
                self.kinds[index],
                self.starts[index],
                self.ends[index],
                self.levels[index],
                self.markers[index],
                self.names,
            )
        kind, name = _KINDS[self.kinds[index]], self.names[self.markers[index]]
        return Block(kind, self.starts[index], self.ends[index], self.levels[index], name)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Blocks | tuple | list) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


_KINDS = tuple(BlockKind)


class Style(StrEnum):
    """How a run of words inside a block is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


class StyledRun(NamedTuple):
    """A range ``[start, end)`` of the text and how it is set."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or part: its title, its level (1 is the highest) and the span it reaches over."""

    title: str
    level: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """From the section's heading to the next heading of its level or a higher one."""
        return Span(self.start, self.end)


class Link(NamedTuple):
    """Words ``[start, end)`` that lead somewhere: to the offset `place`, or out of the text to `address`.

    `place` is -1 for an address outside; a link to nowhere is not kept.
    """

    start: int
    end: int
    place: int
    address: str = ""


class NoteMark(NamedTuple):
    """The mark ``[start, end)`` of a footnote or endnote, whose words stand at ``[note_start, note_end)``."""

    start: int
    end: int
    note_start: int
    note_end: int


class PlaceName(NamedTuple):
    """What an edition calls a place of the text, such as the number of a printed page that begins there."""

    name: str
    offset: int


class Gloss(NamedTuple):
    """A term that the text's own glossary explains at ``[start, end)``."""

    term: str
    start: int
    end: int


class Cell(NamedTuple):
    """One cell of a table: its words ``[start, end)``, its place, counted from 0, and how far it reaches."""

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_heading: bool = False


class Table(NamedTuple):
    """The cells, by place, of the TABLE block (of all blocks, where it is long) at ``[start, end)``."""

    start: int
    end: int
    cells: tuple[Cell, ...]


class Picture(NamedTuple):
    """A picture, for which the words ``[start, end)`` stand: its description, or its name without one.

    `source` names it within the file, for whoever opens that again to see it; it is never a path or an
    address outside. It is the whole of a PICTURE block, or stands amid the words of another block.
    """

    start: int
    end: int
    source: str


@dataclass(frozen=True)
class Document:
    """A text and its structure. Frozen, so it may cross threads.

    `blocks` are sorted by start and do not overlap; `sections` are sorted by start, a part before the
    chapters in it; `styles` are sorted by start. `warnings` are sentences for the reader about what
    was left out or mended when the file was read. `links`, `note_marks`, `place_names` and `glosses` are
    sorted by their places, as are `tables` and `pictures`; `cover` is the source of the picture on the cover.
    `identifier` is what the file says names the work, such as an ISBN, and `work` where it stands without
    the notices that a library puts round it; None when all is the work. `encoding` is that of a plain text's
    bytes, empty where there is no choice.
    """

    text: str
    blocks: Sequence[Block] = ()
    sections: tuple[Section, ...] = ()
    styles: tuple[StyledRun, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""
    format: str = "plain"
    identifier: str = ""
    work: Span | None = None
    links: tuple[Link, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    place_names: tuple[PlaceName, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    cover: str = ""
    encoding: str = ""
    warnings: tuple[Message, ...] = ()
    _block_starts: array[int] = field(init=False, repr=False, compare=False)
    _section_starts: array[int] = field(init=False, repr=False, compare=False)
    _style_starts: array[int] = field(init=False, repr=False, compare=False)
    _numbers: array[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        def keep(name: str, value: array[int]) -> None:
            object.__setattr__(self, name, value)

        blocks = self.blocks
        if isinstance(blocks, Blocks):
            starts, kinds = blocks.starts, map(_KINDS.__getitem__, blocks.kinds)
        else:
            starts = array("I", [block.start for block in blocks])
            kinds = map(attrgetter("kind"), blocks)
        keep("_block_starts", starts)
        keep("_section_starts", array("I", [section.start for section in self.sections]))
        keep("_style_starts", array("I", [run.start for run in self.styles]))
        keep("_numbers", array("I", accumulate(kind not in UNNUMBERED for kind in kinds)))

    @property
    def span(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text))

    def block_index(self, offset: int) -> int:
        """The index of the block at `offset`, or of the last one that begins before it; 0 at least."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def block_indices(self, offsets: Iterable[int]) -> set[int]:
        """The indices of the blocks at these offsets, in less time than it takes to ask for each."""
        following = set(map(bisect_right, repeat(self._block_starts), offsets))
        return {max(0, index - 1) for index in following}

    def block_at(self, offset: int) -> Block | None:
        """The block at `offset`, or the last that begins before it; None in a text without blocks."""
        return self.blocks[self.block_index(offset)] if self.blocks else None

    def section_index(self, offset: int) -> int | None:
        """The index of the innermost section that holds `offset`; None before the first one."""
        index = bisect_right(self._section_starts, offset) - 1
        while index >= 0 and self.sections[index].end <= offset:
            index -= 1
        return index if index >= 0 else None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds `offset`; None before the first one."""
        index = self.section_index(offset)
        return None if index is None else self.sections[index]

    def styles_within(self, start: int, end: int) -> tuple[StyledRun, ...]:
        """The styled runs that begin in ``[start, end)``; a run never crosses the end of a block."""
        first = bisect_left(self._style_starts, start)
        return self.styles[first : bisect_left(self._style_starts, end, first)]

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph at `offset`, counted from 1; headings and rules are not counted.

        A heading has the number of the paragraph after it, so that a reference never points backwards.
        """
        return self._number_of(self.block_index(offset)) if self.blocks else 0

    def paragraph_numbers(self, offsets: Iterable[int]) -> set[int]:
        """The numbers of the paragraphs at these offsets."""
        return set(map(self._number_of, self.block_indices(offsets))) if self.blocks else set()

    def _number_of(self, block: int) -> int:
        """One more than there are paragraphs before the block, as long as there are any."""
        return min((self._numbers[block - 1] if block else 0) + 1, self._numbers[-1])

    def offset_of_paragraph(self, number: int) -> int:
        """Where paragraph `number` begins; the nearest one when there is none of that number."""
        if not self.blocks:
            return 0
        index = min(bisect_left(self._numbers, number), len(self.blocks) - 1)
        return self.blocks[index].start
