"""A FictionBook (FB2) becomes a Document: its sections, poems, letters and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.beginning import tell_beginning
from companion.readers.binding import Stated, bound
from companion.readers.fb2_walk import XLINK, FictionWalk, local
from companion.readers.front_matter import language_code
from companion.readers.gathering import Gathering
from companion.readers.html import ENTITIES_LOST, TOO_DEEP, gather_words
from companion.readers.markup import marked_text, xml_tree
from companion.readers.stating import one_after_another, one_line
from companion.readers.unreadable import UnreadableError
from companion.readers.zip_parts import Archive, PartError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from companion.core.document import Document
    from companion.readers.beginning import Begun
    from companion.readers.markup import Tree

_NAME_PARTS = ("first-name", "middle-name", "last-name")
MENDED = Message("The file is damaged; it is shown as far as it could be read.")


def read_fb2(data: bytes, name: str, title: str, begun: Begun | None = None) -> Document:
    """The document in a FictionBook; `name` is the file's, `title` serves when the book states none.

    `begun` is given the beginning of a long one as soon as that is gathered.
    Raises UnreadableError when there is no book in it. http://www.gribuser.ru/xml/fictionbook/2.0
    """
    tree = xml_tree(data)
    root = tree.root
    if root is None:
        raise UnreadableError(
            Message("“{name}” is so damaged that nothing can be read in it; try to get it again.", name=name)
        )
    gathering = Gathering()
    stated = _stated(root)
    stated = stated if stated.title else stated._replace(title=title)
    tell_beginning(gathering, begun, lambda: stated, "fb2")
    pictures = frozenset(binary.get("id") or "" for binary in root.iter("{*}binary"))
    walk = FictionWalk(gathering, tree.entities(), pictures)
    if tree.cut:
        gather_words(marked_text(data, name)[0], gathering)
    else:
        for body in _bodies(root):
            walk.body(body)
    return bound(
        gathering,
        stated,
        "fb2",
        headings=walk.headings,
        cover=_cover(root, pictures),
        warnings=(*_told(tree), *((ENTITIES_LOST,) if walk.has_lost_entities else ())),
    )


def read_zipped_fb2(data: bytes, name: str, title: str, begun: Begun | None = None) -> Document:
    """The document in the first FictionBook of a zip archive, as they are often handed on: see ``read_fb2``.

    Raises UnreadableError when there is none to be read.
    """
    return read_fb2(unzipped(data, name), name, title, begun)


def unzipped(data: bytes, name: str) -> bytes:
    """The first FictionBook in a zip archive; raises UnreadableError when it cannot be had."""
    archive = Archive(data, name)
    books = [part for part in archive.names if part.lower().endswith(".fb2")]
    try:
        return archive.read(min(books, default=""))
    except PartError:
        raise UnreadableError(
            Message("“{name}” holds a book that cannot be unpacked; try to get it again.", name=name)
        ) from None


def _told(tree: Tree) -> Iterator[Message]:
    yield from tree.warnings
    if tree.cut:
        yield TOO_DEEP
    elif tree.mended:
        yield MENDED


def _bodies(root: _Element) -> list[_Element]:
    """The bodies of the book; those of notes come last."""
    bodies = [child for child in root.iter("{*}body") if local(child) == "body"]
    return sorted(bodies, key=_holds_notes)


def _holds_notes(body: _Element) -> bool:
    return body.get("name") is not None


def _stated(root: _Element) -> Stated:
    """What the description of the title says."""
    info = next(root.iter("{*}title-info"), None)
    if info is None:
        return Stated()
    identifier = next(root.iter("{*}isbn"), None)
    if identifier is None:
        identifier = next((e for e in root.iterfind("{*}description/{*}document-info/{*}id")), None)
    return Stated(
        _text(info, "book-title"),
        one_after_another(_name(author) for author in info.iterchildren("{*}author")),
        language_code(_text(info, "lang")),
        "" if identifier is None else one_line(identifier.text),
    )


def _cover(root: _Element, pictures: frozenset[str]) -> str:
    """The name of the picture on the cover; empty when it is not in the book."""
    for image in root.iterfind("{*}description/{*}title-info/{*}coverpage/{*}image"):
        name = (image.get(f"{XLINK}href") or image.get("href") or "").removeprefix("#")
        if name in pictures:
            return name
    return ""


def _text(element: _Element, name: str) -> str:
    return one_line(element.findtext(f"{{*}}{name}"))


def _name(author: _Element) -> str:
    parts = " ".join(filter(None, (_text(author, part) for part in _NAME_PARTS)))
    return parts or _text(author, "nickname")
