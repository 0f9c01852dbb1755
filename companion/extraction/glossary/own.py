"""Own glossary: the terms that a text explains itself, marked so in its file or in a section for that."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Span, Style
from companion.extraction.grammar import VERB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.core.document import Block
    from companion.extraction.source import Source

_TITLE = re.compile(
    r"(?:\w+\.? )?(?:(?:a |the )?(?:short |selected )?glossary(?: of \w+(?: \w+){0,3})?|"
    r"key (?:terms|words|concepts)|"
    r"(?:list of )?(?:terms|definitions|abbreviations|acronyms)|terms and definitions|vocabulary|terminology|"
    r"glossar|begriffe|glossaire|glosario|glossario)",
    re.IGNORECASE,
)
_MARKS = '_*“”"‘’ '
_HEAD = r"(?:[*•-] )?_?(?P<term>\w[^\n:—–=_]{0,58}?[\w)])\.?_?"
_PART_OF_SPEECH = r" \((?:n|v|vb|adj|adv|pl|noun|verb|adjective|adverb|plural)\.?\)"
_ITEM = re.compile(
    rf"{_HEAD}(?:(?:{_PART_OF_SPEECH})?(?: ?: | ?[—–=] ?| - |\.?--|\t+|\n(?=\S)|  +)|{_PART_OF_SPEECH} )"
    r"(?=\S)"
)
_SENTENCED = re.compile(r"_?(?P<term>(?:[A-Z]|(?<=_)\w)[\w’' -]{0,40}\w)(?:_[.,]?|[.,]) (?=[\w“(])")
"""A term that only a comma or a full stop parts from what it means."""

_TELLING = re.compile(
    rf"\A(?:the|an?|this|it|he|she|they|we|I|you|in|so|if|when)\b|{VERB.pattern}", re.IGNORECASE
)

_FURTHER = re.compile(
    r"\s(?P<term>[A-Z][\w’'-]*(?: [\w’'-]+){0,3})(?P<mark>: | [—–=-] )(?=\S)|"
    r"[.;] (?P<small>[a-z][\w’'-]*(?: [\w’'-]+){0,3})(?P<sign>: | [—–=-] )(?=\S)"
)
"""One more item in the same paragraph, whose lines the file did not keep apart."""

_AFTER_TERM = re.compile(r"[_ :.,=—–-]*")
_ENDING = (":", ".", ",", "—", "–", " -", "=")
_LEAST_ITEMS, _LEAST_SENTENCED, _MOST_BLANKS = 2, 3, 6
_ORDERED = 0.8


class OwnTerm(NamedTuple):
    """A term of the text's own glossary, what it says of it, and the span of the item."""

    term: str
    definition: str
    span: Span


class _Line(NamedTuple):
    """A line or paragraph of a glossary; `goes_on` tells that it may belong to the line before."""

    start: int
    end: int
    goes_on: bool


class _Item(NamedTuple):
    """Where an item begins, the words of its term, and where the meaning begins."""

    start: int
    term: str
    meaning: int


def own_terms(source: Source) -> list[OwnTerm]:
    """The terms that the file marks as explained, and those of sections headed as a glossary."""
    text = source.text
    found = [
        OwnTerm(gloss.term, words, Span(gloss.start, gloss.end))
        for gloss in source.document.glosses
        if (words := " ".join(text[gloss.start : gloss.end].split()))
    ]
    marked = {one.term.casefold() for one in found}
    for section in source.document.sections:
        if _TITLE.fullmatch(section.title.strip(" .:")):
            found += [item for item in _items(source, section.span) if item.term.casefold() not in marked]
    return found


def _items(source: Source, span: Span) -> list[OwnTerm]:
    """The items of a section, by the first way of writing a glossary that fits it."""
    lines = list(_lines(source, span))
    ways: tuple[tuple[Callable[[Source, _Line], list[_Item]], int], ...] = (
        (_set_off, _LEAST_ITEMS),
        (_parted, _LEAST_ITEMS),
        (_sentenced, max(_LEAST_SENTENCED, round(len(lines) * 0.6))),
    )
    for way, least in ways:
        found = list(_in_lines(source, lines, way))
        if len(found) >= least and (way is not _sentenced or _is_in_order(found)):
            return found
    return []


