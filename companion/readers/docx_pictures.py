"""The pictures and text boxes that stand amid the words of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.readers.docx_names import OFFICE, child, descendants, name_of, relation
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.stating import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ORDINARY = ("w:t", "a:blip", "v:imagedata", "w:txbxContent")


class Drawn(NamedTuple):
    """A picture: what is said of it, the relationship to its part; `is_linked` when it is not in the file."""

    words: str
    relation: str
    is_linked: bool = False


def drawn_in(element: _Element) -> Iterator[Drawn | _Element]:
    """The pictures in a ``w:drawing``, ``w:pict`` or ``w:object``, and the content of its text boxes."""
    said = _said(element)
    found = list(_found(element, said, 0))
    if found:
        yield from found
    elif said:
        yield Drawn(said, "")


def _found(element: _Element, said: str, depth: int) -> Iterator[Drawn | _Element]:
    """What an element holds; `said` is what was said of the picture that it is a part of."""
    if depth > DEEPEST_MARKUP:
        return
    name = name_of(element)
    if name == "w:txbxContent":
        yield element
    elif name == "a:blip":
        embedded, linked = relation(element, "embed"), relation(element, "link")
        yield Drawn(said, embedded or linked, is_linked=not embedded and bool(linked))
    elif name == "v:imagedata":
        yield Drawn(said or one_line(element.get(f"{OFFICE}title")), relation(element, "id"))
    elif name == "mc:AlternateContent":
        yield from _alternative(element, said, depth)
    elif name != "w:fldChar":
        said = _said_here(element) or said
        for part in element:
            yield from _found(part, said, depth + 1)


def _alternative(element: _Element, said: str, depth: int) -> Iterator[Drawn | _Element]:
    ways = [way for way in element if name_of(way) in ("mc:Choice", "mc:Fallback")]
    for way in ways:
        if any(True for _ in descendants(way, *_ORDINARY)):
            for part in way:
                yield from _found(part, said, depth + 1)
            return


def _said(drawing: _Element) -> str:
    """What is said of a whole drawing."""
    for element in descendants(drawing, "wp:docPr"):
        return one_line(element.get("descr") or element.get("title"))
    return ""


def _said_here(element: _Element) -> str:
    """What is said of the picture that an element is."""
    name = name_of(element)
    if name == "pic:pic":
        about = child(element, "pic:nvPicPr", "pic:cNvPr")
        return "" if about is None else one_line(about.get("descr") or about.get("title"))
    if name.startswith("v:"):
        return one_line(element.get("alt"))
    return ""
