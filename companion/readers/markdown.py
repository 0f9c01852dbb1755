"""Markdown becomes a Document: the words without the marks, and what the marks say about them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.core.document import BlockKind, Span
from companion.core.message import Message
from companion.readers.binding import Named, Stated, bound
from companion.readers.decoding import clean
from companion.readers.front_matter import language_code
from companion.readers.limits import (
    DEEPEST_IN_LINE,
    DEEPEST_NESTING,
    LARGEST_MARKDOWN,
    MOST_MARKS,
    MOST_MARKS_IN_BLOCK,
)
from companion.readers.markdown_definitions import Definition, definition_in
from companion.readers.markdown_html import words_of
from companion.readers.markdown_inline import Line, joined, lines_of, note_key
from companion.readers.markdown_notes import know_notes
from companion.readers.markdown_tables import Table
from companion.readers.references import key_of
from companion.readers.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from companion.core.document import Document

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_STATED = re.compile(r"^(title|author|authors|creator|language|lang)[ \t]*:[ \t]*(\S.*)$", re.I | re.M)
_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_MARKS = "[]*_`<>&!~|\\"
_MARKED = re.compile(r"[\[\]*_`<>&!~\\\n]")

_HTML_DROPPED = Message("HTML was left out; only its words are shown.")
_TOO_DEEP = Message(
    "What is nested more than {levels} deep in lists and quotations was left out.", levels=DEEPEST_NESTING
)
_TOO_MANY_MARKS = Message("A paragraph holds so many Markdown marks that they are shown as they are.")


def read_markdown(text: str, name: str, warnings: tuple[Message, ...] = ()) -> Document:
    """The document in a Markdown text: CommonMark, and tables, notes and definitions as most write them.

    `name` is its title when it has none. A text too long for the parser, or with too many marks, is shown as
    plain text, with a warning.
    """
    reason = _too_much(text)
    if reason:
        from companion.readers.plain import read_plain

        return read_plain(text, name, (*warnings, reason))
    stated, body = _front_matter(text)
    walk = _Walk(_parser(), body)
    writing = walk.writing
    written = Stated(
        stated.get("title") or writing.title() or name,
        stated.get("author") or stated.get("creator", ""),
        language_code(stated.get("language") or stated.get("lang", "")),
    )
    warnings = (*warnings, *walk.warnings)
    document = bound(writing, written, "markdown", glosses=walk.glosses, warnings=warnings)
    return replace(document, text=clean(document.text))


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
    know_notes(parser)
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
        self.glosses: list[Named] = []
        self._parser = parser
        self._links: dict[str, Any] = {}
        self._quotes = 0
        self._lists: list[str] = []
        self._marker = ""
        self._heading = 0
        self._table: Table | None = None
        self._slugs: Counter[str] = Counter()
        self._notes: dict[str, list[Token]] = {}
        self._numbers: dict[str, int] = {}
        self._labels: list[str] = []
        self._note = False
        self._steps: dict[str, Callable[[Token], None]] = {
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
        self._walk(self._without_notes(tokens))
        self._write_notes()

    def _walk(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.type in self._steps:
                self._steps[token.type](token)

    def _without_notes(self, tokens: list[Token]) -> Iterator[Token]:
        """The tokens but for those of notes, which are kept; marks lead to the first note of a label."""
        depth = 0
        kept: list[Token] = []
        for token in tokens:
            if token.type == "note_open":
                depth += 1
                if depth == 1:
                    label = token.meta["label"]
                    kept = self._notes[f"{label} {len(self._notes)}" if label in self._notes else label] = []
            elif token.type == "note_close":
                depth -= 1
            elif depth:
                kept.append(token)
            else:
                yield token

    def _write_notes(self) -> None:
        """Writes the notes in the order of their marks, those that have none last."""
        notes = {label: found for label, found in self._notes.items() if any(t.content for t in found)}
        self._note = True
        for count, label in enumerate(self._ordered(notes)):
            if not count:
                self._rule(None)
            self._marker = f"{self._numbers[label]}."
            first = len(self.writing.blocks)
            self._walk(notes[label])
            if first < len(self.writing.blocks):
                start = self.writing.blocks[first].start
                self.writing.places[note_key(label)] = start
                self.writing.reaches[note_key(label)] = Span(start, self.writing.length)

    def _ordered(self, notes: Mapping[str, object]) -> Iterator[str]:
        """The labels of notes in the order of their numbers; more have one when those before are written."""
        others, done = iter(notes), 0
        while True:
            while done == len(self._labels) and (other := next(others, "")):
                self._number(other)
            if done == len(self._labels):
                return
            done += 1
            if self._labels[done - 1] in notes:
                yield self._labels[done - 1]

    def _number(self, label: str) -> int:
        """The number of a note, in the order of their marks."""
        if label not in self._numbers:
            self._labels.append(label)
            self._numbers[label] = len(self._labels)
        return self._numbers[label]

    def _inline(self, token: Token) -> None:
        is_free = self._table is None and not self._heading
        defined = definition_in(token.content) if is_free else None
        if defined is not None:
            self._define(defined)
            return
        lines = self._lines(token.content)
        if self._table is not None:
            self._table.cell(lines)
        elif not self._heading:
            self._paragraph(lines)
        elif self._quotes or self._note:
            self.writing.add(BlockKind.HEADING, joined(lines), level=self._heading)
        else:
            self._name_heading(joined(lines))

    def _define(self, defined: Definition) -> None:
        """Writes a term down, and what it means one step further in."""
        level, marker = len(self._lists) + self._quotes + self._note, self._marker
        self._marker = ""
        term = joined(self._lines(defined.term))
        self.writing.add(BlockKind.ITEM, term, level=level, marker=marker)
        for meaning in defined.meanings:
            start = self.writing.add(
                BlockKind.ITEM, joined(self._lines(meaning)), level=level + 1, tight=True
            )
            if start >= 0:
                key = ("definition", len(self.glosses))
                self.writing.places[key] = start
                self.writing.reaches[key] = Span(start, self.writing.length)
                self.glosses.append(Named(term.text, key))

    def _name_heading(self, line: Line) -> None:
        """Writes a heading down, by whose words links lead to it, as GitHub and others make names of them."""
        slug = _NOT_IN_NAMES.sub("", line.text.lower()).replace(" ", "-")
        count = self._slugs[slug]
        self._slugs[slug] += 1
        self.writing.heading(line, self._heading)
        if self.writing.blocks:
            key = key_of("", f"{slug}-{count}" if count else slug)
            self.writing.places.setdefault(key, self.writing.blocks[-1].start)

    def _lines(self, words: str) -> list[Line]:
        if not _MARKED.search(words):
            return [Line(words.strip())]
        if sum(map(words.count, _MARKS)) > MOST_MARKS_IN_BLOCK:
            self._warn(_TOO_MANY_MARKS)
            return [Line(" ".join(words.split()))]
        tokens: list[Token] = []
        self._parser.inline.parse(words, self._parser, self._links, tokens)
        lines, html = lines_of(tokens, self._number)
        if html:
            self._warn(_HTML_DROPPED)
        return lines

    def _paragraph(self, lines: list[Line]) -> None:
        kind, level = self._kind()
        if (
            len(lines) > 1
            and kind is not BlockKind.ITEM
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
        depth = len(self._lists) + self._quotes + self._note
        if self._lists or self._note:
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

    def _rule(self, token: Token | None) -> None:
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
            self._table.write(self.writing, self._kind()[1])
        self._table = None

    def _warn(self, sentence: Message) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)


_BOXES = {"[ ] ": "☐", "[x] ": "☑"}
_SCENE_BREAK = "* * *"
