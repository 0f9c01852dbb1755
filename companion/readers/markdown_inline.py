"""The words of one Markdown paragraph: lines of text with the runs that are emphasised, strong or code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Style, StyledRun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG}
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)


class Line(NamedTuple):
    """Words between two hard breaks; `broken` tells that a hard break ends it, `image` that it is the
    description of a picture. Runs count from the start of the line."""

    text: str
    runs: tuple[StyledRun, ...] = ()
    broken: bool = False
    image: bool = False

    def stripped(self) -> Line:
        """The line without blanks round it."""
        lead = len(self.text) - len(self.text.lstrip())
        text = self.text.strip()
        runs = (
            StyledRun(max(0, run.start - lead), min(len(text), run.end - lead), run.style)
            for run in self.runs
        )
        return self._replace(text=text, runs=tuple(run for run in runs if run.start < run.end))

    @staticmethod
    def joined(lines: Iterable[Line]) -> Line:
        """All lines as one, with a blank between two."""
        text, runs = "", []
        for line in lines:
            if text and line.text:
                text += " "
            runs += [StyledRun(run.start + len(text), run.end + len(text), run.style) for run in line.runs]
            text += line.text
        return Line(text, tuple(runs))


def lines_of(tokens: list[Token]) -> tuple[list[Line], bool]:
    """The lines of one paragraph, and whether any HTML was left out of it."""
    return _Lines().of(tokens)


class _Lines:
    """Collects the words of one paragraph."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[StyledRun] = []
        self._open: list[tuple[Style, int]] = []
        self._dropped = False

    def of(self, tokens: list[Token]) -> tuple[list[Line], bool]:
        pictures = _only_pictures(tokens)
        for token in tokens:
            self._take(token, pictures)
        self._end_line(broken=False)
        return [line for line in self._lines if line.text], self._dropped

    def _take(self, token: Token, pictures: bool) -> None:
        kind = token.type
        if kind in ("text", "text_special"):
            self._write(token.content)
        elif kind == "softbreak":
            self._write(" ")
        elif kind == "hardbreak":
            self._end_line(broken=True)
        elif kind == "code_inline":
            self._open.append((Style.CODE, self._length))
            self._write(token.content)
            self._close()
        elif token.tag in _STYLES:
            if token.nesting == 1:
                self._open.append((_STYLES[token.tag], self._length))
            else:
                self._close()
        elif kind == "image":
            self._picture(token, alone=pictures)
        elif kind == "html_inline":
            self._html(token)

    def _write(self, words: str) -> None:
        words = words.replace("\n", " ")
        self._parts.append(words)
        self._length += len(words)

    def _close(self) -> None:
        style, start = self._open.pop()
        if start < self._length:
            self._runs.append(StyledRun(start, self._length, style))

    def _end_line(self, *, broken: bool, image: bool = False) -> None:
        self._runs += [
            StyledRun(start, self._length, style) for style, start in self._open if start < self._length
        ]
        runs = tuple(sorted(self._runs))
        self._lines.append(Line("".join(self._parts), runs, broken, image).stripped())
        self._parts, self._length, self._runs = [], 0, []
        self._open = [(style, 0) for style, _ in self._open]

    def _picture(self, token: Token, *, alone: bool) -> None:
        if alone:
            self._end_line(broken=False)
        self._write(token.content and "".join(_words(token.children or [])))
        if alone:
            self._end_line(broken=False, image=True)

    def _html(self, token: Token) -> None:
        if _LINE_BREAK.fullmatch(token.content):
            self._end_line(broken=True)
        else:
            self._dropped = True


def _only_pictures(tokens: list[Token]) -> bool:
    """Whether the paragraph shows pictures and says nothing else."""
    shown = [
        token for token in tokens if token.type not in ("softbreak", "hardbreak", "link_open", "link_close")
    ]
    return bool(shown) and all(token.type == "image" or not token.content.strip() for token in shown)


def _words(tokens: Iterable[Token]) -> Iterable[str]:
    """The words of a picture's description; pictures inside it have descriptions too."""
    for token in tokens:
        if token.type == "image":
            yield from _words(token.children or [])
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "text_special", "code_inline"):
            yield token.content
