"""Words, links and marks are gathered as they come, and written down block by block."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Picture, Span, StyledRun, Table
from companion.readers.collapsing import WORDLESS, collapsed, width_of
from companion.readers.decoding import clean, is_odd, parts_lines
from companion.readers.gathered_line import GatheredLine
from companion.readers.limits import LONGEST_BLOCK
from companion.readers.portions import portions
from companion.readers.sections import Heading, title_of
from companion.readers.written_blocks import WrittenBlocks

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from companion.core.document import Cell
    from companion.readers.gathered_line import Reference

_PARTING = "\n\n"
_WHOLE = frozenset({BlockKind.PREFORMATTED, BlockKind.TABLE})
SCENE_BREAK = "* * *"
MOST_SET_IN = 6
"""How far a line of verse is set in at most."""


class Gathering(GatheredLine):
    """The text of a document in the making, with everything that is said of its places.

    Blanks are collapsed as HTML does it: one for any number of them, none at the ends of a line. Soft hyphens
    are left out, since words are sought and hyphenated without them. `places` holds where something that was
    named begins, `reaches` from where to where it goes. `tables` and `pictures` are those of the text.
    `is_clean` is set while nothing that comes is odd (see ``is_odd``) but for line and paragraph separators.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_clean = False
        self.blocks = WrittenBlocks()
        self.styles: list[StyledRun] = []
        self.headings: list[Heading] = []
        self.references: list[Reference] = []
        self.tables: list[Table] = []
        self.pictures: list[Picture] = []
        self.places: dict[Hashable, int] = {}
        self.reaches: dict[Hashable, Span] = {}
        self._written: list[str] = []
        self._length = 0
        self._long = math.inf
        self._tell: Callable[[], None] | None = None

    def tell_when_long(self, length: int, tell: Callable[[], None]) -> None:
        """Has `tell` called once, as soon as so many code points are written down."""
        self._long, self._tell = length, tell

    def reaches_to_here(self, key: Hashable) -> None:
        """What was named `key`, and holds whole blocks, ends with the last of them."""
        start = self.places.get(key, self._length)
        if start < self._length:
            self.reaches.setdefault(key, Span(start, self._length))

    def heading(self, level: int, *, begins_section: bool = True) -> None:
        """Writes the line down as a heading of `level`, 1 to 6."""
        notes = [(found.start, found.end) for found in self._referred if found.is_note]
        title = title_of("".join(self._line), notes)
        if self.block(BlockKind.HEADING, level) and begins_section:
            self.headings.append(Heading(title, level, self.blocks.starts[-1]))

    def last_is(self, kind: BlockKind) -> bool:
        """Whether the last block that was written down is of this kind."""
        return self.blocks.last_is(kind)

    def last_says(self, kind: BlockKind, words: str) -> bool:
        """Whether the last block that was written down is of this kind and has just these words."""
        return self.last_is(kind) and self._written[-1] == words

    def rule(self) -> None:
        """Writes a scene break down."""
        self.exactly(SCENE_BREAK)
        self.block(BlockKind.RULE)

    def block(self, kind: BlockKind, level: int = 0, marker: str = "", *, tight: bool = False) -> bool:
        """Writes the line down; False when it holds no words, and what it named is still to come.

        Lines within it become blocks of their own, but for tables and what is preformatted.
        """
        if self._open_cell is not None:
            self._close_cell()
        text = "".join(self._line).rstrip()
        if self._is_odd(text):
            text = clean(text).rstrip()
        if not text.strip(WORDLESS):
            self._forget_line()
            return False
        if kind is BlockKind.HEADING:
            text = text.replace("\n", " ")
        if self._written:
            self._written.append("\n" if tight else _PARTING)
            self._length += 1 if tight else len(_PARTING)
        start = self._length
        self._written.append(text)
        self._length += len(text)
        spans = self._spans(text, kind)
        deeper = self._set_in(text, spans) if kind is BlockKind.VERSE else ()
        for number, (first, last) in enumerate(spans):
            deep = deeper[number] if deeper else 0
            self.blocks.add(kind, start + first, start + last, level + deep, marker)
            marker = ""
        if self._is_marked():
            self._settle(start, spans)
            self._forget_line()
        else:
            self._line, self._line_length, self._after_blank, self.set_in = [], 0, True, 0.0
        if self._length >= self._long:
            self._tell_once()
        return True

    def plain(self, paragraphs: list[str], kind: BlockKind, level: int) -> bool:
        """Writes words down that are blocks by themselves, as most are, in one step for all of them.

        False when they are more than that, as what has a name or goes on in a style is; nothing is done then.
        """
        if self._line or self._named or self._open_styles or self._open_references:
            return False
        texts = collapsed(paragraphs)
        lengths = list(map(len, texts))
        if not lengths or max(lengths) > LONGEST_BLOCK:
            return False
        words = _PARTING.join(texts)
        if self._is_odd(words):
            return False
        if self._written:
            self._written.append(_PARTING)
            self._length += len(_PARTING)
        self.blocks.add_alike(kind, self._length, lengths, level, len(_PARTING))
        self._written.append(words)
        self._length += len(words)
        if self._length >= self._long:
            self._tell_once()
        return True

    def text(self) -> str:
        """Everything that was written down."""
        return "".join(self._written)

    @property
    def length(self) -> int:
        """How many code points were written down."""
        return self._length

    def _tell_once(self) -> None:
        tell, self._tell, self._long = self._tell, None, math.inf
        if tell is not None:
            tell()

    def _spans(self, text: str, kind: BlockKind) -> list[tuple[int, int]]:
        if "\n" not in text or kind in _WHOLE:
            start = 0 if kind in _WHOLE else len(text) - len(text.lstrip())
            return [(start, len(text))] if len(text) <= LONGEST_BLOCK else portions(text, start)
        spans, start = [], 0
        for line in text.split("\n"):
            spans += portions(text, start + len(line) - len(line.lstrip()), start + len(line))
            start += len(line) + 1
        return spans

    def _set_in(self, text: str, spans: list[tuple[int, int]]) -> list[int]:
        """How far the blanks before each line set it in."""
        return [self._width_before(text, first) for first, _ in spans]

    def _width_before(self, text: str, first: int) -> int:
        begin = text.rfind("\n", 0, first) + 1
        width = width_of(text[begin:first]) + (0.0 if begin else self.set_in)
        return min(MOST_SET_IN, round(width))

    def _is_odd(self, text: str) -> bool:
        return parts_lines(text) if self.is_clean else is_odd(text)

    def _settle(self, start: int, spans: list[tuple[int, int]]) -> None:
        """Says of the text what was gathered of the line, now that it is known to begin at `start`."""
        for style, counted in self._open_styles.items():
            self._run(counted[0], style)
        for opened, target in self._open_references:
            self._refer(opened, target, is_note=False)
        end = spans[-1][1]
        for key, place in self._named:
            self.places.setdefault(key, start + min(place, end))  # blanks at the end were left out since
        self._named.clear()
        if self._runs:
            self._settle_runs(start, spans)
        for found in self._referred:
            if found.start < min(found.end, end):
                kept = found._replace(start=found.start + start, end=min(found.end, end) + start)
                self.references.append(kept)
        if self._pictured:
            self._settle_pictures(start, spans)
        if self._cells:
            self.tables.append(Table(start, start + end, tuple(self._settled_cells(start, end))))

    def _settle_pictures(self, start: int, spans: list[tuple[int, int]]) -> None:
        for found in self._pictured:
            for first, last in spans:
                if first <= found.start < last:
                    end = start + min(found.end, last)
                    self.pictures.append(Picture(start + found.start, end, found.source))

    def _settled_cells(self, start: int, end: int) -> Iterator[Cell]:
        """The cells of the table that reaches to `end` of the line, none of them beyond its last row."""
        rows = self._cells[-1].row + 1
        for cell in self._cells:
            first, last = min(cell.start, end), min(cell.end, end)
            reach = min(cell.rows, rows - cell.row)
            yield cell._replace(start=start + first, end=start + last, rows=reach)

    def _settle_runs(self, start: int, spans: list[tuple[int, int]]) -> None:
        runs = []
        for run in self._runs:
            for first, last in spans:
                if run.start < last and first < run.end:
                    clipped = StyledRun(start + max(first, run.start), start + min(last, run.end), run.style)
                    runs.append(clipped)
        self.styles += sorted(runs)
