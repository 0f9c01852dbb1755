"""A Word document (DOCX) becomes a Document: its text, then its notes, without headers and comments."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.core.message import Message
from companion.readers.beginning import tell_beginning
from companion.readers.binding import Stated, bound
from companion.readers.docx_names import child, descendants, name_of, said
from companion.readers.docx_notes import Notes
from companion.readers.docx_numbering import Numbering
from companion.readers.docx_package import DocxPackage
from companion.readers.docx_styles import StyleSheet
from companion.readers.docx_walk import DocxWalk
from companion.readers.front_matter import language_code
from companion.readers.gathering import Gathering
from companion.readers.html import TOO_DEEP, gather_words
from companion.readers.markup import marked_text
from companion.readers.stating import one_after_another, one_line
from companion.readers.unreadable import UnreadableError
from companion.readers.zip_parts import Archive, LockedPartError, PartError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from companion.core.document import Document
    from companion.readers.beginning import Begun
    from companion.readers.docx_package import Relation
    from companion.readers.markup import Tree

MENDED = Message("The file is damaged; it is shown as far as it could be read.")
NO_ORDER = Message("The file does not say what its parts are; they were looked for.")
_NOT_AUTHORS = frozenset(
    (
        "user", "author", "autor", "admin", "administrator", "unknown", "owner", "root", "python-docx",
        "pandoc", "un-named", "apache poi", "microsoft", "microsoft office user", "microsoft office-anwender",
        "windows user", "windows-benutzer", "office user",
    )
)  # fmt: skip
_NOT_TITLE = re.compile(
    r"(?:microsoft (?:office )?word|word document|untitled|unbenannt|dokument|document|sans titre)[ \d]*|"
    r"microsoft word - .*|.*\.(?:docx?|rtf|odt|dotx?)",
    re.I,
)
_NOTE_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


def read_docx(data: bytes, name: str, title: str, begun: Begun | None = None) -> Document:
    """The document in a Word file; `name` is the file's, `title` serves when it states none.

    `begun` is given the beginning of a long one as soon as that is gathered.
    Changes that were tracked are shown as if they had been accepted. Raises UnreadableError when nothing can
    be read in it. ECMA-376, 5th edition (Office Open XML), in its strict and its transitional form.
    """
    return _Docx(Archive(data, name), name).document(title, begun)


class _Docx:
    """Reads the document in an archive."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._name = name
        self._archive = archive
        self._package = DocxPackage(archive)
        self._tree = self._main()
        self._relations = self._package.relations(self._package.main)
        self._gathering = Gathering()
        self._styles = StyleSheet(self._package.related(self._relations, "styles"))
        numbering = self._package.related(self._relations, "numbering")
        self._walk = DocxWalk(
            self._gathering,
            self._styles,
            Numbering(numbering, self._styles.list_of),
            Notes(self._note_forms()),
            self._tree.entities(),
        )

    def document(self, title: str, begun: Begun | None) -> Document:
        tell_beginning(self._gathering, begun, self._stated, "docx")
        if self._tree.cut or self._tree.root is None:
            gather_words(marked_text(self._archive.read(self._package.main))[0], self._gathering)
        else:
            body = child(self._tree.root, "w:body")
            self._walk.story(self._tree.root if body is None else body, self._relations)
            self._read_notes()
        stated = self._stated()
        if _NOT_TITLE.fullmatch(stated.title):
            stated = stated._replace(title="")
        first = next((h.title for h in self._gathering.headings if h.level == 1), "")
        return bound(
            self._gathering,
            stated._replace(title=stated.title or one_line(self._walk.title or first) or title),
            "docx",
            cover=self._cover(),
            warnings=tuple(self._told()),
        )

    def _cover(self) -> str:
        """The picture with which the document begins."""
        pictures, blocks = self._gathering.pictures, self._gathering.blocks
        begins = pictures and blocks[0].kind is BlockKind.PICTURE and pictures[0].start == blocks[0].start
        return pictures[0].source if begins else ""

    def _main(self) -> Tree:
        """The tree of the part that holds the text."""
        try:
            tree = self._package.tree(self._package.main)
        except LockedPartError:
            raise UnreadableError(
                Message("“{name}” is encrypted; save a copy without a password to read it.", name=self._name)
            ) from None
        except PartError:
            raise self._damaged() from None
        if tree.root is None and not tree.cut:
            raise self._damaged()
        return tree

    def _damaged(self) -> UnreadableError:
        return UnreadableError(
            Message(
                "“{name}” is so damaged that nothing can be read in it; try to get it again.", name=self._name
            )
        )

    def _read_notes(self) -> None:
        """Reads the notes in the order of their marks, also those that notes refer to."""
        stories = {kind: self._note_stories(f"{kind}s") for kind in _NOTE_FORMS}
        is_first = True
        for note in self._walk.notes.order:  # which grows meanwhile
            elements, relations = stories[note.kind]
            element = elements.get(note.id)
            if element is not None:
                if is_first:
                    self._gathering.rule()
                is_first = False
                self._walk.note_story(element, note.mark, note.key, relations)

    def _note_stories(self, kind: str) -> tuple[dict[str, _Element], dict[str, Relation]]:
        part = self._package.part_of(self._relations, kind)
        root = self._package.root(part)
        elements = [] if root is None else [e for e in root if name_of(e) in ("w:footnote", "w:endnote")]
        return {said(element, "id"): element for element in elements}, self._package.relations(part)

    def _note_forms(self) -> dict[str, str]:
        """In which form the marks of notes are counted."""
        forms = dict(_NOTE_FORMS)
        settings = self._package.related(self._relations, "settings")
        for root, kind in product((settings, self._tree.root), _NOTE_FORMS):
            if root is not None:
                for properties in descendants(root, f"w:{kind}Pr"):
                    forms[kind] = said(child(properties, "w:numFmt")) or forms[kind]
        return forms

    def _stated(self) -> Stated:
        """What the core properties say. ECMA-376, part 2, 11."""
        root = self._package.related(self._package.relations(""), "core-properties")
        found: dict[str, str] = {}
        for element in () if root is None else root:
            if isinstance(element.tag, str):
                found.setdefault(element.tag.rpartition("}")[2], one_line(element.text))
        names = (one_line(name) for name in found.get("creator", "").split(";"))
        return Stated(
            found.get("title", ""),
            one_after_another(name for name in names if name.casefold() not in _NOT_AUTHORS),
            language_code(found.get("language", "") or self._styles.language),
            found.get("identifier", ""),
        )

    def _told(self) -> Iterator[Message]:
        yield from self._tree.warnings
        if self._package.lacks_order:
            yield NO_ORDER
        if self._tree.cut:
            yield TOO_DEEP
        elif self._tree.mended or self._package.is_damaged(self._package.main):
            yield MENDED
        yield from self._walk.told
