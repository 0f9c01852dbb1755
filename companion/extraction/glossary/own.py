"""Own glossary: the terms that a text explains itself, marked so in its file or in a section for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.extraction.source import Source

_TITLE = re.compile(
    r"(?:\w+\.? )?(?:(?:a |the )?(?:short |selected )?glossary(?: of \w+(?: \w+){0,3})?|"
    r"key (?:terms|words|concepts)|"
    r"(?:list of )?(?:terms|definitions|abbreviations|acronyms)|terms and definitions|vocabulary|terminology|"
    r"glossar|begriffe|glossaire|glosario|glossario)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[*•-] )?(\w[^\n:—–=]{0,58}?\w\)?\.?)(?: ?: | ?[—–=] ?| - |\t+|\n(?=\S)|  +)(?=\S)")
_LEAST_ITEMS = 2


class OwnTerm(NamedTuple):
    """A term of the text's own glossary, what it says of it, and the span of the item."""

    term: str
    definition: str
    span: Span


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
            items = list(_items(source, section.span))
            if len(items) >= _LEAST_ITEMS:
                found += [item for item in items if item.term.casefold() not in marked]
    return found


def _items(source: Source, span: Span) -> Iterator[OwnTerm]:
    document, text = source.document, source.text
    first = document.block_index(span.start)
    for block in document.blocks[first:]:
        if block.start >= span.end:
            return
        item = None if block.kind is BlockKind.HEADING else _ITEM.match(text, block.start, block.end)
        if item and item[1].count(" ") < 7:
            words = " ".join(text[item.end() : block.end].split())
            yield OwnTerm(item[1].rstrip("."), words, block.span)
