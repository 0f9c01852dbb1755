"""The package of an EPUB: what it states of the work, its files, and the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.binding import Stated
from companion.readers.front_matter import language_code
from companion.readers.references import within
from companion.readers.stating import one_after_another, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_COVERS = frozenset(("cover", "other.ms-coverimage", "other.ms-coverimage-standard"))
DC = "{http://purl.org/dc/elements/1.1/}"
_ROLE = "{http://www.idpf.org/2007/opf}role"
_WEB_TYPES = frozenset(
    ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", "text/xml")
)
_WEB_NAME = re.compile(r".*\.(?:x?html?|xht|xml)", re.I)


class Item(NamedTuple):
    """A file of the book: its name in the archive (empty when it lies outside), its type, what it is for."""

    href: str
    type: str
    properties: frozenset[str]
    fallback: str

    @property
    def is_page(self) -> bool:
        """Whether there is text to be read in it."""
        return self.type in _WEB_TYPES or (not self.type and bool(_WEB_NAME.fullmatch(self.href)))

    @property
    def is_picture(self) -> bool:
        """Whether it is one picture."""
        return self.type.startswith("image/")


@dataclass(slots=True)
class Package:
    """What the package file says. `spine` are the ids of items in the order of reading, each with whether it
    stands in that order (`linear`); `glossaries` are the files that are glossaries, `cover` is the
    file of the cover: a picture, or a page that shows it."""

    file: str
    stated: Stated = field(default_factory=Stated)
    items: dict[str, Item] = field(default_factory=dict)
    spine: list[tuple[str, bool]] = field(default_factory=list)
    contents_id: str = ""
    glossaries: frozenset[str] = frozenset()
    cover: str = ""

    def first_with(self, name: str) -> Item | None:
        """The first item with a property, such as "nav"."""
        return next((item for item in self.items.values() if name in item.properties), None)


def package_of(root: _Element, file: str) -> Package:
    """What the package `file` says whose uppermost element is `root`. EPUB 3.3, 5; OPF 2.0.1."""
    package = Package(file)
    package.stated = _stated(root)
    keys = _Keys()
    for element in _named(root, "item"):
        key = (element.get("id") or element.get("href") or "").strip()
        package.items[keys.next(key)] = _item(element, file)
    for spine in _named(root, "spine"):
        package.contents_id = (spine.get("toc") or "").strip()
        package.spine += _references(package, spine)
        break
    package.glossaries = frozenset(
        within(element.get("href") or "", file)
        for element in _named(root, "reference")
        if (element.get("type") or "").lower() == "glossary"
    )
    package.cover = _cover(package, root, file)
    return package


class _Keys:
    """Tells items of one name apart, which no book should have: the first keeps it."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def next(self, name: str) -> str:
        self._counts[name] += 1
        count = self._counts[name]
        return name if count == 1 else f"{name}\n{count}"


def _references(package: Package, spine: _Element) -> Iterator[tuple[str, bool]]:
    """The keys of what is read, and whether it is in line; one name of several items means each of them."""
    keys = _Keys()
    for element in _named(spine, "itemref"):
        name = (element.get("idref") or "").strip()
        key = keys.next(name)
        is_linear = (element.get("linear") or "").strip().lower() != "no"
        yield (key if key in package.items else name), is_linear


def package_files(container: _Element) -> list[str]:
    """The package files that the container names, that of the first rendition first. EPUB 3.3, 4.2.6.3.1"""
    return [
        name
        for element in _named(container, "rootfile")
        if (element.get("media-type") or "application/oebps-package+xml") == "application/oebps-package+xml"
        and (name := within(element.get("full-path") or "", ""))
    ]


def _cover(package: Package, root: _Element, file: str) -> str:
    """The file of the cover, as EPUB 3 says it, else as EPUB 2 does. EPUB 3.3, D.5.2; OPF 2.0.1, 2.6"""
    named = package.first_with("cover-image")
    if named is None:
        keys = (meta.get("content") for meta in _named(root, "meta") if meta.get("name") == "cover")
        named = next((package.items[key] for key in keys if key in package.items), None)
    if named is not None:
        return named.href
    pages = (r for r in _named(root, "reference") if (r.get("type") or "").lower() in _COVERS)
    return next((within(page.get("href") or "", file) for page in pages), "")


def _item(element: _Element, file: str) -> Item:
    return Item(
        within(element.get("href") or "", file),
        (element.get("media-type") or "").partition(";")[0].strip().lower(),
        frozenset((element.get("properties") or "").split()),
        (element.get("fallback") or "").strip(),
    )


def _stated(root: _Element) -> Stated:
    refined = _refined(root)
    return Stated(
        _title(root, refined),
        _authors(root, refined),
        language_code(next(_said(root, "language"), "")),
        _identifier(root),
    )


def _title(root: _Element, refined: dict[tuple[str, str], str]) -> str:
    titles = list(root.iterdescendants(f"{DC}title", f"{DC}Title"))
    main = [e for e in titles if refined.get((e.get("id") or "", "title-type")) == "main"]
    return next(filter(None, (one_line(e.text) for e in main + titles)), "")


def _authors(root: _Element, refined: dict[tuple[str, str], str]) -> str:
    creators = list(root.iterdescendants(f"{DC}creator", f"{DC}Creator"))
    authors = [e for e in creators if (e.get(_ROLE) or refined.get((e.get("id") or "", "role"))) == "aut"]
    return one_after_another(one_line(e.text) for e in authors or creators)


def _identifier(root: _Element) -> str:
    identifiers = list(root.iterdescendants(f"{DC}identifier", f"{DC}Identifier"))
    chosen = [
        e for e in identifiers if (e.get("id") or "").strip() == (root.get("unique-identifier") or "").strip()
    ]
    return next(filter(None, (one_line(e.text) for e in chosen + identifiers)), "")


def _refined(root: _Element) -> dict[tuple[str, str], str]:
    """What the ``meta`` elements say of others: by the id of the other and the property."""
    return {
        ((element.get("refines") or "").removeprefix("#"), element.get("property") or ""): one_line(
            element.text
        )
        for element in _named(root, "meta")
        if element.get("refines")
    }


def _said(root: _Element, name: str) -> Iterator[str]:
    return filter(
        None, (one_line(element.text) for element in root.iterdescendants(DC + name, DC + name.title()))
    )


def _named(root: _Element, name: str) -> Iterator[_Element]:
    """All elements of a name, in whatever namespace."""
    return root.iterdescendants(f"{{*}}{name}")
