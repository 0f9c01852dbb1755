"""The words of one Markdown paragraph: lines of text with the runs that are emphasised, strong or code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from companion.core.document import Style, StyledRun
from companion.readers.gathered_line import Reference
from companion.readers.references import target_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG}
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)
_LINE_END = re.compile("[\n\r\f\x85\u2028\u2029]")
_UNREAD = re.compile(r"<(/?)(?:script|style)\b", re.I)
_WORDS = frozenset({"text", "text_special", "code_inline"})
_UNSEEN = frozenset({"softbreak", "hardbreak", "link_open", "link_close"})


_Marked = TypeVar("_Marked", StyledRun, Reference)


class Line(NamedTuple):
    """Words up to a hard break or the end of a paragraph. Runs and references count from its start.

    `broken` tells that a hard break ends it, `wrapped` that it fills several lines of the file, `image` that
    it is the description of a picture.
    """

    text: str
    runs: tuple[StyledRun, ...] = ()
    broken: bool = False
    wrapped: bool = False
    image: bool = False
    references: tuple[Reference, ...] = ()

    def without(self, count: int) -> Line:
        """The line without its first `count` signs."""
        text = self.text[count:]
        return self._replace(
            text=text,
            runs=_clipped(self.runs, -count, len(text)),
            references=_clipped(self.references, -count, len(text)),
        )

    def stripped(self) -> Line:
        """The line without blanks round it."""
        line = self.without(len(self.text) - len(self.text.lstrip()))
        text = line.text.rstrip()
        runs, references = _clipped(line.runs, 0, len(text)), _clipped(line.references, 0, len(text))
        return line._replace(text=text, runs=runs, references=references)


def _clipped(found: Iterable[_Marked], shift: int, end: int) -> tuple[_Marked, ...]:
    """What is said of ranges of a text, moved by `shift`, as far as it lies before `end`."""
    moved = (one._replace(start=max(0, one.start + shift), end=min(end, one.end + shift)) for one in found)
    return tuple(one for one in moved if one.start < one.end)


def joined(lines: Iterable[Line], between: str = " ") -> Line:
    """All lines as one."""
    parts: list[str] = []
    runs: list[StyledRun] = []
    references: list[Reference] = []
    length = 0
    for line in lines:
        if parts and between:
            parts.append(between)
            length += len(between)
        runs += (StyledRun(run.start + length, run.end + length, run.style) for run in line.runs)
        references += (r._replace(start=r.start + length, end=r.end + length) for r in line.references)
        parts.append(line.text)
        length += len(line.text)
    return Line("".join(parts), tuple(runs), references=tuple(references))


def lines_of(tokens: list[Token], number: Callable[[str], int]) -> tuple[list[Line], bool]:
    """The lines of one paragraph that hold words, and whether any HTML was left out of it.

    `number` gives the number of the note of a label.
    """
    collector = _Collector(number, only_pictures=_is_only_pictures(tokens))
    for token in tokens:
        collector.take(token)
    collector.end_line()
    return [line for line in collector.lines if line.text], collector.dropped


class _Collector:
    """Collects the words of one paragraph, token by token."""

    def __init__(self, number: Callable[[str], int], *, only_pictures: bool) -> None:
        self.lines: list[Line] = []
        self.dropped = False
        self._number = number
        self._only_pictures = only_pictures
        self._references: list[Reference] = []
        self._target, self._begun = "", 0
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[StyledRun] = []
        self._open: list[tuple[Style, int]] = []
        self._wrapped = False
        self._unread = False

    def take(self, token: Token) -> None:
        kind = token.type
        if kind == "html_inline":
            self._html(token.content)
        elif self._unread:
            return
        elif kind in ("text", "text_special"):
            self._write(token.content)
        elif kind == "softbreak":
            self._write(" ")
            self._wrapped = True
        elif kind == "hardbreak":
            self.end_line(broken=True)
        elif kind == "code_inline":
            self._runs.append(StyledRun(self._length, self._length + len(token.content), Style.CODE))
            self._write(token.content)
        elif kind == "image":
            self._picture(token)
        elif kind == "note_mark":
            self._note_mark(token.meta["label"])
        elif kind == "link_open":
            self._target, self._begun = target_of(str(token.attrs.get("href") or ""), ""), self._length
        elif kind == "link_close":
            self._end_link()
        elif token.tag in _STYLES:
            self._style(_STYLES[token.tag], opens=token.nesting == 1)

    def end_line(self, *, broken: bool = False, image: bool = False) -> None:
        open_runs = (StyledRun(start, self._length, style) for style, start in self._open)
        runs = tuple(sorted(run for run in (*self._runs, *open_runs) if run.start < run.end))
        if self._target:
            self._refer(self._begun, self._target)
            self._begun = 0
        references = tuple(self._references)
        line = Line("".join(self._parts), runs, broken, self._wrapped, image, references)
        self.lines.append(line.stripped())
        self._parts, self._length, self._runs, self._wrapped = [], 0, [], False
        self._references = []
        self._open = [(style, 0) for style, _ in self._open]

    def _write(self, words: str) -> None:
        words = _LINE_END.sub(" ", words)
        self._parts.append(words)
        self._length += len(words)

    def _style(self, style: Style, *, opens: bool) -> None:
        if opens:
            self._open.append((style, self._length))
        elif self._open:
            style, start = self._open.pop()
            self._runs.append(StyledRun(start, self._length, style))

    def _note_mark(self, label: str) -> None:
        start = self._length
        self._write(f"[{self._number(label)}]")
        self._refer(start, note_key(label), is_note=True)

    def _end_link(self) -> None:
        if self._target:
            self._refer(self._begun, self._target)
        self._target = ""

    def _refer(self, start: int, target: str, *, is_note: bool = False) -> None:
        if start < self._length:
            self._references.append(Reference(start, self._length, target, is_note))

    def _picture(self, token: Token) -> None:
        if self._only_pictures:
            self.end_line()
        self._write("".join(_description(token.children or [])))
        if self._only_pictures:
            self.end_line(image=True)

    def _html(self, mark: str) -> None:
        unread = _UNREAD.match(mark)
        if _LINE_BREAK.fullmatch(mark):
            self.end_line(broken=True)
        elif unread:
            self._unread = not unread[1]
            self.dropped = True
        elif not mark.startswith("<!--"):
            self.dropped = True


def note_key(label: str) -> str:
    """The key of the place where the note of a label stands."""
    return f"note {label}"


def _is_only_pictures(tokens: list[Token]) -> bool:
    """Whether the paragraph shows pictures and says nothing else."""
    shown = [token for token in tokens if token.type not in _UNSEEN]
    return any(token.type == "image" for token in shown) and all(
        token.type == "image" or not token.content.strip() for token in shown
    )


def _description(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of a picture's description; pictures inside it have descriptions too."""
    for token in tokens:
        if token.type == "image":
            yield from _description(token.children or [])
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in _WORDS:
            yield token.content
