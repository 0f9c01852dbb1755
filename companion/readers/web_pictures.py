"""The words that stand for a picture: its description, else the name of its file."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.references import unescaped
from companion.readers.web_elements import words_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_XLINK = "{http://www.w3.org/1999/xlink}href"
NAMELESS = "🖼"
_WORDED = ("title", "desc", "text", "foreignObject")
_LONGEST_NAME = 80


class Pictured(NamedTuple):
    """What is said of a picture, and the reference to it as it stands in the file; either may be empty."""

    words: str
    source: str


def words_of_picture(image: _Element) -> Pictured:
    """What an ``img`` says of itself."""
    said = image.get("alt") or image.get("title") or image.get("aria-label") or ""
    return Pictured(said.strip(), image.get("src") or "")


def words_of_medium(element: _Element) -> Pictured:
    """What is said of a sound, a film or another page that a page holds."""
    source = element.get("src") or element.get("data") or ""
    if not source:
        source = next((child.get("src") or "" for child in element.iterchildren("{*}source", "source")), "")
    return Pictured((element.get("title") or element.get("aria-label") or "").strip(), source)


def svg_words(drawing: _Element) -> Pictured:
    """The words in a drawing, and the first picture in it."""
    words = [drawing.get("aria-label") or ""]
    source = ""
    for element in drawing.iterdescendants("{*}title", "{*}desc", "{*}text", "{*}foreignObject", "{*}image"):
        kind = element.tag.rpartition("}")[2]
        if kind in _WORDED:
            words.append(words_in(element))
        elif not source:
            source = element.get(_XLINK) or element.get("href") or element.get("xlink:href") or ""
    return Pictured(" ".join(dict.fromkeys(filter(None, words))), source)


def is_drawing(source: str) -> bool:
    """Whether a reference or a name is that of a drawing."""
    return source.partition("#")[0].lower().endswith(".svg")


def picture_name(source: str) -> str:
    """The name of a picture's file without its ending; a sign for a picture when it has no name."""
    if source.startswith("data:"):
        return NAMELESS
    name = posixpath.splitext(posixpath.basename(unescaped(source.partition("#")[0])))[0]
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in name).replace("_", " ").split())
    return name[:_LONGEST_NAME] or NAMELESS
