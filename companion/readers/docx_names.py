"""The names in a Word document, whatever edition of the format they are of, and what elements say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "",
)
_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
OFFICE = "{urn:schemas-microsoft-com:office:office}"
_OFF = frozenset(("0", "false", "off", "none"))

_known: dict[str, str] = {}
_MOST_KNOWN = 2_000


def name_of(element: _Element) -> str:
    """The name of an element, such as "w:p"; empty for one of no namespace that is read, and for comments."""
    return name_of_tag(element.tag)


def name_of_tag(tag: object) -> str:
    """The name that a tag stands for, as of ``name_of``.

    ECMA-376, 5th edition, part 1 (the strict and the transitional namespaces), and part 3.
    """
    if not isinstance(tag, str):
        return ""
    name = _known.get(tag)
    if name is None:
        namespace, _, local = tag[1:].rpartition("}")
        prefix = _NAMESPACES.get(namespace)
        name = f"{prefix}:{local}" if prefix else ""
        if len(_known) < _MOST_KNOWN:
            _known[tag] = name
    return name


def said(element: _Element | None, name: str = "val") -> str:
    """What an attribute of Word's own namespace says; empty when it is not there."""
    if element is None:
        return ""
    for namespace in _WORD:
        value = element.get(namespace + name)
        if value is not None:
            return value
    return ""


def relation(element: _Element, name: str) -> str:
    """The id of the relationship that an attribute such as "id", "embed" or "link" names, or empty."""
    return next(filter(None, (element.get(namespace + name) for namespace in _RELATIONS)), "")


@cache
def tags_of(name: str) -> tuple[str, ...]:
    """The tags that a name such as "w:p" stands for, in every edition of the format."""
    prefix, _, local = name.partition(":")
    return tuple(f"{{{namespace}}}{local}" for namespace, known in _NAMESPACES.items() if known == prefix)


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child of the name, in it the first of the next name, and so on; None when one is missing."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(*tags_of(name)), None)
    return element


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """All elements of these names in an element, in the order of the file."""
    return element.iterdescendants(*(tag for name in names for tag in tags_of(name)))


def is_on(element: _Element | None) -> bool | None:
    """Whether a property such as bold is set; None when nothing is said of it."""
    return None if element is None else said(element).lower() not in _OFF


def number(words: str, otherwise: int = -1) -> int:
    """A whole number from 0 to 999999; `otherwise` when it is none."""
    words = words.strip()
    return int(words) if words.isascii() and words.isdigit() and len(words) <= 6 else otherwise
