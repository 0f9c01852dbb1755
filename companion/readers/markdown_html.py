"""The words in a stretch of HTML inside Markdown, without the tags and what was never meant to be read."""

from __future__ import annotations

import html
import re

_UNREAD = re.compile(r"<(!--|!\[CDATA\[|\?|script\b|style\b|template\b)", re.I)
_CLOSINGS = {"!--": "-->", "![cdata[": "]]>", "?": "?>"}
_TAG = re.compile(r"</?([a-z][a-z0-9]*)[^<>]*>|<[!?][^<>]*>", re.I)
_INLINE_TAGS = (
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var"
)
_INLINE = frozenset(_INLINE_TAGS.split())


def words_of(source: str) -> list[str]:
    """The paragraphs in `source`, blanks collapsed; comments, scripts and styles are none."""
    text = _TAG.sub(_line_end_or_nothing, "".join(_read_parts(source)))
    lines = (" ".join(line.split()) for line in html.unescape(text).split("\0"))
    return [line for line in lines if line]


def _line_end_or_nothing(tag: re.Match[str]) -> str:
    return "" if (tag[1] or "").lower() in _INLINE else "\0"


def _read_parts(source: str) -> list[str]:
    """What is left without comments, scripts and styles; one that is never closed hides all the rest."""
    parts = []
    lower = source.lower()
    place = 0
    while unread := _UNREAD.search(source, place):
        parts.append(source[place : unread.start()])
        name = unread[1].lower()
        closing = _CLOSINGS.get(name, f"</{name}")
        end = lower.find(closing, unread.end())
        if end < 0:
            return parts
        place = end + len(closing) if name in _CLOSINGS else end
    return [*parts, source[place:]]
