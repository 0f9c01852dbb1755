"""An EPUB becomes a Document: its pages in the order of reading, under the titles of its contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.core.message import Message
from companion.readers.beginning import tell_beginning
from companion.readers.binding import bound
from companion.readers.epub_contents import Contents, contents_of_nav, contents_of_ncx, with_targets
from companion.readers.epub_drawings import Drawings
from companion.readers.epub_files import Files, locked_book
from companion.readers.epub_styles import PageStyles
from companion.readers.gathering import Gathering
from companion.readers.html import ENTITIES_LOST, TOO_DEEP, gather_words
from companion.readers.markup import Tree, marked_text, mended_tree
from companion.readers.references import key_of
from companion.readers.sections import Heading
from companion.readers.unreadable import UnreadableError
from companion.readers.web_elements import local_name
from companion.readers.web_pictures import picture_name
from companion.readers.web_walk import WebWalk
from companion.readers.zip_parts import Archive, LockedPartError, PartError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from companion.core.document import Document
    from companion.readers.beginning import Begun
    from companion.readers.binding import Stated
    from companion.readers.epub_package import Item

_NCX = "application/x-dtbncx+xml"
_SVG = "image/svg+xml"
_FEWEST_ENTRIES = 2


def read_epub(data: bytes, name: str, title: str, begun: Begun | None = None) -> Document:
    """The document in an EPUB 2 or 3; `name` is the file's, `title` serves when the book states none.

    `begun` is given the beginning of a long one as soon as that is read.
    Raises UnreadableError when nothing can be read in it: the archive is damaged or made to burst, the book
    is protected by its seller, or none of its pages is there. https://www.w3.org/TR/epub-33/
    """
    return _Epub(Archive(data, name), name, title, begun).document()


class _Epub:
    """Reads the book in an archive."""

    def __init__(self, archive: Archive, name: str, title: str, begun: Begun | None) -> None:
        self._archive = archive
        self._name = name
        self._title = title
        self._files = Files(archive, name)
        self._package = self._files.package()
        self._gathering = Gathering()
        tell_beginning(self._gathering, begun, self._stated, "epub", self._is_over)
        self._drawings = Drawings(archive)
        self._walk = WebWalk(self._gathering, self._drawings.source)
        self._styles = PageStyles(self._files.sheets(self._package))
        self._contents = self._read_contents()
        self._glossaries = self._package.glossaries | self._contents.glossaries
        self._page_ends: dict[str, int] = {}
        self._missing: list[str] = []
        self._damaged = self._repeated = 0
        self._is_locked = self._wants_password = self._is_too_deep = False

    def document(self) -> Document:
        self._read_pages()
        gathering = self._gathering
        if not gathering.blocks:
            raise self._nothing_to_read()
        return bound(
            gathering,
            self._stated(),
            "epub",
            headings=self._headings(),
            pages=self._contents.pages or self._walk.pages,
            glosses=self._walk.glosses,
            cover=self._cover(),
            warnings=(*self._files.warnings, *self._told()),
        )

    def _stated(self) -> Stated:
        stated = self._package.stated
        return stated if stated.title else stated._replace(title=self._title)

    def _is_over(self, target: str) -> bool:
        """Whether a reference leads into a page that is read."""
        return target[1:].partition("#")[0] in self._page_ends

    def _read_contents(self) -> Contents:
        """What the nav document lists, else the NCX."""
        found = Contents()
        nav = self._package.first_with("nav")
        if nav is not None:
            found = self._contents_in(nav, is_nav=True)
        if found.entries:
            return found
        items = self._package.items
        ncx = items.get(self._package.contents_id) or next(
            (i for i in items.values() if i.type == _NCX), None
        )
        return found if ncx is None else self._contents_in(ncx, is_nav=False)

    def _contents_in(self, item: Item, *, is_nav: bool) -> Contents:
        file = self._files.find(item)
        root = None if file is None else self._files.tree(file)
        if file is None or root is None:
            return Contents()
        return contents_of_nav(root, file) if is_nav else contents_of_ncx(root, file)

    def _read_pages(self) -> None:
        nav = self._package.first_with("nav")
        self._read_listed(nav)
        if not self._gathering.blocks and not self._damaged and not self._is_locked:
            stated = self._package.stated
            self._missing = [self._name_of(key) for key, _ in self._package.spine if self._is_nowhere(key)]
            self._package = self._files.pages_not_listed()
            self._package.stated = stated
            for key in [key for key, item in self._package.items.items() if nav and item.href == nav.href]:
                del self._package.items[key]
            self._read_listed(nav)

    def _read_listed(self, nav: Item | None) -> None:
        read: set[str] = set()
        for key, is_linear in self._order():
            item = self._item(key)
            file = None if item is None else self._files.find(item)
            if item is None or file is None:
                self._missing.append(self._name_of(key))
            elif file in read:
                self._repeated += 1
            elif is_linear or item != nav:
                read.add(file)
                self._read(item, file)

    def _order(self) -> list[tuple[str, bool]]:
        """The spine; what stands beside the order of reading, such as notes, comes after all else, but for
        what precedes it, such as a cover."""
        spine = self._package.spine
        first = next((number for number, (_, is_linear) in enumerate(spine) if is_linear), 0)
        return spine[:first] + sorted(spine[first:], key=_is_beside)

    def _item(self, key: str) -> Item | None:
        """The item, or what stands in for it where it is nothing to be read."""
        items = self._package.items
        item = items.get(key)
        passed: set[str] = set()
        while item is not None and not (item.is_page or item.is_picture) and key not in passed:
            passed.add(key)
            key = item.fallback
            item = items.get(key)
        return item if item is None or item.is_page or item.is_picture else None

    def _name_of(self, key: str) -> str:
        """What the file would be called that the spine names; empty when nothing says so."""
        item = self._package.items.get(key)
        return "" if item is None else item.href

    def _is_nowhere(self, key: str) -> bool:
        """Whether what the spine names is not in the file, whatever it may be."""
        item = self._package.items.get(key)
        return item is None or self._files.find(item) is None

    def _read(self, item: Item, file: str) -> None:
        if item.is_picture and item.type != _SVG:
            self._gathering.name(key_of(file))
            self._gathering.picture(picture_name(file), file)
            self._gathering.block(BlockKind.PICTURE)
            return
        try:
            data = self._archive.read(file)
        except LockedPartError:
            self._is_locked = self._wants_password = True
            return
        except PartError:
            self._damaged += 1
            return
        if self._files.is_locked(file, data):
            self._is_locked = True
            return
        tree = mended_tree(data)
        self._damaged += tree.mended or file in self._archive.damaged
        self._take(tree, data, file)

    def _take(self, tree: Tree, data: bytes, file: str) -> None:
        if tree.cut:
            self._is_too_deep = True
            self._gathering.name(key_of(file))
            gather_words(marked_text(data)[0], self._gathering)
            return
        if tree.root is None:
            return
        root = tree.root
        self._walk.style_as(self._styles.of(root, data))
        if local_name(root.tag) != "svg":
            root = next((child for child in root if local_name(child.tag) in ("body", "book")), root)
        self._gathering.is_clean = tree.is_clean
        self._walk.read(root, file, tree.entities(), is_glossary=file in self._glossaries)
        self._page_ends[file] = self._gathering.length

    def _cover(self) -> str:
        """The picture that the package calls the cover, else the first on the page that it calls so."""
        found = self._archive.find(self._package.cover) if self._package.cover else None
        if found is None or found not in self._page_ends:
            return self._drawings.shown(found or "")
        start, end = self._gathering.places.get(key_of(found), -1), self._page_ends[found]
        return next((shown.source for shown in self._gathering.pictures if start <= shown.start < end), "")

    def _headings(self) -> list[Heading]:
        """The sections that the table of contents names; none where it names next to nothing."""
        found: dict[tuple[int, int], Heading] = {}
        targets: dict[tuple[int, int], str] = {}
        for entry in with_targets(self._contents.entries):
            start = self._place(entry.target)
            if start is None or not entry.title:
                continue
            key = (start, entry.level)
            if targets.setdefault(key, entry.target) == entry.target and key in found:
                continue  # a second title for the same place
            found[key] = Heading(entry.title, entry.level, start)
        if len(found) < _FEWEST_ENTRIES and len(self._gathering.headings) > len(found):
            return []
        return list(found.values())

    def _place(self, target: Hashable) -> int | None:
        """Where a reference leads; to the beginning of the file where the place in it has no name."""
        places = self._gathering.places
        if target in places:
            return places[target]
        return places.get(f"{str(target).partition('#')[0]}#")

    def _told(self) -> list[Message]:
        """What the reader is told of pages that are not as they should be."""
        told = []
        if self._missing:
            told.append(_missing(len(self._missing), self._title_of(self._missing[0])))
        if self._drawings.missing:
            told.append(_pictures_missing(len(self._drawings.missing)))
        if self._damaged:
            told.append(_damaged(self._damaged))
        if self._repeated:
            told.append(Message("A part that the book lists several times is shown once."))
        if self._is_locked:
            told.append(Message("Parts of the book are encrypted, so they are not shown."))
        if self._is_too_deep:
            told.append(TOO_DEEP)
        if self._walk.has_lost_entities:
            told.append(ENTITIES_LOST)
        return told

    def _title_of(self, name: str) -> str:
        """What the table of contents calls the file of that name; empty when it does not."""
        own = key_of(name).removesuffix("#")
        titles = (e.title for e in self._contents.entries if e.target.partition("#")[0] == own)
        return next(titles, "") if name else ""

    def _nothing_to_read(self) -> UnreadableError:
        if self._wants_password:
            return UnreadableError(
                Message("“{name}” is encrypted; save a copy without a password to read it.", name=self._name)
            )
        if self._is_locked:
            return locked_book(self._name)
        if self._missing or self._damaged:
            sentence = Message(
                "“{name}” is damaged: none of the book's pages can be read; try to get it again.",
                name=self._name,
            )
            return UnreadableError(sentence)
        return UnreadableError(
            Message("“{name}” is a book without any words, so there is nothing to read.", name=self._name)
        )


def _is_beside(listed: tuple[str, bool]) -> bool:
    return not listed[1]


def _missing(count: int, title: str) -> Message:
    if count == 1 and title:
        return Message("The part “{title}” of the book is missing in the file.", title=title)
    if count == 1:
        return Message("One part of the book is missing in the file.")
    return Message("%Ln parts of the book are missing in the file.", "", count)


def _pictures_missing(count: int) -> Message:
    if count == 1:
        return Message("One picture of the book is missing in the file; its description stands in its place.")
    return Message(
        "%Ln pictures of the book are missing in the file; their descriptions stand in their places.",
        "",
        count,
    )


def _damaged(count: int) -> Message:
    if count == 1:
        return Message("One part of the book is damaged; it is shown as far as it could be read.")
    return Message(
        "%Ln parts of the book are damaged; they are shown as far as they could be read.", "", count
    )
