"""Notes at the foot of a page are told from its text, and their marks are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_lines import Line

_SMALLER = 0.93
"""Type of at most so many times the size of the text may be that of notes."""
_MARKER = re.compile(r"(\d{1,3}|[*†‡§¶‖#]{1,4}|[a-z])(?:[.)]|\b|(?<=[*†‡§¶‖#]))\s*")
_SYMBOLS = frozenset("*†‡§¶‖#")
_LONGEST_MARK = 4


class Note(NamedTuple):
    """A note: the mark before it, without stop or bracket, and its lines, the first without the mark."""

    mark: str
    lines: tuple[Line, ...]


class Parted(NamedTuple):
    """A column without its notes: its lines, the rest of the last note of the page before, its notes."""

    lines: list[Line]
    rest: tuple[Line, ...]
    notes: tuple[Note, ...]


def parted(lines: Sequence[Line], size: float, *, is_last: bool, may_go_on: bool) -> Parted:
    """Parts a column's text from the notes below it; `size` is that of the text, in points.

    Notes are set smaller than the text, stand last, and the first has a mark. `is_last` tells that the
    column is the last of its page, so that it may be of notes alone; `may_go_on` that a note of the page
    before has not ended.
    """
    start = len(lines)
    while start and lines[start - 1].size <= _SMALLER * size:
        start -= 1
    small = lines[start:]
    if not small or (not start and not is_last):
        return Parted(list(lines), (), ())
    first = next((i for i, line in enumerate(small) if _begins_note(line) and not _is_figure(small, i)), None)
    if first is None:
        return Parted(list(lines[:start]), tuple(small), ()) if may_go_on and start else _all(lines)
    if first and not may_go_on:
        start += first
        first = 0
    small = lines[start:]
    return Parted(list(lines[:start]), tuple(small[:first]), tuple(_notes(small[first:])))


def _all(lines: Sequence[Line]) -> Parted:
    return Parted(list(lines), (), ())


def _begins_note(line: Line) -> bool:
    return _mark(line) != ""


def _is_figure(lines: Sequence[Line], index: int) -> bool:
    """Whether what looks like a mark is a figure alone on its line, as under a diagram."""
    return len(lines[index].text.strip()) <= 3


def _mark(line: Line) -> str:
    """The mark with which a line begins: raised, or a number or sign before its words."""
    text = line.text.lstrip()
    if line.runs[0].raised:
        raised = line.runs[0].text.strip()
        return raised if len(raised) <= _LONGEST_MARK else ""
    found = _MARKER.match(text)
    if found is None:
        return ""
    if found[1][0] in _SYMBOLS:
        return found[1]
    behind = text[found.end() : found.end() + 1]
    is_apart = text[len(found[1]) : found.end()] != "" and found[1].isdigit()
    return found[1] if is_apart and (behind.isalpha() or behind in "“‘\"'(«„[") else ""


def _notes(lines: Sequence[Line]) -> list[Note]:
    found: list[tuple[str, list[Line]]] = []
    for line in lines:
        mark = _mark(line)
        if mark and (not found or _follows(mark, found[-1][0], line, found[-1][1][0])):
            found.append((mark, [_without(line, mark)]))
        elif found:
            found[-1][1].append(line)
    return [Note(mark, tuple(words)) for mark, words in found]


def _follows(mark: str, last: str, line: Line, first: Line) -> bool:
    """Whether a mark is that of the next note, and no number that happens to begin a line."""
    if line.runs[0].raised or not mark.isdigit():
        return line.runs[0].raised or mark[0] in _SYMBOLS
    return last.isdigit() and int(mark) in (int(last) + 1, 1) and abs(line.left - first.left) < line.size


def _without(line: Line, mark: str) -> Line:
    """The line without the mark before its words."""
    runs = list(line.runs)
    while runs and not runs[0].text.strip():
        del runs[0]
    text = runs[0].text.lstrip()
    found = _MARKER.match(text)
    length = found.end() if found and found[1] == mark else len(mark)
    runs[0] = runs[0]._replace(text=text[length:], raised=False)
    if not runs[0].text:
        del runs[0]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip(" .)"))
    return line._replace(runs=tuple(runs))
