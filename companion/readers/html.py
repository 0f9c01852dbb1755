"""A web page becomes a Document: what is to be read on it, without what only leads about the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.binding import Stated, bound
from companion.readers.front_matter import language_code
from companion.readers.gathering import Gathering
from companion.readers.markdown_html import words_of
from companion.readers.markup import html_tree, marked_text, xml_tree
from companion.readers.stating import one_after_another, one_line
from companion.readers.web_elements import local_name, words_in
from companion.readers.web_main import hide_surroundings, main_of
from companion.readers.web_walk import WebWalk

if TYPE_CHECKING:
    from lxml.etree import _Element

    from companion.core.document import Document

TOO_DEEP = Message(
    "Its elements are nested so deep that only the words are shown, without headings, lists and links."
)
ENTITIES_LOST = Message("Signs that stand for words of another file were left out.")
_AUTHORS = frozenset(("author", "dc.creator", "dcterms.creator", "article:author", "citation_author"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_html(data: bytes, name: str, title: str) -> Document:
    """The document in a web page; `name` is the file's, `title` serves when the page has none.

    Raises UnreadableError when the bytes make no text. What the page would load or run is not looked at.
    """
    text, warnings = marked_text(data, name)
    tree = html_tree(text)
    root = tree.root
    if data.lstrip().startswith(b"<?xml"):
        as_xml = xml_tree(data)
        root = root if as_xml.mended else as_xml.root
    if root is None or tree.cut:
        return _words_alone(text, title, (*warnings, TOO_DEEP) if tree.cut else warnings)
    stated = _stated(root)
    gathering = Gathering()
    walk = WebWalk(gathering)
    body = _body(root)
    hide_surroundings(body)
    walk.read(main_of(body))
    if not gathering.blocks:  # all of it leads about the site
        gathering = Gathering()
        walk = WebWalk(gathering)
        whole = html_tree(text).root
        walk.read(_body(root if whole is None else whole))
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


def gather_words(text: str, gathering: Gathering) -> None:
    """Gathers the mere words of markup that makes no tree, paragraph by paragraph."""
    from companion.core.document import BlockKind

    for words in words_of(text):
        gathering.words(words)
        gathering.block(BlockKind.PARAGRAPH)


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
