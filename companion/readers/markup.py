"""XML or HTML becomes a tree of elements; entities from outside and document types are never followed."""

from __future__ import annotations

import re
from functools import cache
from html.entities import html5
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from companion.readers.decoding import clean, decode, is_odd_xml
from companion.readers.limits import MOST_ATTRIBUTES
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from lxml import etree

    from companion.core.message import Message

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DECLARATION = re.compile(r"\A[\s\ufeff]*+<\?xml[^>]{0,400}\?>")
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})|<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})",
    re.I,
)
_UTF8 = re.compile(rb"\sencoding\s*=\s*[\"']utf-8[\"']", re.I)
_EMPTY_ELEMENT = re.compile(
    r"<(title|script|style|textarea|iframe|a|b|i|em|p|div|span|sup|td|th|li)\b([^<>]{0,2000}?)/>", re.I
)
_HUGE_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})\s[^<>]{2000,}>")
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "big5": "big5hkscs",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""Encodings that web pages name when they mean a larger one. https://encoding.spec.whatwg.org/#names-and-labels"""


_LIGATURE, _LIGATURES = b"\xef\xac", re.compile(rb"\xef\xac[\x80-\x86]")
_LETTERS = (b"ff", b"fi", b"fl", b"ffi", b"ffl", b"st", b"st")
"""What U+FB00 to U+FB06 are made of."""

_MOST_ENTITIES, _LONGEST_ENTITY = 500, 60
_PLAIN = re.compile("[^&<%]*")


class Tree(NamedTuple):
    """The uppermost element; what had to be mended is told by `mended`, what was lost by `warnings`.

    `cut` tells that the elements are nested so deep that the tree does not hold all of them, `is_clean` that
    no words in it are odd; see ``Gathering.is_clean``.
    """

    root: etree._Element | None
    mended: bool = False
    cut: bool = False
    warnings: tuple[Message, ...] = ()
    is_clean: bool = False

    def entities(self) -> dict[str, str]:
        """The entities that the file explains itself, in a few plain words; others would grow like yeast."""
        dtd = None if self.root is None else self.root.getroottree().docinfo.internalDTD
        if dtd is None:
            return {}
        # The stubs of lxml do not know that a document type lists its entities.
        entities = islice(cast("Any", dtd).iterentities(), _MOST_ENTITIES)
        found = ((entity.name, entity.content) for entity in entities)
        return {
            name: words
            for name, words in found
            if words and len(words) <= _LONGEST_ENTITY and _PLAIN.fullmatch(words)
        }


def xml_tree(data: bytes) -> Tree:
    """The tree in well-formed XML, or in what can be mended; `root` is None when there is none."""
    from lxml import etree

    if _has(_LIGATURE, data) and _is_utf8(data):
        data = _in_letters(data)
    root = sound_tree(data)
    if root is not None:
        return Tree(root, is_clean=not _has(b"&#", data) and _is_utf8(data) and not is_odd_xml(data))
    try:
        text, warnings = marked_text(data)
    except UnreadableError:
        return Tree(None, mended=True)
    source = _ENTITY.sub(_as_number, _DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    parser = _xml_parser(recover=True, encoding="utf-8")
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Tree(None, mended=True, warnings=warnings)
    return Tree(root, mended=True, cut=_is_cut(parser), warnings=warnings)


def _has(signs: bytes, data: bytes) -> bool:
    """Whether some bytes are in others: their first is found many times as fast, and mostly not there."""
    return signs[:1] in data and signs in data


def _in_letters(data: bytes) -> bytes:
    """UTF-8 with letters for the ligatures that some programs write, as words are sought in letters."""
    if not _has(_LIGATURE, data):
        return data
    return _LIGATURES.sub(lambda found: _LETTERS[found[0][2] & 0x0F], data)


def sound_tree(data: bytes) -> etree._Element | None:
    """The uppermost element of well-formed XML; None of any other."""
    from lxml import etree

    source = _ENTITY.sub(_as_number, data) if b"&" in data else data
    try:
        return etree.fromstring(source, _sound_parser())
    except (etree.XMLSyntaxError, ValueError):
        return None


def html_tree(text: str) -> Tree:
    """The tree in HTML, which may be as wrong as it likes; `root` is None when there is nothing in it."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        source = _in_letters(_HUGE_TAG.sub(_bare, text).encode("utf-8", "replace"))
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Tree(None, cut=_is_cut(parser))
    return Tree(root, cut=_is_cut(parser))


def mended_tree(data: bytes) -> Tree:
    """The tree in XHTML that is not well-formed: of XML that was mended or of HTML, that which holds more."""
    as_xml = xml_tree(data)
    if not as_xml.mended:
        return as_xml
    try:
        text, warnings = marked_text(data)
    except UnreadableError:
        return as_xml
    as_html = html_tree(_EMPTY_ELEMENT.sub(r"<\1\2></\1>", _DECLARATION.sub("", text, count=1)))
    chosen = as_html if _amount(as_html) >= _amount(as_xml) else as_xml
    return chosen._replace(mended=True, warnings=warnings, cut=as_xml.cut and as_html.cut)


def marked_text(data: bytes, name: str = "") -> tuple[str, tuple[Message, ...]]:
    """The text of HTML or XML as its mark, its declaration or its bytes tell the encoding.

    Bytes that are sound UTF-8 are UTF-8, whatever is declared. `name` is the file's, for the warnings.
    Raises UnreadableError when the bytes make no text.
    """
    if not data.startswith(_BYTE_ORDER_MARKS):
        declared = _declared_encoding(data)
        for encoding in ("utf-8", declared) if declared else ():
            try:
                return clean(data.decode(encoding).replace("\r\n", "\n")), ()
            except (UnicodeDecodeError, LookupError):
                continue
    decoded = decode(data, name)
    return decoded.text, decoded.warnings


def _declared_encoding(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return ""
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    if label.replace("-", "").startswith(("utf7", "utf16", "utf32", "idna", "punycode", "unicodeescape")):
        return ""  # either it cannot be declared so, or no book is written so
    return _WIDER.get(label, label)


def _is_utf8(data: bytes) -> bool:
    """Whether XML is written in UTF-8 as far as its beginning tells."""
    declaration = data[: data.find(b">")] if data.startswith(b"<?") else b""
    return data.startswith(b"<") and (b"encoding" not in declaration or _UTF8.search(declaration) is not None)


def _as_number(entity: re.Match[bytes]) -> bytes:
    if entity[1] in _XML_ENTITIES:
        return entity[0]
    letters = html5.get(f"{entity[1].decode('ascii')};")
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii") if letters else entity[0]


def _bare(tag: re.Match[str]) -> str:
    """A tag without its attributes, if they are so many that the parser would take minutes for them."""
    return f"<{tag[1]}>" if len(tag[0].split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES else tag[0]


def _xml_parser(*, recover: bool, encoding: str | None = None) -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
        encoding=encoding,
    )


@cache
def _sound_parser() -> etree.XMLParser:
    return _xml_parser(recover=False)


def _is_cut(parser: etree.XMLParser | etree.HTMLParser) -> bool:
    return any("RESOURCE_LIMIT" in error.type_name or "depth" in error.message for error in parser.error_log)


def _amount(tree: Tree) -> int:
    """How many letters a tree holds, blanks aside."""
    return (
        0
        if tree.root is None
        else sum(len("".join(words.split())) for words in map(str, tree.root.itertext()))
    )
