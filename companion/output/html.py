"""HTML: a summary as one page that needs nothing beside it and runs nothing."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING

from companion.output.summary import Part, paragraphs_of, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from companion.output.summary import Item, Labels, Link, Summary

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(summary: Summary, style: str = "") -> str:
    """The summary as an HTML document in the given CSS; every word of the companion is escaped.

    Links go from entry to entry within the page; nothing is loaded, and no script runs.
    """
    return "\n".join(_page(summary, style)) + "\n"


def _page(summary: Summary, style: str) -> Iterator[str]:
    language = f' lang="{summary.language}"' if _LANGUAGE.fullmatch(summary.language) else ""
    yield "<!doctype html>"
    yield f"<html{language}>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_words(summary.title)}</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield "<body>"
    yield from _body(summary)
    yield "</body>"
    yield "</html>"


def _body(summary: Summary) -> Iterator[str]:
    labels = summary.labels
    yield "<header>"
    yield f'<h1 dir="auto">{_words(summary.title)}</h1>'
    if summary.author:
        yield f'<p class="author" dir="auto">{_words(summary.author)}</p>'
    yield "</header>"
    if about := paragraphs_of(summary.about):
        yield f'<section class="about">\n<h2>{_words(labels.parts[Part.ABOUT])}</h2>'
        yield from _paragraphs(about)
        yield "</section>"
    printed = (item.entry for items in summary.parts.values() for item in items)
    anchors = {entry: f"e{number}" for number, entry in enumerate(printed, 1)}
    for part, items in summary.parts.items():
        yield f'<section class="{part}">\n<h2>{_words(labels.parts[part])}</h2>\n<dl>'
        for item in items:
            yield from _item(item, labels, anchors)
        yield "</dl>\n</section>"


def _item(item: Item, labels: Labels, anchors: Mapping[str, str]) -> Iterator[str]:
    yield f'<div class="entry" id="{anchors[item.entry]}">'
    if item.date:
        yield f'<dt class="date" dir="auto">{_words(item.date.words())}</dt>'
        yield f'<dd dir="auto"><strong class="name">{_words(item.heading)}</strong>{_also(item, labels)}</dd>'
    else:
        yield f'<dt dir="auto"><span class="name">{_words(item.heading)}</span>{_also(item, labels)}</dt>'
    if item.under:
        yield f'<dd class="under" dir="auto">{_words(item.under)}</dd>'
    if text := paragraphs_of(item.text):
        yield "<dd>"
        yield from _paragraphs(text)
        yield "</dd>"
    if item.paragraphs:
        yield f'<dd class="places">{_words(references(item.paragraphs, labels))}</dd>'
    if item.see:
        others = ", ".join(_link(link, anchors) for link in item.see)
        yield f'<dd class="see" dir="auto">{_words(labels.see)} {others}</dd>'
    yield "</div>"


def _also(item: Item, labels: Labels) -> str:
    if not item.also:
        return ""
    return f' <span class="also">({_words(labels.also)} {_words(", ".join(item.also))})</span>'


def _link(link: Link, anchors: Mapping[str, str]) -> str:
    anchor = anchors.get(link.entry)
    name = _words(link.heading)
    role = f" ({_words(link.role)})" if link.role else ""
    return (f'<a href="#{anchor}">{name}</a>' if anchor else name) + role


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    return (f'<p dir="auto">{_words(paragraph)}</p>' for paragraph in paragraphs)


def _words(text: str) -> str:
    """Text on one line, escaped, without the control characters that HTML does not know."""
    plain = "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) not in ("Cc", "Cs"))
    return escape(plain)
