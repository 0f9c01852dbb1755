"""The line that is gathered: its words as they come, and what is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Picture, StyledRun
from companion.readers.collapsing import BLANKS, EMPTY_CELL, width_of, without_joints

if TYPE_CHECKING:
    from collections.abc import Hashable

    from companion.core.document import Cell, Style

_EMPTY_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


class Reference(NamedTuple):
    """Words ``[start, end)`` that refer to `target`, a key of ``Gathering.places`` or an address outside."""

    start: int
    end: int
    target: str
    is_note: bool


class GatheredLine:
    """The words of a block in the making, with the styles, references, names, pictures and cells in them.

    Lengths are counted from its beginning. `set_in` is how far the blanks before it set it in, if it is one
    of verse.
    """

    def __init__(self) -> None:
        self.set_in = 0.0
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
            words = without_joints(words)
        if not self._line:
            blanks, words = words, words.lstrip()
            if len(words) < len(blanks) and not blanks.isascii():
                self.set_in += width_of(blanks[: len(blanks) - len(words)])
            if not words:
                return
        if "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words:
            words = BLANKS.sub(" ", words)
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

    def _is_marked(self) -> bool:
        """Whether anything was gathered of the line but its words."""
        if self._runs or self._named or self._referred or self._pictured or self._cells:
            return True
        return bool(self._open_styles or self._open_references)

    def _close_cell(self) -> None:
        if self._open_cell is not None:
            end = self._line_length
            if self._line and self._line[-1][-1] == " " and end > self._open_cell.start:
                end -= len(self._line[-1]) - len(self._line[-1].rstrip(" "))
            self._cells.append(self._open_cell._replace(end=max(end, self._open_cell.start)))
            self._open_cell = None

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
