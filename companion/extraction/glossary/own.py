"""Own glossary: the terms that a text explains itself, in a section for that."""

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
    """The terms of the sections of `source` that are headed as a glossary."""
    found: list[OwnTerm] = []
    for section in source.document.sections:
        if _TITLE.fullmatch(section.title.strip(" .:")):
            items = list(_items(source, section.span))
            found += items if len(items) >= _LEAST_ITEMS else []
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
