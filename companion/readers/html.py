"""A web page becomes a Document: what is to be read on it, without what only leads about the site."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.beginning import tell_beginning
from companion.readers.binding import Stated, bound
from companion.readers.front_matter import language_code
from companion.readers.gathering import Gathering
from companion.readers.markdown_html import words_of
from companion.readers.markup import html_tree, marked_text, xml_tree
from companion.readers.stating import one_after_another, one_line
from companion.readers.web_elements import local_name, words_in
from companion.readers.web_main import hide_surroundings, main_of
from companion.readers.web_styles import MOST_SHEETS, styled_by
from companion.readers.web_walk import WebWalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from companion.core.document import Document
    from companion.readers.beginning import Begun
    from companion.readers.markup import Tree

TOO_DEEP = Message(
    "Its elements are nested so deep that only the words are shown, without headings, lists and links."
)
ENTITIES_LOST = Message("Signs that stand for words of another file were left out.")
_AUTHORS = frozenset(("author", "dc.creator", "dcterms.creator", "article:author", "citation_author"))
_DATA = "data:"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_html(data: bytes, name: str, title: str, begun: Begun | None = None) -> Document:
    """The document in a web page; `name` is the file's, `title` serves when the page has none.

    `begun` is given the beginning of a long one as soon as that is gathered.
    Raises UnreadableError when the bytes make no text. What the page would load or run is not looked at.
    """
    text, warnings = marked_text(data, name)
    tree = _page_tree(data, text)
    root = tree.root
    if root is None or tree.cut:
        return _words_alone(text, title, (*warnings, TOO_DEEP) if tree.cut else warnings)
    stated = _stated(root)
    gathering = _gathering(begun, stated)
    walk = _walked(root, gathering, leaves_out_surroundings=True)
    if not gathering.blocks:  # all of it leads about the site
        whole = _page_tree(data, text).root
        gathering = _gathering(begun, stated)
        walk = _walked(root if whole is None else whole, gathering, leaves_out_surroundings=False)
    first = next((heading.title for heading in gathering.headings if heading.level == 1), "")
    if first and (not stated.title or first in stated.title):
        stated = stated._replace(title=first)
    return bound(
        gathering,
        stated if stated.title else stated._replace(title=title),
        "html",
        pages=walk.pages,
        glosses=walk.glosses,
        warnings=warnings,
    )


def data_picture(data: bytes, source: str) -> str:
    """The address ``data:image/...`` in the page `data` that ``Picture.source`` means; empty when none."""
    root = _page_tree(data, marked_text(data)[0]).root
    number = source.removeprefix(_DATA)
    if root is None or not number.isdecimal():
        return ""
    found = next(islice(_data_pictures(root), int(number[:9]), None), None)
    return "" if found is None else found.get("src") or ""


def gather_words(text: str, gathering: Gathering) -> None:
    """Gathers the mere words of markup that makes no tree, paragraph by paragraph."""
    from companion.core.document import BlockKind

    for words in words_of(text):
        gathering.words(words)
        gathering.block(BlockKind.PARAGRAPH)


def _page_tree(data: bytes, text: str) -> Tree:
    """The tree of a page, whose bytes make the `text`: of XML where it is sound XML, else of HTML."""
    tree = html_tree(text)
    if data.lstrip().startswith(b"<?xml"):
        as_xml = xml_tree(data)
        if not as_xml.mended:
            return as_xml._replace(cut=tree.cut)
    return tree


def _gathering(begun: Begun | None, stated: Stated) -> Gathering:
    gathering = Gathering()
    tell_beginning(gathering, begun, lambda: stated, "html")
    return gathering


def _walked(root: _Element, gathering: Gathering, *, leaves_out_surroundings: bool) -> WebWalk:
    for number, picture in enumerate(list(_data_pictures(root))):
        picture.set("src", f"{_DATA}{number}")
    walk = WebWalk(gathering, _numbered)
    sheets = islice(root.iter("style", "{*}style"), MOST_SHEETS)
    walk.style_as(styled_by(sheet.text or "" for sheet in sheets))
    body = _body(root)
    if leaves_out_surroundings:
        hide_surroundings(body)
        body = main_of(body)
    walk.read(body)
    return walk


def _data_pictures(root: _Element) -> Iterator[_Element]:
    """The pictures that stand in the page itself. https://www.rfc-editor.org/rfc/rfc2397"""
    return (image for image in root.iter("img", "{*}img") if (image.get("src") or "").startswith(_DATA))


def _numbered(reference: str, file: str) -> str:
    """The source of a picture in the page; others would have to be fetched."""
    return reference if reference.startswith(_DATA) else ""


def _words_alone(text: str, title: str, warnings: tuple[Message, ...]) -> Document:
    gathering = Gathering()
    gather_words(text, gathering)
    return bound(gathering, Stated(title), "html", warnings=warnings)


def _body(root: _Element) -> _Element:
    return next((child for child in root if local_name(child.tag) == "body"), root)


def _stated(root: _Element) -> Stated:
    """What the head of the page says."""
    title = language = ""
    authors: list[str] = []
    for element in root.iter():
        name = local_name(element.tag)
        if name == "body":
            break
        if name == "title" and not title:
            title = one_line(words_in(element))
        elif name == "meta":
            said = (element.get("name") or element.get("property") or element.get("http-equiv") or "").lower()
            content = one_line(element.get("content"))
            if said in _AUTHORS and "://" not in content:
                authors.append(content)
            elif said in ("content-language", "dc.language", "og:locale"):
                language = language or content
    stated_language = root.get("lang") or root.get(_LANGUAGE) or root.get("xml:lang") or language
    return Stated(title, one_after_another(authors), language_code(stated_language))
