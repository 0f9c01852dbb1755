"""How the lines of a plain text are laid out: wrapped at a width or not, and with what indents."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NARROWEST, _WIDEST = 30, 140
_SAMPLE = 20_000


class Layout(NamedTuple):
    """How an ordinary paragraph of a file looks.

    `width` is where its lines are wrapped, 0 when a line end always means something; `indent` counts the
    blanks before an ordinary line; `indented_starts` tells that a paragraph's first line is set in.
    """

    width: int = 0
    indent: int = 0
    indented_starts: bool = False

    @property
    def early(self) -> float:
        """A line that would have stayed below this with the next word as well was ended on purpose."""
        return self.width * 0.85

    def sets_in(self, indent: int) -> bool:
        """Whether a paragraph all of whose lines are indented so far is set in from the text round it."""
        return indent >= self.indent + 2

    def centres(self, line: str) -> bool:
        """Whether the line stands in the middle of the width, well set in."""
        indent = indent_of(line)
        return indent >= self.indent + 8 and abs(self.width - len(line) - indent) <= 8


def indent_of(line: str) -> int:
    """How many blanks stand before the first word."""
    return len(line) - len(line.lstrip())


def reach(line: str, following: str) -> int:
    """How long `line` would have been with the first word of the `following` line as well."""
    return len(line) + 1 + len(following.split(None, 1)[0])


def layout_of(stanzas: Iterable[Sequence[str]]) -> Layout:
    """The layout of a text, from a sample of its stanzas: the lines between two blank lines, each as it
    stands in the file without the blanks after it."""
    lengths: list[int] = []
    reaches: list[int] = []
    indents: Counter[int] = Counter()
    indented = stanza_count = capitals = 0
    for lines in stanzas:
        if len(lines) < 2:
            continue
        stanza_count += 1
        indented += indent_of(lines[0]) > indent_of(lines[1])
        for line, following in pairwise(lines):
            lengths.append(len(line))
            reaches.append(reach(line, following))
            indents[indent_of(following)] += 1
            capitals += following.lstrip()[0].isupper()
        if len(lengths) > _SAMPLE:
            break
    # Lines that nearly all begin with a capital are verse, however even they are.
    if not lengths or capitals > 0.75 * len(lengths):
        return Layout()
    width = _width(lengths, reaches)
    return Layout(width, indents.most_common(1)[0][0] if width else 0, indented * 2 > stanza_count)


def _width(lengths: list[int], reaches: list[int]) -> int:
    """The width at which a text was wrapped: nine lines in ten are shorter, and yet most lines could not
    have taken the next word as well."""
    width = sorted(lengths)[len(lengths) * 9 // 10]
    full = sum(1 for length in reaches if length >= width * 0.9)
    return width if _NARROWEST <= width <= _WIDEST and full >= 0.6 * len(reaches) else 0


def is_prose(lines: Sequence[str], layout: Layout) -> bool:
    """Whether the lines, two at least, are sentences that were wrapped, not lines ended on purpose."""
    base = min(map(indent_of, lines))
    starts = sum(1 for line in lines if indent_of(line) > base)
    may_start = layout.indented_starts or starts * 2 < len(lines)
    reaches = [
        reach(line, following)
        for line, following in pairwise(lines)
        if not (may_start and indent_of(following) > base)
    ]
    if len(lines) > 3 and all(line.lstrip()[0].isupper() for line in lines):
        return False
    if layout.width and _is_full(lines, reaches, layout, base):
        return True
    return _is_wrapped_narrower(lines, reaches, base)


def _is_full(lines: Sequence[str], reaches: list[int], layout: Layout, base: int) -> bool:
    """Whether most lines are as long as the file's width allows."""
    early = sum(1 for length in reaches if length < layout.early)
    if early * 3 <= len(reaches):
        return len(reaches) > 0 or layout.indented_starts
    # Lines that were mended by hand are ragged; those of a poem are shorter, or set in.
    return not layout.sets_in(base) and min(map(len, lines[:-1])) >= layout.width * 0.7


def _is_wrapped_narrower(lines: Sequence[str], reaches: list[int], base: int) -> bool:
    """Whether the lines are wrapped at a width of their own, as a quotation or a letter may be."""
    width = max(map(len, lines))
    if width - base < _NARROWEST or width > _WIDEST or not reaches:
        return False
    full = sum(1 for length in reaches if length > width - 3)
    flowing = sum(1 for line in lines[1:] if line.lstrip()[:1].islower())
    return full >= 0.8 * len(reaches) and flowing * 3 >= len(lines) - 1
