"""The signs that a PDF draws side by side are put together to pieces of lines."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_rules import Grid

ITALIC, BOLD, FIXED = 1, 2, 4
"""Looks of a font, to be added."""

_RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))
_WIDE_GAP = 0.9
"""Sizes of type; a wider gap may part columns or cells, a justified line seldom has one."""
_LARGE = 1.7
"""How many times larger than its line the initial letter of a chapter is, at least."""
BULLET = re.compile(r"[•●▪■◦‣⁃∙○◆➢❖✓\uf0b7\uf0a7]\s*")
"""What stands before the items of a list that is not counted."""
DASH = re.compile(r"[–—∵→-]\s+(?=\S)")
"""Begins a point within a point, or one whose lines hang; elsewhere it may be what somebody says."""
NUMBER = re.compile(
    r"(?:\[[^\W_][^\]\s]{0,11}\]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})\.)\s+(?=\S)"
)
"""The number of an item, or the short name of a book in a list of books."""
_ELLIPSIS = re.compile(r"(?<!\.)(?: \.(?=[ .]))?\.?(?: ?\.){2,3}(?![ .]*\.)(?: ?[”’\"'»)!?,;:])?")


class Run(NamedTuple):
    """Words that are set alike, side by side; `raised` tells that they stand above the line and are small.

    `link` is the number of the goal to which they lead, 0 when to none.
    """

    text: str
    look: int = 0
    raised: bool = False
    link: int = 0


class RuledCell(NamedTuple):
    """A cell of a table: its row and column, counted from 0, how far it reaches, and its lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]


class Piece(NamedTuple):
    """Words on one line with no wide gap between them; all lengths in points, `base` upwards.

    `first` is the width of the first word. A whole `table` with rules is a piece, too, at its first line.
    """

    left: float
    right: float
    base: float
    size: float
    runs: tuple[Run, ...]
    first: float = 0.0
    table: tuple[RuledCell, ...] | None = None

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)


class Fragment(NamedTuple):
    """A word, or a part of one that is set in its own way; `after_blank`: behind a blank."""

    text: str
    left: float
    right: float
    base: float
    size: float
    look: int
    after_blank: bool
    link: int = 0


def pieces_of(fragments: Iterable[Fragment], grids: Sequence[Grid] = ()) -> Iterator[Piece]:
    """Fragments that stand side by side on a line, in the order of the file, become pieces.

    The rules of `grids` part them.
    """
    line: list[Fragment] = []
    for fragment in fragments:
        if line and not (_continues(line, fragment) and not _is_parted(line[-1], fragment, grids)):
            yield _piece(line)
            line = []
        line.append(fragment)
    if line:
        yield _piece(line)


def _continues(line: list[Fragment], fragment: Fragment) -> bool:
    last = line[-1]
    if not (_is_level(last, fragment) or _is_level(line[0], fragment)):
        return False
    size = max(last.size, fragment.size)
    gap = fragment.left - last.right
    if gap < -0.4 * size and (is_right_to_left(fragment.text) or is_right_to_left(line[0].text)):
        gap = last.left - fragment.right
    return -0.4 * size <= gap <= _WIDE_GAP * size


def _is_parted(last: Fragment, fragment: Fragment, grids: Sequence[Grid]) -> bool:
    """Whether the edge of a column of a table stands between the two."""
    if not grids or fragment.left - last.right < 0.1 * last.size:
        return False
    height = last.base + 0.3 * last.size
    return any(grid.parts(last.right, fragment.left, height) for grid in grids)


def _is_level(one: Fragment, other: Fragment) -> bool:
    """Whether the two stand on one line, as a raised or lowered number does, but no initial letter."""
    small, large = sorted((one.size, other.size))
    off = abs(one.base - other.base)
    if off <= 0.3 * small:
        return large <= _LARGE * small
    return 0.4 * large <= small <= 0.88 * large and off <= 0.6 * large


def _piece(line: list[Fragment]) -> Piece:
    """The piece that fragments make; dots between which a blank was set become an ellipsis without any."""
    sizes: dict[float, int] = {}
    for fragment in line:
        sizes[fragment.size] = sizes.get(fragment.size, 0) + len(fragment.text)
    size = max(sizes, key=sizes.__getitem__)
    base = next(fragment.base for fragment in line if fragment.size == size)
    runs: list[Run] = []
    for number, fragment in enumerate(line):
        raised = fragment.size < 0.9 * size and fragment.base > base + 0.15 * size
        text = fragment.text
        if number and fragment.after_blank:
            text = " " + text
        if runs and runs[-1][1:] == (fragment.look, raised, fragment.link):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + text)
        else:
            runs.append(Run(text, fragment.look, raised, fragment.link))
    runs = [run._replace(text=_ELLIPSIS.sub(_close, run.text)) if ". " in run.text else run for run in runs]
    number = next((n for n, fragment in enumerate(line) if n and fragment.after_blank), len(line))
    first = max(f.right for f in line[:number]) - min(f.left for f in line[:number])
    left, right = min(f.left for f in line), max(f.right for f in line)
    return Piece(left, right, base, size, tuple(runs), first)


def _close(dots: re.Match[str]) -> str:
    return dots[0].replace(" ", "")


def is_right_to_left(text: str) -> bool:
    """Whether the text has letters of Hebrew, Arabic or a script that runs like them."""
    return not text.isascii() and any(
        first <= sign <= last for sign in text for first, last in _RIGHT_TO_LEFT
    )


def plain_letters(text: str) -> str:
    """Ligatures and shapes of letters become the letters they stand for; halves of signs are joined."""
    if text.isascii() or max(text) < "\ud800":
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if "\ufb00" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefe"
        else sign
        for sign in text
    )


def marker_of(text: str) -> str:
    """What stands before a list item at the beginning of a text; empty when nothing does."""
    found = BULLET.match(text) or NUMBER.match(text)
    return found[0] if found else ""
