"""The lines between two blank lines become pieces: paragraphs, verse, list items, tables, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.divisions import opens_division
from companion.readers.layout import Layout, indent_of, is_prose, layout_of, reach
from companion.readers.lists import bullet_of, item_lines, mark, settle
from companion.readers.pieces import SENTENCE_ENDS, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive, so that a stanza of a million lines takes no memory for ways back that lead nowhere.
_STANZA = re.compile(r"\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+")
_RULE = re.compile(r"(?:[*#~_=\-–—•·⁂❦❧☙§+][ \t\xa0]*+)+")
_CAPTION = re.compile(
    r"\[?(?:illustration|fig(?:ure)?|plate|map|photo(?:graph)?|image|table|abbildung|abb|ill)\b\.?"
    r"(?:\s*\]|\s*[:–—]\s|\s+(?:\d[\d.]*[a-z]?|[IVXLC]+)\s*(?:[:.–—\])]|$))|\[illustration\b",
    re.I,
)
_COLUMNS = re.compile(r"\S(?: {3,}| *\t\s*)\S")
_UNDERLINES = ("=", "-", "~", "*", "_")
_QUOTES = frozenset("“”‘’\"'«»„—")
_LONGEST_CAPTION = 1000
_LONGEST_VERSE, _SHORT_VERSE = 80, 60
_MOST_DIVISIONS = 3  # a part, a book and a chapter may begin with one another


def cut(text: str) -> tuple[str, list[Piece]]:
    """The text with wrapped lines joined, its length kept, and the pieces that it consists of."""
    spans = [found.span() for found in _STANZA.finditer(text)]
    layout = layout_of(_sampled(text, spans))
    joined: list[str] = []
    pieces: list[Piece] = []
    done = 0
    for start, end in spans:
        line_start = text.rfind("\n", 0, start) + 1
        first = len(pieces)
        for piece in _pieces(text[line_start:end].rstrip(), line_start, layout):
            pieces.append(piece)
            if piece.lines > 1 and piece.kind is not BlockKind.PREFORMATTED:
                joined += (text[done : piece.start], text[piece.start : piece.end].replace("\n", " "))
                done = piece.end
        if len(pieces) == first + 1:
            pieces[first].alone = True
    joined.append(text[done:])
    settle(text, pieces)
    return "".join(joined), pieces


def _sampled(text: str, spans: list[tuple[int, int]]) -> Iterator[list[str]]:
    for start, end in spans[:: max(1, len(spans) // 4000)]:
        line_start = text.rfind("\n", 0, start) + 1
        lines = text[line_start : min(end, start + 200_000)].split("\n")
        yield [line.rstrip() for line in lines if line.strip()]


def _pieces(chunk: str, offset: int, layout: Layout) -> Iterator[Piece]:
    """The pieces of one stanza; `chunk` begins with the blanks of its first line."""
    if "\n" not in chunk:
        yield _single(chunk, offset, layout)
        return
    lines = chunk.split("\n")
    if _runs_on(chunk, lines, layout):
        yield Piece(BlockKind.PARAGRAPH, offset, offset + len(chunk), lines=len(lines))
        return
    starts = _line_starts(lines, offset)
    opening = _opening_divisions(lines)
    for number in range(opening):
        yield _joined(BlockKind.PARAGRAPH, lines, starts, number, number, alone=True)
    lines = [line.rstrip() for line in lines] if " \n" in chunk or "\t\n" in chunk else lines
    yield from _rest(lines, starts, opening, layout)


def _rest(lines: list[str], starts: list[int], first: int, layout: Layout) -> Iterator[Piece]:
    """The pieces from line number `first` on."""
    if len(lines) > first + 1:
        yield from _stanza(lines[first:], starts[first:], layout)
        return
    single = _single(lines[first], starts[first], layout)
    single.alone = True
    yield single


def _opening_divisions(lines: list[str]) -> int:
    """How many lines at the start are headings with the text right below; more of them are a list."""
    count = 0
    while count < len(lines) - 1 and opens_division(lines[count]) and not _is_underlined(lines[count:]):
        count += 1
        if count > _MOST_DIVISIONS:
            return 0
    return count


def _stanza(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    chunk = "\n".join(lines).lstrip()
    if len(chunk) < _LONGEST_CAPTION and _CAPTION.match(chunk):
        yield _joined(BlockKind.CAPTION, lines, starts)
    elif _is_underlined(lines):
        yield from _underlined(lines, starts, layout)
    elif bullet_of(chunk) and _is_list(lines, layout):
        yield from _items(lines, starts, layout)
    elif ("   " in chunk or "\t" in chunk) and _is_table(lines):
        table = _joined(BlockKind.PREFORMATTED, lines, starts)
        table.start = starts[0]  # with the blanks before its first line, or the columns would not meet
        yield table
    elif all(map(layout.centres, lines)):
        yield from _lines(lines, starts, verse=False)
    elif is_prose(lines, layout):
        yield from _paragraphs(lines, starts, layout)
    else:
        yield from _lines(lines, starts, verse=_is_verse(lines, layout))


def _line_starts(lines: list[str], offset: int) -> list[int]:
    starts = []
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _runs_on(chunk: str, lines: list[str], layout: Layout) -> bool:
    """The quick answer for most paragraphs of a book: no line is set in, and all but the last are full."""
    if layout.indent or not layout.width or (not chunk[0].isalpha() and chunk[0] not in _QUOTES):
        return False
    if "\n " in chunk or "\n\t" in chunk or "  " in chunk or "\t" in chunk or "\n\xa0" in chunk:
        return False
    return min(map(len, lines[:-1])) >= layout.early and not _CAPTION.match(chunk)


def _single(chunk: str, offset: int, layout: Layout) -> Piece:
    line = chunk.lstrip()
    indent = len(chunk) - len(line)
    piece = Piece(BlockKind.PARAGRAPH, offset + indent, offset + len(chunk), indent=indent)
    piece.centred = layout.centres(chunk)
    bullet = bullet_of(line)
    if _RULE.fullmatch(line):
        piece.kind = BlockKind.RULE
    elif len(line) < _LONGEST_CAPTION and _CAPTION.match(line):
        piece.kind = BlockKind.CAPTION
    elif layout.sets_in(indent) and len(line) < layout.width and not layout.indented_starts:
        piece.kind = BlockKind.QUOTATION
    if bullet and (piece.kind is BlockKind.PARAGRAPH or bullet != "*") and piece.kind is not BlockKind.RULE:
        mark(piece, bullet, _after_bullet(line, piece.start, bullet))
    return piece


def _after_bullet(line: str, start: int, bullet: str) -> int:
    """Where the words of an item begin, `line` being at `start` without blanks before it."""
    return start + len(line) - len(line[len(bullet) :].lstrip())


def _joined(
    kind: BlockKind, lines: list[str], starts: list[int], first: int = 0, last: int = -1, alone: bool = False
) -> Piece:
    """One piece of the lines from number `first` up to and with number `last`."""
    last = last % len(lines)
    indent = indent_of(lines[first])
    end = starts[last] + len(lines[last].rstrip())
    return Piece(kind, starts[first] + indent, end, lines=last - first + 1, indent=indent, alone=alone)


def _is_underlined(lines: list[str]) -> bool:
    title, line = lines[0].strip(), lines[1].strip()
    if len(line) < 3 or line[0] not in _UNDERLINES or line.strip(line[0]):
        return False
    return abs(len(title) - len(line)) <= max(3, len(title) // 4) and any(map(str.isalnum, title))


def _underlined(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    """The heading, and what follows it; the underline itself is not shown."""
    heading = _joined(BlockKind.HEADING, lines, starts, 0, 0)
    heading.level = 1 + _UNDERLINES.index(lines[1].strip()[0])
    yield heading
    if len(lines) > 2:
        yield from _rest(lines, starts, 2, layout)


def _is_list(lines: list[str], layout: Layout) -> bool:
    """Whether items stand here line by line, or one item that was wrapped."""
    if len(item_lines(lines)) > 1:
        return True
    if lines[0].lstrip()[0] == "*":  # a note to the text above has such a sign, and is set in
        return not layout.sets_in(indent_of(lines[0]))
    return is_prose(lines, layout) or all(indent_of(line) > indent_of(lines[0]) for line in lines[1:])


def _items(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    firsts = item_lines(lines)
    for first, following in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        item = _joined(BlockKind.PARAGRAPH, lines, starts, first, following - 1)
        if layout.sets_in(item.indent):
            item.kind = BlockKind.QUOTATION
        line = lines[first].lstrip()
        bullet = bullet_of(line)
        mark(item, bullet, _after_bullet(line, item.start, bullet))
        yield item


def _is_table(lines: list[str]) -> bool:
    return sum(1 for line in lines if _COLUMNS.search(line)) >= max(2, len(lines) / 2)


def _paragraphs(lines: list[str], starts: list[int], layout: Layout) -> Iterator[Piece]:
    base = min(map(indent_of, lines[1:]))  # a first line that hangs out begins no new paragraph below
    if layout.indented_starts:
        base = min(base, layout.indent)
    set_in = layout.sets_in(min(map(indent_of, lines)))
    kind = BlockKind.QUOTATION if set_in else BlockKind.PARAGRAPH
    first = 0
    for number in range(1, len(lines)):
        if _begins_paragraph(lines[number - 1], lines[number], base, layout):
            yield _joined(kind, lines, starts, first, number - 1)
            first = number
    yield _joined(kind, lines, starts, first, len(lines) - 1)


def _begins_paragraph(before: str, line: str, base: int, layout: Layout) -> bool:
    if line[0].isspace() and indent_of(line) > base:
        return indent_of(before) == base or layout.indented_starts
    if not layout.width or len(before) > layout.width * 0.66:
        return False
    ended = before[-1] in SENTENCE_ENDS and not line.lstrip()[0].islower()
    return ended and reach(before, line) < layout.early


def _lines(lines: list[str], starts: list[int], *, verse: bool) -> Iterator[Piece]:
    """Lines that were ended on purpose: of a poem or an address, or each a paragraph."""
    base = min(map(indent_of, lines))
    for number, line in enumerate(lines):
        piece = _joined(BlockKind.VERSE if verse else BlockKind.PARAGRAPH, lines, starts, number, number)
        if _RULE.fullmatch(line.lstrip()):
            piece.kind = BlockKind.RULE
        elif verse:
            piece.level = min(4, (piece.indent - base) // 2)
        else:
            piece.alone, piece.centred = True, indent_of(line) > 0
        yield piece


def _is_verse(lines: list[str], layout: Layout) -> bool:
    longest = max(map(len, lines)) - min(map(indent_of, lines))
    if longest > _LONGEST_VERSE:
        return False
    if longest <= _SHORT_VERSE and any(line[-1] in ",;" for line in lines[:-1]):
        return True  # no paragraph ends so
    ended = sum(1 for line in lines if line[-1] in '.!?…”"’»')
    return layout.width > 0 or ended * 2 <= len(lines)
