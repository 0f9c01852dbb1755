"""The words that stand for a picture: its description, else the name of its file."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from companion.readers.references import unescaped
from companion.readers.web_elements import words_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_XLINK = "{http://www.w3.org/1999/xlink}href"
_NAMELESS = "🖼"
_WORDED = ("title", "desc", "text", "foreignObject")
_LONGEST_NAME = 80


def words_of_picture(image: _Element) -> tuple[str, str]:
    """The description of an ``img`` and what it is called without one."""
    said = image.get("alt") or image.get("title") or image.get("aria-label") or ""
    return said, picture_name(image.get("src") or "")


def words_of_medium(element: _Element) -> tuple[str, str]:
    """What is said of a sound, a film or another page that a page holds, and what it is called."""
    source = element.get("src") or element.get("data") or ""
    if not source:
        source = next((child.get("src") or "" for child in element.iterchildren("{*}source", "source")), "")
    return element.get("title") or element.get("aria-label") or "", picture_name(source)


def svg_words(drawing: _Element) -> tuple[str, str]:
    """The words in a drawing, and what it is called without any: as the first picture in it."""
    words = [drawing.get("aria-label") or ""]
    name = ""
    for element in drawing.iterdescendants("{*}title", "{*}desc", "{*}text", "{*}foreignObject", "{*}image"):
        kind = element.tag.rpartition("}")[2]
        if kind in _WORDED:
            words.append(words_in(element))
        elif not name:
            name = element.get(_XLINK) or element.get("href") or element.get("xlink:href") or ""
    return " ".join(dict.fromkeys(filter(None, words))), picture_name(name)


def picture_name(source: str) -> str:
    """The name of a picture's file without its ending; a sign for a picture when it has no name."""
    if source.startswith("data:"):
        return _NAMELESS
    name = posixpath.splitext(posixpath.basename(unescaped(source.partition("#")[0])))[0]
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in name).replace("_", " ").split())
    return name[:_LONGEST_NAME] or _NAMELESS
