"""How the lines of a plain text are laid out: wrapped at a width or not, with what indents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NARROWEST, _WIDEST = 30, 140
_SAMPLE_LINES = 20_000


class Layout(NamedTuple):
    """`width` is where most lines are wrapped, 0 when a line end always means something; `indent` counts
    the blanks before an ordinary line; `indented_starts` tells that a paragraph begins with an indent."""

    width: int = 0
    indent: int = 0
    indented_starts: bool = False

    @property
    def early(self) -> float:
        """A line that could have taken the next word and still stayed below this was ended on purpose."""
        return self.width * 0.85


def indent_of(line: str) -> int:
    """How many blanks stand before the first word."""
    return len(line) - len(line.lstrip())


def first_word_length(line: str) -> int:
    """The length of the first word of a line that is not blank."""
    return len(line.split(None, 1)[0])


def layout_of(stanzas: Iterable[Sequence[str]]) -> Layout:
    """The layout of a text, from a sample of its stanzas: the lines between two blank lines, each as it
    stands in the file without the blanks after it."""
    lengths: list[int] = []
    reaches: list[int] = []
    indents: Counter[int] = Counter()
    indented = stanza_count = 0
    for lines in stanzas:
        if len(lines) < 2 or len(lengths) > _SAMPLE_LINES:
            continue
        stanza_count += 1
        indented += indent_of(lines[0]) > indent_of(lines[1])
        for line, following in zip(lines[:_SAMPLE_LINES], lines[1:], strict=False):
            lengths.append(len(line))
            reaches.append(len(line) + 1 + first_word_length(following))
            indents[indent_of(following)] += 1
    if not lengths:
        return Layout()
    indent = indents.most_common(1)[0][0]
    return Layout(_width(lengths, reaches), indent, indented * 2 > stanza_count)


def _width(lengths: list[int], reaches: list[int]) -> int:
    """The width at which a text was wrapped: nine lines in ten are shorter, and yet most lines could not
    have taken the next word as well."""
    width = sorted(lengths)[len(lengths) * 9 // 10]
    full = sum(1 for reach in reaches if reach >= width * 0.9)
    return width if _NARROWEST <= width <= _WIDEST and full >= 0.6 * len(reaches) else 0


def is_prose(lines: Sequence[str], layout: Layout) -> bool:
    """Whether the lines, two at least, are a text that was wrapped, not lines ended on purpose."""
    reaches = [
        len(line) + 1 + first_word_length(following)
        for line, following in zip(lines, lines[1:], strict=False)
        if indent_of(following) <= indent_of(line)
    ]
    if not reaches:
        return layout.width > 0
    if layout.width:
        early = sum(1 for reach in reaches if reach < layout.early)
        if early * 3 <= len(reaches):
            return True
    return _is_wrapped_narrower(lines, reaches)


def _is_wrapped_narrower(lines: Sequence[str], reaches: list[int]) -> bool:
    """Whether the lines are wrapped at a width of their own, as a quotation or a letter may be."""
    width = max(map(len, lines))
    if width - indent_of(lines[0]) < _NARROWEST or width > _WIDEST or len(lines) < 3:
        return False
    full = sum(1 for reach in reaches if reach > width - 2)
    flowing = sum(1 for line in lines[1:] if line.lstrip()[:1].islower())
    return full >= 0.8 * len(reaches) and flowing * 3 >= len(lines) - 1
