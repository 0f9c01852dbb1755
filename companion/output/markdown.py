"""Markdown: a summary as CommonMark, in which nothing that an entry says can be taken for markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.output.summary import Part, paragraphs_of, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.output.summary import Item, Labels, Summary

_INLINE = re.compile(r"([\\`*_#\[\]<>&~|$])")
_AT_START = re.compile(r"^(?:([+=-])|(\d{1,9})([.)]))", re.ASCII)


def to_markdown(summary: Summary) -> str:
    """The summary as one text that ends with a line end."""
    return "\n\n".join(_blocks(summary)) + "\n"


def escaped(text: str) -> str:
    """Text on one line so that CommonMark shows it as it stands."""
    plain = _INLINE.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", plain)


def _blocks(summary: Summary) -> Iterator[str]:
    if summary.title:
        yield f"# {escaped(summary.title)}"
    if summary.author:
        yield f"*{escaped(summary.author)}*"
    if about := paragraphs_of(summary.about):
        yield f"## {escaped(summary.labels.parts[Part.ABOUT])}"
        yield from map(escaped, about)
    for part, items in summary.parts.items():
        yield f"## {escaped(summary.labels.parts[part])}"
        for item in items:
            yield from _item(item, summary.labels)


def _item(item: Item, labels: Labels) -> Iterator[str]:
    date = f"*{escaped(item.date.words())}*, " if item.date else ""
    also = f" ({labels.also} {', '.join(map(escaped, item.also))})" if item.also else ""
    head = f"{date}**{escaped(item.heading)}**{also}"
    if item.under:
        head += f", *{escaped(item.under)}*"
    texts = [escaped(paragraph) for paragraph in paragraphs_of(item.text)] or [""]
    texts[0] = f"{head}: {texts[0]}" if texts[0] else head
    others = [
        f"{escaped(link.heading)}{f' ({escaped(link.role)})' if link.role else ''}" for link in item.see
    ]
    see = f"*{labels.see}* {', '.join(others)}" if others else ""
    texts[-1] = " ".join(piece for piece in (texts[-1], references(item.paragraphs, labels), see) if piece)
    yield from texts
