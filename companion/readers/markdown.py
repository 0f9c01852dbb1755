"""Markdown becomes a Document: the words without the marks, and what the marks say about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from companion.core.document import BlockKind, Document
from companion.core.message import Message
from companion.readers.decoding import clean
from companion.readers.front_matter import language_code
from companion.readers.limits import (
    DEEPEST_IN_LINE,
    DEEPEST_NESTING,
    LARGEST_MARKDOWN,
    MOST_MARKS,
    MOST_MARKS_IN_BLOCK,
)
from companion.readers.markdown_html import words_of
from companion.readers.markdown_inline import Line, joined, lines_of
from companion.readers.markdown_tables import Table
from companion.readers.writing import Writing

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_STATED = re.compile(r"^(title|author|authors|creator|language|lang)[ \t]*:[ \t]*(\S.*)$", re.I | re.M)
_MARKS = "[]*_`<>&!~|\\"
_MARKED = re.compile(r"[\[\]*_`<>&!~\\\n]")

_HTML_DROPPED = Message("HTML was left out; only its words are shown.")
_TOO_DEEP = Message(
    "What is nested more than {levels} deep in lists and quotations was left out.", levels=DEEPEST_NESTING
)
_TOO_MANY_MARKS = Message("A paragraph holds so many Markdown marks that they are shown as they are.")


def read_markdown(text: str, name: str, warnings: tuple[Message, ...] = ()) -> Document:
    """The document in a Markdown text (CommonMark and its tables); `name` is its title when it has none.

    A text too long for the parser, or with too many marks, is shown as plain text, with a warning.
    """
    reason = _too_much(text)
    if reason:
        from companion.readers.plain import read_plain

        return read_plain(text, name, (*warnings, reason))
    stated, body = _front_matter(text)
    walk = _Walk(_parser(), body)
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


def _too_much(text: str) -> Message | None:
    """Why the text is not parsed, as a sentence; None when it can be."""
    if len(text) > LARGEST_MARKDOWN:
        return Message(
            "The text has more than {most} characters, so its Markdown marks are shown.",
            most=LARGEST_MARKDOWN,
        )
    if text.count("\n") + sum(map(text.count, _MARKS)) > MOST_MARKS:
        return Message(
            "The text has more than {most} lines and marks, so its Markdown marks are shown.", most=MOST_MARKS
        )
    return None


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # The words of a paragraph are parsed when they are written down, not all beforehand: that saves memory,
    # and a hostile paragraph can be passed over.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["inline", "text_join"])
    parser.options["maxNesting"] = 2 * DEEPEST_NESTING  # a list and its item count as two
    return parser


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

    def __init__(self, parser: MarkdownIt, text: str) -> None:
        self.writing = Writing()
        self.warnings: list[Message] = []
        self._parser = parser
        self._links: dict[str, Any] = {}
        self._quotes = 0
        self._lists: list[str] = []
        self._marker = ""
        self._heading = 0
        self._table: Table | None = None
        steps = {
            "inline": self._inline,
            "heading_open": self._heading_open,
            "heading_close": self._heading_close,
            "blockquote_open": self._blockquote_open,
            "blockquote_close": self._blockquote_close,
            "bullet_list_open": self._list_open,
            "bullet_list_close": self._list_close,
            "ordered_list_open": self._list_open,
            "ordered_list_close": self._list_close,
            "list_item_open": self._item_open,
            "list_item_close": self._item_close,
            "fence": self._code,
            "code_block": self._code,
            "hr": self._rule,
            "html_block": self._html,
            "table_open": self._table_open,
            "tr_open": self._row_open,
            "table_close": self._table_close,
        }
        tokens = parser.parse(text, self._links)
        if max((token.level for token in tokens), default=0) >= parser.options["maxNesting"] - 1:
            self._warn(_TOO_DEEP)
        parser.options["maxNesting"] = DEEPEST_IN_LINE
        for token in tokens:
            if token.type in steps:
                steps[token.type](token)

    def _inline(self, token: Token) -> None:
        lines = self._lines(token.content)
        if self._table is not None:
            self._table.cell(lines)
        elif not self._heading:
            self._paragraph(lines)
        elif self._quotes:
            self.writing.add(BlockKind.HEADING, joined(lines), level=self._heading)
        else:
            self.writing.heading(joined(lines), self._heading)

    def _lines(self, words: str) -> list[Line]:
        if not _MARKED.search(words):
            return [Line(words.strip())]
        if sum(map(words.count, _MARKS)) > MOST_MARKS_IN_BLOCK:
            self._warn(_TOO_MANY_MARKS)
            return [Line(" ".join(words.split()))]
        tokens: list[Token] = []
        self._parser.inline.parse(words, self._parser, self._links, tokens)
        lines, html = lines_of(tokens)
        if html:
            self._warn(_HTML_DROPPED)
        return lines

    def _paragraph(self, lines: list[Line]) -> None:
        kind, level = self._kind()
        if (
            len(lines) > 1
            and not self._lists
            and all(line.broken and not line.wrapped for line in lines[:-1])
        ):
            kind = BlockKind.VERSE
        for number, line in enumerate(lines):
            if line.image:
                self.writing.add(BlockKind.CAPTION, line, level=level)
                continue
            marker, self._marker = self._marker, ""
            if marker and line.text[:4].lower() in _BOXES:
                marker, line = _BOXES[line.text[:4].lower()], line.without(4)
            self.writing.add(kind, line, level=level, marker=marker, tight=number > 0)

    def _kind(self) -> tuple[BlockKind, int]:
        """What a paragraph is here, and how deep it is nested."""
        depth = len(self._lists) + self._quotes
        if self._lists:
            return BlockKind.ITEM, depth - 1
        return (BlockKind.QUOTATION, depth - 1) if self._quotes else (BlockKind.PARAGRAPH, 0)

    def _heading_open(self, token: Token) -> None:
        self._heading = int(token.tag[1])

    def _heading_close(self, token: Token) -> None:
        self._heading = 0

    def _blockquote_open(self, token: Token) -> None:
        self._quotes += 1

    def _blockquote_close(self, token: Token) -> None:
        self._quotes -= 1

    def _list_open(self, token: Token) -> None:
        self._lists.append(token.type)

    def _list_close(self, token: Token) -> None:
        self._lists.pop()

    def _item_open(self, token: Token) -> None:
        self._marker = f"{token.info}{token.markup}" if token.info else "•"

    def _item_close(self, token: Token) -> None:
        self._marker = ""

    def _code(self, token: Token) -> None:
        self.writing.add(BlockKind.PREFORMATTED, Line(token.content.rstrip()), level=self._kind()[1])

    def _rule(self, token: Token) -> None:
        self.writing.add(BlockKind.RULE, Line(_SCENE_BREAK))

    def _html(self, token: Token) -> None:
        kind, level = self._kind()
        for words in words_of(token.content):
            self.writing.add(kind, Line(words), level=level)
        if not token.content.lstrip().startswith("<!--"):
            self._warn(_HTML_DROPPED)

    def _table_open(self, token: Token) -> None:
        self._table = Table()

    def _row_open(self, token: Token) -> None:
        if self._table is not None:
            self._table.row()

    def _table_close(self, token: Token) -> None:
        if self._table is not None:
            self._table.write(self.writing)
        self._table = None

    def _warn(self, sentence: Message) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)


_BOXES = {"[ ] ": "☐", "[x] ": "☑"}
_SCENE_BREAK = "* * *"
