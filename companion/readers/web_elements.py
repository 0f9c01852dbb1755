"""What the elements of HTML are to a reader, and what their attributes say of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.core.document import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACES = frozenset(
    (
        "",
        "http://www.w3.org/1999/xhtml",
        "http://www.daisy.org/z3986/2005/dtbook/",
        "http://openebook.org/namespaces/oeb-document/1.0/",
    )
)
_OTHER_NAMES = {"list": "ul", "level": "section", "prodnote": "aside", "imggroup": "figure", "line": "div"}
"""Elements of DTBook by those of HTML that are the same to a reader. ANSI/NISO Z39.86-2005"""

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

_BLOCK_NAMES = (
    "address article aside body center dd details dialog dir div dl dt fieldset figure footer form header "
    "hgroup html legend level1 level2 level3 level4 level5 level6 li main menu nav noframes noscript ol "
    "option optgroup p section summary ul doctitle docauthor frontmatter bodymatter rearmatter book linegroup"
)
_UNREAD_NAMES = (
    "head script style template title link meta base param source track col colgroup datalist area "
    "input textarea frame frameset applet rp"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_MORE = "h1 h2 h3 h4 h5 h6 blockquote pre table td th figcaption caption hr"
STANDING_ALONE = BLOCKS.union(_MORE.split())
"""What is no part of a paragraph round it."""

UNREAD = frozenset(_UNREAD_NAMES.split())
STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "var": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
}
_VERSE = (
    "verse poem poetry poema stanza linegroup linegrp line-group lg "
    "z3998:verse z3998:poem z3998:song z3998:hymn z3998:lyrics"
)
VERSE = frozenset(_VERSE.split())
LINES_OF_VERSE = frozenset(("line", "l", "verse-line", "verseline", "poem-line", "poemline"))
"""What stands in verse as a line of its own, though it may be no more than a ``span``."""

LINE_NUMBERS = frozenset(("lnum", "linenum", "line-number", "linenumber", "lineno"))
GLOSSARY = frozenset(("glossary", "doc-glossary"))
NOTE_MARKS = frozenset(("noteref", "doc-noteref", "endnoteref", "footnoteref"))
_NOTES = "footnote endnote rearnote footnotes endnotes rearnotes doc-footnote doc-endnote doc-endnotes"
NOTES = frozenset(_NOTES.split())
"""What may be hidden where it stands, since it is shown beside its mark."""

_WAYS_BACK = (
    "backlink doc-backlink referrer footnote-back footnote-backref "
    "headerlink header-anchor heading-anchor anchor-link hash-link permalink copiable-link"
)
WAYS_BACK = frozenset(_WAYS_BACK.split())
"""What leads from a note to its mark, or from a heading to itself; it is not read where it is a mere sign."""

PAGE_BREAKS = frozenset(("pagebreak", "doc-pagebreak", "pagenum", "pageno", "page-number", "pagenumber"))

MEANINGFUL = PAGE_BREAKS | WAYS_BACK | LINE_NUMBERS | VERSE | GLOSSARY
"""Kinds of elements that are read otherwise than their names alone tell."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@lru_cache(maxsize=2000)
def local_name(tag: object) -> str:
    """The name of an HTML element; of one that is not HTML with "svg:" or "math:" before it, or empty.

    Comments and the like have no name.
    """
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag.rpartition("}")
    if namespace[1:] in _NAMESPACES:
        name = name.lower()
        return _OTHER_NAMES.get(name, name)
    return "svg" if namespace.endswith("/svg") else "math" if namespace.endswith("/MathML") else "other"


def kinds_of(element: _Element) -> frozenset[str]:
    """What an element is said to be by its `epub:type`, its role and its classes, in small letters."""
    get = element.get
    return _kinds(get(EPUB_TYPE), get("epub:type"), get("role"), get("class"))


@lru_cache(maxsize=2000)
def _kinds(*said: str | None) -> frozenset[str]:
    return frozenset(" ".join(filter(None, said)).lower().split())


def is_hidden(element: _Element) -> bool:
    """Whether an element says that it is not to be seen."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def words_in(element: _Element) -> str:
    """All words in an element, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def number_in(element: _Element, name: str, otherwise: int) -> int:
    """The whole number that an attribute holds; `otherwise` when there is none of a sensible size."""
    value = (element.get(name) or "").strip()
    if re.fullmatch(r"[+-]?[0-9]{1,9}", value, re.ASCII):
        return int(value)
    return otherwise
