"""Where the parts of an EPUB are in its archive; what is missing or wrong there is mended if it can be."""

from __future__ import annotations

import posixpath
import re
from itertools import islice
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.epub_package import Item, Package, package_files, package_of
from companion.readers.markup import xml_tree
from companion.readers.references import within
from companion.readers.unreadable import UnreadableError
from companion.readers.web_styles import LARGEST_SHEET, MOST_SHEETS
from companion.readers.zip_parts import Archive, PartError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OBFUSCATIONS = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
"""Fonts made unusable outside the book; nothing that is read is locked by them. EPUB 3.3, 4.3"""

_OLD_PACKAGE = "{http://openebook.org/namespaces/oeb-package/1.0/}"
_PAGE_ENDING = re.compile(r"\.x?html?$|\.xht$", re.I)
_NUMBERS = re.compile(r"(\d+)")
_XHTML = "application/xhtml+xml"

NO_CONTAINER = Message("The book does not say where its parts are; they were looked for.")
PACKAGE_MENDED = Message("The list of the book's parts is damaged; it was mended.")
NO_PACKAGE = Message("The list of the book's parts is missing; they are shown in the order of their names.")
OLD_PACKAGE = Message(
    "The book is of a kind older than EPUB (OEBPS 1); what only that kind has may be missing."
)
FOREIGN_NAMES = Message(
    "Names of files in the book are not written as they have to be (UTF-8); what they hold may be missing."
)
NO_SPINE = Message("The book does not say in which order its parts are read; they stand as they are listed.")


class Files:
    """The files of the EPUB in `archive`; `warnings` tells what was mended."""

    def __init__(self, archive: Archive, name: str) -> None:
        self.warnings: list[Message] = []
        self._archive = archive
        self._name = name
        self._locked = self._locked_files()
        if archive.has_foreign_names:
            self.warnings.append(FOREIGN_NAMES)

    def package(self) -> Package:
        """The first package that can be read; one made up of the pages in the archive when there is none."""
        container = self.tree(_CONTAINER)
        named = [] if container is None else package_files(container)
        found = [name for name in (self._archive.find(name) for name in named) if name]
        if not found:
            self.warnings.append(NO_CONTAINER)
            found = sorted(name for name in self._archive.names if name.lower().endswith(".opf"))
        for name in found:
            root = self.tree(name)
            if root is not None:
                if root.tag.startswith(_OLD_PACKAGE):
                    self.warnings.append(OLD_PACKAGE)
                return self._mended(package_of(root, name))
        self.warnings = [NO_PACKAGE]
        return self._pages(Package(""))

    def tree(self, name: str) -> _Element | None:
        """The uppermost element in an XML file of the book; None when there is none to be had."""
        try:
            tree = xml_tree(self._archive.read(self._archive.find(name) or name))
        except PartError:
            return None
        if tree.mended and tree.root is not None and PACKAGE_MENDED not in self.warnings:
            self.warnings.append(PACKAGE_MENDED)
        return tree.root

    def find(self, item: Item) -> str | None:
        """The name in the archive of the file that an item means, also when only the file's name is right."""
        if not item.href:
            return None
        found = self._archive.find(item.href)
        if found is None:
            last = posixpath.basename(item.href)
            alike = [name for name in self._archive.names if posixpath.basename(name) == last]
            found = alike[0] if len(alike) == 1 else None
        return found

    def sheets(self, package: Package) -> Iterator[str]:
        """The style sheets of the book, in the order in which they are listed."""
        listed = (item for item in package.items.values() if item.type == "text/css")
        for file in dict.fromkeys(map(self.find, islice(listed, MOST_SHEETS))):
            try:
                data = self._archive.beginning(file or "", LARGEST_SHEET)
            except PartError:
                continue
            yield data.decode("utf-8", "replace")

    def is_locked(self, name: str, data: bytes) -> bool:
        """Whether the `data` of a file are encrypted; some books only say so."""
        return name in self._locked and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")

    def pages_not_listed(self) -> Package:
        """A package of all pages in the archive, for a book of whose list nothing is there."""
        self.warnings.append(NO_PACKAGE)
        return self._pages(Package(""))

    def _mended(self, package: Package) -> Package:
        if not package.items:
            self.warnings = [NO_PACKAGE]
            return self._pages(package)
        if not package.spine:
            self.warnings.append(NO_SPINE)
            package.spine = [(key, True) for key, item in package.items.items() if item.is_page]
        return package

    def _pages(self, package: Package) -> Package:
        """The package with all pages in the archive for its items."""
        names = sorted(filter(_PAGE_ENDING.search, self._archive.names), key=_by_numbers)
        package.items = {name: Item(name, _XHTML, frozenset(), "") for name in names}
        package.spine = [(name, True) for name in names]
        return package

    def _locked_files(self) -> frozenset[str]:
        root = self.tree(_ENCRYPTION)
        if root is None:
            return frozenset()
        locked: set[str] = set()
        for data in root.iterdescendants("{*}EncryptedData"):
            methods = {method.get("Algorithm") for method in data.iterdescendants("{*}EncryptionMethod")}
            if methods.isdisjoint(_OBFUSCATIONS):
                locked.update(
                    self._archive.find(within(reference.get("URI") or "", "")) or ""
                    for reference in data.iterdescendants("{*}CipherReference")
                )
        return frozenset(locked)


def _by_numbers(name: str) -> list[tuple[int, str]]:
    """A name by which those with numbers stand in the order of the numbers."""
    return [(int(part[:9]) if part.isdecimal() else 0, part) for part in _NUMBERS.split(name)]


def locked_book(name: str) -> UnreadableError:
    """The error for a book that only the programs of its seller can open."""
    return UnreadableError(
        Message(
            "“{name}” is protected by its seller (DRM), so only their programs can open it; ask them for a "
            "copy without protection.",
            name=name,
        )
    )
