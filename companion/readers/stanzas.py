"""The lines between two blank lines become pieces: paragraphs, verse, list items, tables, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.layout import Layout, first_word_length, indent_of, is_prose, layout_of
from companion.readers.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive, so that a stanza of a million lines takes no memory for ways back that lead nowhere.
_STANZA = re.compile(r"\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+")
_RULE = re.compile(r"[*#~_=\-–—•·.⁂❦❧☙§+ \t\xa0]+")
_CAPTION = re.compile(
    r"\[?(?:illustration|fig(?:ure)?|plate|map|photo(?:graph)?|image|table|abbildung|abb|ill)"
    r"(?:\b\.?\s*(?:\d[\d.]*[a-z]?|[IVXLC]+)?\s*[:.–—\]]|\])",
    re.I,
)
_BULLET = re.compile(r"\s*([-*•·◦▪‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+(?=\S)")
_COLUMNS = re.compile(r"\S(?: {3,}|[ ]*\t\s*)\S")
_LONG_LINE = 160
_LONGEST_VERSE = 80
_SIGNS_OF_BULLETS = frozenset("-*•·◦▪‣(0123456789abcdefghijklmnopqrstuvwxyz")


def cut(text: str) -> tuple[str, list[Piece], Layout]:
    """The text with wrapped lines joined, its length kept, and the pieces that it consists of."""
    spans = [found.span() for found in _STANZA.finditer(text)]
    layout = layout_of(_sampled(text, spans))
    joined: list[str] = []
    pieces: list[Piece] = []
    done = 0
    for start, end in spans:
        line_start = text.rfind("\n", 0, start) + 1
        chunk = text[line_start:end].rstrip()
        first = len(pieces)
        for piece in _pieces(chunk, line_start, layout):
            pieces.append(piece)
            if piece.lines > 1 and piece.kind is not BlockKind.PREFORMATTED:
                joined += (text[done : piece.start], text[piece.start : piece.end].replace("\n", " "))
                done = piece.end
        if len(pieces) == first + 1:
            pieces[first].alone = True
    joined.append(text[done:])
    return "".join(joined), pieces, layout


def _sampled(text: str, spans: list[tuple[int, int]]) -> Iterator[list[str]]:
    step = max(1, len(spans) // 4000)
    for start, end in spans[::step]:
        line_start = text.rfind("\n", 0, start) + 1
        yield [line.rstrip() for line in text[line_start : min(end, start + 200_000)].split("\n")]


def _pieces(chunk: str, offset: int, layout: Layout) -> Iterator[Piece]:
    if "\n" not in chunk:
        yield _single(chunk, offset, layout)
        return
    lines = chunk.split("\n")
    starts = _line_starts(lines, offset)
    lines = [line.rstrip() for line in lines] if " \n" in chunk or "\t\n" in chunk else lines
    stripped = chunk.lstrip()
    if _CAPTION.match(stripped) and len(chunk) < 1000:
        yield _joined(BlockKind.CAPTION, lines, starts)
    elif len(lines) == 2 and _is_underline(lines):
        yield from _underlined(lines, starts)
    elif stripped[0] in _SIGNS_OF_BULLETS and _is_list(lines):
        yield from _items(lines, starts)
    elif ("   " in stripped or "\t" in stripped) and _is_table(lines):
        yield _joined(BlockKind.PREFORMATTED, lines, starts)
    elif _runs_on(lines, layout) or is_prose(lines, layout):
        yield from _paragraphs(lines, starts, layout)
    else:
        yield from _lines(lines, starts, layout)


def _line_starts(lines: list[str], offset: int) -> list[int]:
    starts = []
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _runs_on(lines: list[str], layout: Layout) -> bool:
    """The quick answer for most paragraphs of a book: every line but the last is full."""
    return bool(layout.width) and min(map(len, lines[:-1])) >= layout.early and not lines[1][0].isspace()


def _single(chunk: str, offset: int, layout: Layout) -> Piece:
    line = chunk.lstrip()
    indent = len(chunk) - len(line)
    start, end = offset + indent, offset + len(chunk)
    if _RULE.fullmatch(line):
        return Piece(BlockKind.RULE, start, end, indent=indent)
    if len(line) < 1000 and _CAPTION.match(line):
        return Piece(BlockKind.CAPTION, start, end, indent=indent)
    set_in = indent >= layout.indent + 2 and layout.width > 0 and not layout.indented_starts
    if set_in and len(line) < min(_LONGEST_VERSE, layout.width):
        return Piece(BlockKind.VERSE, start, end, indent=indent)
    bullet = _BULLET.match(line) if line[0] in _SIGNS_OF_BULLETS else None
    if bullet:
        marker = bullet[1] if bullet[1] not in "-*·◦▪‣" else "•"
        return Piece(BlockKind.ITEM, start + bullet.end(), end, marker=marker, indent=indent)
    return Piece(BlockKind.PARAGRAPH, start, end, indent=indent)


def _joined(kind: BlockKind, lines: list[str], starts: list[int], first: int = 0, last: int = -1) -> Piece:
    """One piece of the lines from number `first` up to and with number `last`."""
    last = last % len(lines)
    indent = indent_of(lines[first])
    end = starts[last] + len(lines[last])
    return Piece(kind, starts[first] + indent, end, lines=last - first + 1, indent=indent)


def _is_underline(lines: list[str]) -> bool:
    title, line = lines[0].strip(), lines[1].strip()
    return (
        len(line) >= 3
        and set(line) in ({"="}, {"-"}, {"~"}, {"*"}, {"_"})
        and abs(len(title) - len(line)) <= max(3, len(title) // 4)
        and bool(re.search(r"\w", title))
    )


def _underlined(lines: list[str], starts: list[int]) -> Iterator[Piece]:
    heading = _joined(BlockKind.HEADING, lines, starts, 0, 0)
    heading.level = 1 if lines[1].strip()[0] == "=" else 2
    yield heading
    yield _joined(BlockKind.RULE, lines, starts, 1, 1)


def _is_list(lines: list[str]) -> bool:
    return bool(_BULLET.match(lines[0])) and sum(1 for line in lines if _BULLET.match(line)) >= 2


def _items(lines: list[str], starts: list[int]) -> Iterator[Piece]:
    firsts = [number for number, line in enumerate(lines) if _BULLET.match(line)]
    base = indent_of(lines[0])
    for first, following in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        bullet = _BULLET.match(lines[first])
        assert bullet is not None
        item = _joined(BlockKind.ITEM, lines, starts, first, following - 1)
        item.start = starts[first] + bullet.end()
        item.marker = bullet[1] if bullet[1] not in "-*·◦▪‣" else "•"
        item.level = max(0, min(5, (item.indent - base) // 2))
        yield item


def _is_table(lines: list[str]) -> bool:
    return sum(1 for line in lines if _COLUMNS.search(line)) * 2 >= len(lines)


def _paragraphs(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    base = min(map(indent_of, lines))
    kind = BlockKind.QUOTATION if base >= layout.indent + 2 and layout.width else BlockKind.PARAGRAPH
    first = 0
    for number in range(1, len(lines)):
        if _begins_paragraph(lines[number - 1], lines[number], base, layout):
            yield _joined(kind, lines, starts, first, number - 1)
            first = number
    yield _joined(kind, lines, starts, first, len(lines) - 1)


def _begins_paragraph(before: str, line: str, base: int, layout: Layout) -> bool:
    if line[0].isspace() and indent_of(line) > base and (indent_of(before) == base or layout.indented_starts):
        return True
    if not layout.width or len(before) > layout.width * 0.66:
        return False
    ended = before[-1] in '.!?…”"’»' and not line.lstrip()[0].islower()
    return ended and len(before) + 1 + first_word_length(line) < layout.early


def _lines(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    kind = BlockKind.VERSE if _is_verse(lines, layout) else BlockKind.PARAGRAPH
    base = min(map(indent_of, lines))
    for number in range(len(lines)):
        piece = _joined(kind, lines, starts, number, number)
        if _RULE.fullmatch(lines[number]):
            piece.kind = BlockKind.RULE
        elif kind is BlockKind.VERSE:
            piece.level = min(4, (piece.indent - base) // 2)
        else:
            piece.alone = True
        yield piece


def _is_verse(lines: list[str], layout: Layout) -> bool:
    if max(map(len, lines)) - min(map(indent_of, lines)) > _LONGEST_VERSE:
        return False
    if layout.width:
        return True
    ended = sum(1 for line in lines if line[-1] in '.!?…”"’»:')
    return len(lines) >= 2 and ended * 2 <= len(lines)