def _is_in_order(items: list[OwnTerm]) -> bool:
    """Whether most items stand in the order of the alphabet, as no other paragraphs do."""
    terms = [item.term.casefold() for item in items]
    return sum(first <= second for first, second in pairwise(terms)) >= _ORDERED * (len(terms) - 1)


def _lines(source: Source, span: Span) -> Iterator[_Line]:
    document = source.document
    for block in document.blocks[document.block_index(span.start) :]:
        if block.start >= span.end:
            return
        if block.kind is BlockKind.PREFORMATTED:
            yield from _preformatted(source.text, block)
        elif block.kind is not BlockKind.HEADING:
            yield _Line(block.start, block.end, block.kind is BlockKind.VERSE)


def _preformatted(text: str, block: Block) -> Iterator[_Line]:
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        if not text[start:end].isspace():
            yield _Line(start, end, True)
        start = end + 1


def _in_lines(
    source: Source, lines: list[_Line], way: Callable[[Source, _Line], list[_Item]]
) -> Iterator[OwnTerm]:
    """The items that `way` sees; a line without one goes on with the last."""
    last, end = None, 0
    for line in lines:
        items = way(source, line)
        if not items and line.goes_on and last is not None:
            end = line.end
            continue
        for item in items:
            if last is not None:
                yield from _own_term(source.text, last, min(end, item.start))
            last, end = item, line.end
        if not items and last is not None:
            yield from _own_term(source.text, last, end)
            last = None
    if last is not None:
        yield from _own_term(source.text, last, end)


def _own_term(text: str, item: _Item, end: int) -> Iterator[OwnTerm]:
    words = " ".join(text[item.meaning : end].split())
    term = " ".join(item.term.split()).strip(_MARKS).rstrip(".:,")
    if words and term and term.count(" ") <= _MOST_BLANKS:
        yield OwnTerm(term, words, Span(item.start, item.start + len(text[item.start : end].rstrip())))


def _set_off(source: Source, line: _Line) -> list[_Item]:
    """The items whose terms are set in bold or italics, the first at the beginning of the line."""
    text = source.text
    found: list[_Item] = []
    for run in source.document.styles_within(line.start, line.end):
        rest = text[run.end : run.end + 2].lstrip(" ")
        is_head = text[run.start : run.end].rstrip().endswith(_ENDING) or (" " + rest).startswith(_ENDING)
        is_first = not found and not text[line.start : run.start].strip(_MARKS + "•-")
        if is_first or (found and is_head and run.style is Style.STRONG):
            after = _AFTER_TERM.match(text, run.end)
            found.append(_Item(run.start, text[run.start : run.end], after.end() if after else run.end))
    return found


def _parted(source: Source, line: _Line) -> list[_Item]:
    """The items whose terms a mark or a wide blank parts from what they mean."""
    text = source.text
    first = _ITEM.match(text, line.start, line.end)
    if first is None or first["term"].count(" ") > _MOST_BLANKS:
        return []
    found = [_Item(line.start, first["term"], first.end())]
    mark = text[first.end("term") : first.end()].strip()
    more = [
        one
        for one in _FURTHER.finditer(text, first.end(), line.end)
        if (one["mark"] or one["sign"]).strip() == mark and bool(one["term"]) is first["term"][0].isupper()
    ]
    which = "term" if first["term"][0].isupper() else "small"
    return [*found, *(_Item(one.start(which), one[which], one.end()) for one in more)]


def _sentenced(source: Source, line: _Line) -> list[_Item]:
    """The item whose term only a comma or a full stop parts from what it means."""
    item = _SENTENCED.match(source.text, line.start, line.end)
    if item is None or _TELLING.search(item["term"]):
        return []
    return [_Item(line.start, item["term"], item.end())]
