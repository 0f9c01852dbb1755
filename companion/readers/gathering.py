"""Words, links and marks are gathered as they come, and written down block by block."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Cell, Picture, Span, Style, StyledRun, Table
from companion.readers.decoding import clean, is_odd, parts_lines
from companion.readers.limits import LONGEST_BLOCK
from companion.readers.portions import portions
from companion.readers.sections import Heading, title_of
from companion.readers.written_blocks import WrittenBlocks

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

_BLANKS = re.compile("[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_PARTING = "\n\n"
_JOINTS = ("\u2060", "\xad", "\ufeff")
_WHOLE = frozenset({BlockKind.PREFORMATTED, BlockKind.TABLE})
SCENE_BREAK = "* * *"
MOST_SET_IN = 6
"""How far a line of verse is set in at most."""

_WIDTHS = {
    "\xa0": 0.5,
    "\u2002": 0.5,
    "\u2003": 1.0,
    "\u2004": 0.33,
    "\u2005": 0.25,
    "\u2007": 0.5,
    "\u3000": 1.0,
}
"""Blanks that are not collapsed, and by how much each sets a line of verse in."""

EMPTY_CELL = "\u200b"
"""Stands in the first cell of a table that has no words there."""

_BLANK_IN_TABLES = f"{EMPTY_CELL} \t\n\r\xa0"


class Reference(NamedTuple):
    """Words ``[start, end)`` that refer to `target`, a key of ``Gathering.places`` or an address outside."""

    start: int
    end: int
    target: str
    is_note: bool


class Gathering:
    """The text of a document in the making, with everything that is said of its places.

    Blanks are collapsed as HTML does it: one for any number of them, none at the ends of a line. Soft hyphens
    are left out, since words are sought and hyphenated without them. `places` holds where something that was
    named begins, `reaches` from where to where it goes. `tables` and `pictures` are those of the text.
    `is_clean` is set while nothing that comes is odd (see ``is_odd``) but for line and paragraph separators;
    `set_in` is how far the blanks before the line set it in, if it is one of verse.
    """

    def __init__(self) -> None:
        self.is_clean = False
        self.set_in = 0.0
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
        self._line: list[str] = []
        self._line_length = 0
        self._after_blank = True
        self._runs: list[StyledRun] = []
        self._open_styles: dict[Style, list[int]] = {}
        self._referred: list[Reference] = []
        self._open_references: list[tuple[int, str]] = []
        self._named: list[tuple[Hashable, int]] = []
        self._pictured: list[Picture] = []
        self._cells: list[Cell] = []
        self._open_cell: Cell | None = None
        self._long = math.inf
        self._tell: Callable[[], None] | None = None

    def tell_when_long(self, length: int, tell: Callable[[], None]) -> None:
        """Has `tell` called once, as soon as so many code points are written down."""
        self._long, self._tell = length, tell

    @property
    def line_is_empty(self) -> bool:
        """Whether nothing was gathered since the last block."""
        return not self._line

    @property
    def line_has_ended(self) -> bool:
        """Whether nothing was gathered since the last block or line end."""
        return not self._line or self._line[-1][-1] == "\n"

    def line_from(self, place: int) -> str:
        """What was gathered of the line since `place`, a length of it."""
        return "".join(self._line)[place:]

    @property
    def line_length(self) -> int:
        """How many code points of the line were gathered."""
        return self._line_length

    def words(self, words: str) -> None:
        """Takes words as they stand in a file, with line ends and any number of blanks."""
        if "\xad" in words or "\ufeff" in words or "\u2060" in words:
            words = _without_joints(words)
        if not self._line:
            blanks, words = words, words.lstrip()
            if len(words) < len(blanks) and not blanks.isascii():
                self.set_in += _width(blanks[: len(blanks) - len(words)])
            if not words:
                return
        if "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words:
            words = _BLANKS.sub(" ", words)
        if self._after_blank and words[:1] == " ":
            words = words[1:]
        if words:
            self._line.append(words)
            self._line_length += len(words)
            self._after_blank = words[-1] == " "

    def exactly(self, words: str) -> None:
        """Takes words with all their blanks and line ends."""
        if not self._line:
            words = _EMPTY_LINES.sub("", words)
        if words:
            self._take(words)
            self._after_blank = words[-1] in " \t\n"

    def picture(self, words: str, source: str) -> None:
        """Takes the words that stand for the picture `source`, which may be empty where it cannot be had."""
        start = self._line_length
        self.words(words.strip())
        if source and start < self._line_length:
            self._pictured.append(Picture(start, self._line_length, source))

    def begin_cell(self, cell: Cell) -> None:
        """What comes are the words of a cell of a table; where they stand in `cell` is not looked at."""
        self._open_cell = cell._replace(start=self._line_length)

    def end_cell(self, sign: str) -> None:
        """Ends a cell of a table with a tab, the last of a row with a line end; blanks after it are left out.

        A first cell without words holds a sign that is not seen, or the table would begin with its second.
        """
        self._close_cell()
        if not self._line:
            self._take(EMPTY_CELL)
        if self._line and self._line[-1][-1] == " ":
            last = self._line.pop()
            self._line_length -= len(last) - len(last.rstrip(" "))
            self._line.append(last.rstrip(" "))
        self._take(sign)
        self._after_blank = True

    def blank(self) -> None:
        """Sees to it that a blank stands between what was gathered and what comes."""
        self.words(" ")

    def line_end(self) -> None:
        """Ends a line of the block; nothing when none was begun."""
        if self._line:
            self._take("\n")
            self._after_blank = True

    def begin_style(self, style: Style) -> None:
        """What comes is set in `style`, also when it was before."""
        counted = self._open_styles.setdefault(style, [self._line_length, 0])
        counted[1] += 1

    def end_style(self, style: Style) -> None:
        """Ends what was begun last in `style`."""
        counted = self._open_styles[style]
        counted[1] -= 1
        if not counted[1]:
            del self._open_styles[style]
            self._run(counted[0], style)

    def begin_reference(self, target: str) -> None:
        """What comes refers to `target`."""
        self._open_references.append((self._line_length, target))

    def end_reference(self, *, is_note: bool = False) -> None:
        """Ends what refers to the last target; `is_note` tells that it is the mark of a note."""
        start, target = self._open_references.pop()
        self._refer(start, target, is_note=is_note)

    def name(self, key: Hashable) -> None:
        """Names the place where the next words stand; a name that is taken stays where it is."""
        self._named.append((key, self._line_length))

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
        if not text.strip(_BLANK_IN_TABLES):
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
        texts = _collapsed(paragraphs)
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
        width = _width(text[begin:first]) + (0.0 if begin else self.set_in)
        return min(MOST_SET_IN, round(width))

    def _is_odd(self, text: str) -> bool:
        return parts_lines(text) if self.is_clean else is_odd(text)

    def _is_marked(self) -> bool:
        """Whether anything was gathered of the line but its words."""
        if self._runs or self._named or self._referred or self._pictured or self._cells:
            return True
        return bool(self._open_styles or self._open_references)

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

    def _close_cell(self) -> None:
        if self._open_cell is not None:
            end = self._line_length
            if self._line and self._line[-1][-1] == " " and end > self._open_cell.start:
                end -= len(self._line[-1]) - len(self._line[-1].rstrip(" "))
            self._cells.append(self._open_cell._replace(end=max(end, self._open_cell.start)))
            self._open_cell = None

    def _settle_runs(self, start: int, spans: list[tuple[int, int]]) -> None:
        runs = []
        for run in self._runs:
            for first, last in spans:
                if run.start < last and first < run.end:
                    clipped = StyledRun(start + max(first, run.start), start + min(last, run.end), run.style)
                    runs.append(clipped)
        self.styles += sorted(runs)

    def _run(self, start: int, style: Style) -> None:
        if start < self._line_length:
            self._runs.append(StyledRun(start, self._line_length, style))

    def _refer(self, start: int, target: str, *, is_note: bool) -> None:
        if start < self._line_length:
            self._referred.append(Reference(start, self._line_length, target, is_note))

    def _take(self, words: str) -> None:
        self._line.append(words)
        self._line_length += len(words)

    def _forget_line(self) -> None:
        self._line = []
        self._line_length = 0
        self._after_blank = True
        self.set_in = 0.0
        self._runs = []
        self._referred = []
        self._pictured = []
        self._cells = []
        self._open_cell = None
        self._named = [(key, 0) for key, _ in self._named]
        self._open_references = [(0, target) for _, target in self._open_references]
        for counted in self._open_styles.values():
            counted[0] = 0


def _collapsed(paragraphs: list[str]) -> list[str]:
    """Those of the paragraphs that hold words, each on one line; what is sought is sought in all at once."""
    joined = "".join(paragraphs)
    texts = paragraphs
    if any(sign in joined for sign in _JOINTS):
        texts = list(map(_without_joints, texts))
    texts = list(map(str.strip, texts))
    joined = "".join(texts)
    if "  " in joined or "\n" in joined or "\t" in joined:
        texts = [_BLANKS.sub(" ", text) for text in texts]
    if "" in texts or EMPTY_CELL in joined:
        texts = [text for text in texts if text.strip(_BLANK_IN_TABLES)]
    return texts


def _width(blanks: str) -> float:
    """How far blanks set a line in."""
    return sum(_WIDTHS.get(sign, 0.0) for sign in blanks)


def _without_joints(words: str) -> str:
    """Words without the signs that only say where a line may end, or may not."""
    for sign in _JOINTS:
        if sign in words:
            words = words.replace(sign, "")
    return words
