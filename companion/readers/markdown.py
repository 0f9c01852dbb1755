"""Markdown becomes a Document: the words without the marks, and what the marks say about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Document
from companion.readers.decoding import clean
from companion.readers.front_matter import language_code
from companion.readers.limits import DEEPEST_NESTING, LARGEST_MARKDOWN
from companion.readers.markdown_inline import Line, lines_of
from companion.readers.markdown_tables import Table
from companion.readers.writing import Writing

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_STATED = re.compile(r"^(title|author|authors|creator|language|lang)[ \t]*:[ \t]*(\S.*)$", re.I | re.M)
_HTML_DROPPED = "Parts in HTML were left out; their marks are not shown."
_TOO_DEEP = (
    f"Lists or quotations nested more than {DEEPEST_NESTING} deep are shown less deep, or were left out."
)


def read_markdown(text: str, name: str, warnings: tuple[str, ...] = ()) -> Document:
    """The document in a Markdown text (CommonMark and its tables); `name` is its title when it has none.

    A text too long for the parser is shown as plain text, with a warning.
    """
    if len(text) > LARGEST_MARKDOWN:
        from companion.readers.plain import read_plain

        long = f"The text has more than {LARGEST_MARKDOWN:,} characters, so its Markdown marks are shown."
        return read_plain(text, name, (*warnings, long))
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 4 * DEEPEST_NESTING}).enable(["table", "strikethrough"])
    stated, body = _front_matter(text)
    walk = _Walk()
    walk.take(parser.parse(body))
    writing = walk.writing
    return Document(
        text=clean(writing.text()),
        blocks=tuple(writing.blocks),
        sections=writing.sections(),
        styles=tuple(writing.styles),
        title=stated.get("title") or writing.title() or name,
        author=stated.get("author") or stated.get("creator", ""),
        language=language_code(stated.get("language") or stated.get("lang", "")),
        format="markdown",
        warnings=(*warnings, *walk.warnings),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What a YAML head states in plain ``key: value`` lines, and the text after it."""
    head = _FRONT_MATTER.match(text)
    if head is None or ":" not in head[1]:
        return {}, text
    stated: dict[str, str] = {}
    for found in _STATED.finditer(head[1]):
        value = found[2].strip().strip("[]").strip("\"'")
        stated.setdefault(found[1].lower().replace("authors", "author"), value)
    return stated, text[head.end() :]


class _Walk:
    """Goes through the parser's tokens once and writes the blocks down."""

    def __init__(self) -> None:
        self.writing = Writing()
        self.warnings: list[str] = []
        self._quotes = 0
        self._lists: list[tuple[str, int]] = []
        self._marker = ""
        self._heading = 0
        self._table: Table | None = None

    def take(self, tokens: list[Token]) -> None:
        """Writes down what `tokens` hold."""
        for token in tokens:
            step = getattr(self, f"_{token.type}", None)
            if step is not None:
                step(token)

    def _inline(self, token: Token) -> None:
        lines, dropped = lines_of(token.children or [])
        if dropped:
            self._warn(_HTML_DROPPED)
        if self._table is not None:
            self._table.cell(lines)
        elif self._heading:
            self.writing.heading(Line.joined(lines), self._heading)
        else:
            self._paragraph(lines)

    def _paragraph(self, lines: list[Line]) -> None:
        kind, level = self._kind()
        if kind is not BlockKind.ITEM and len(lines) > 1 and all(line.broken for line in lines[:-1]):
            kind = BlockKind.VERSE
        for number, line in enumerate(lines):
            if line.image:
                self.writing.add(BlockKind.CAPTION, line, level=level)
                continue
            marker, self._marker = self._marker, ""
            self.writing.add(kind, line, level=level, marker=marker, tight=number > 0)

    def _kind(self) -> tuple[BlockKind, int]:
        depth = min(DEEPEST_NESTING, len(self._lists) + self._quotes)
        if self._lists:
            return BlockKind.ITEM, depth - 1
        if self._quotes:
            return BlockKind.QUOTATION, depth - 1
        return BlockKind.PARAGRAPH, 0

    def _heading_open(self, token: Token) -> None:
        self._heading = int(token.tag[1])

    def _heading_close(self, token: Token) -> None:
        self._heading = 0

    def _blockquote_open(self, token: Token) -> None:
        self._quotes += 1

    def _blockquote_close(self, token: Token) -> None:
        self._quotes -= 1

    def _bullet_list_open(self, token: Token) -> None:
        self._lists.append(("•", 0))

    def _ordered_list_open(self, token: Token) -> None:
        self._lists.append((token.markup, int(token.attrs.get("start", 1))))

    def _bullet_list_close(self, token: Token) -> None:
        self._lists.pop()

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, token: Token) -> None:
        sign, number = self._lists[-1]
        self._marker = sign if sign == "•" else f"{token.info or number}{token.markup}"

    def _list_item_close(self, token: Token) -> None:
        self._marker = ""

    def _fence(self, token: Token) -> None:
        self.writing.add(
            BlockKind.PREFORMATTED, Line(token.content.rstrip("\n")), level=max(0, self._kind()[1])
        )

    _code_block = _fence

    def _hr(self, token: Token) -> None:
        self.writing.add(BlockKind.RULE, Line("* * *"))

    def _html_block(self, token: Token) -> None:
        self._warn(_HTML_DROPPED)

    def _table_open(self, token: Token) -> None:
        self._table = Table()

    def _tr_open(self, token: Token) -> None:
        assert self._table is not None
        self._table.row()

    def _table_close(self, token: Token) -> None:
        assert self._table is not None
        self._table.write(self.writing)
        self._table = None

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)
