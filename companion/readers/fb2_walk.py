"""The elements of a FictionBook are gone through once, and what is to be read in them is gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Style
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.references import key_of, target_of
from companion.readers.sections import Heading
from companion.readers.tabulating import Tabulating
from companion.readers.web_elements import number_in, words_in
from companion.readers.web_pictures import NAMELESS, picture_name

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from lxml.etree import _Element

    from companion.readers.gathering import Gathering

XLINK = "{http://www.w3.org/1999/xlink}"
_STYLES = {"emphasis": Style.EMPHASIS, "strong": Style.STRONG, "code": Style.CODE}
_DEEPEST_HEADING = 6


class FictionWalk:
    """Goes through the bodies of one book; `gathering` takes what is to be read, `headings` its sections.

    `pictures` are the names of those that are in the book.
    """

    def __init__(
        self, gathering: Gathering, entities: Mapping[str, str], pictures: Container[str] = ()
    ) -> None:
        self.headings: list[Heading] = []
        self.has_lost_entities = False
        self._gathering = gathering
        self._entities = entities
        self._pictures = pictures
        self._depth = self._sections = self._quotes = 0
        self._is_notes = self._tight = False
        self._cells = 0
        self._steps: dict[str, Callable[[_Element], None]] = {
            **dict.fromkeys(_STYLES, self._style),
            **dict.fromkeys(("epigraph", "cite", "annotation"), self._quotation),
            **dict.fromkeys(("p", "text-author", "date"), self._paragraph),
            "section": self._section,
            "title": self._title,
            "li": self._item,
            "subtitle": self._subtitle,
            "poem": self._poem,
            "stanza": self._stanza,
            "v": self._line,
            "empty-line": self._empty_line,
            "a": self._link,
            "image": self._image,
            "table": self._table,
            **dict.fromkeys(_CELLS, self._cell),
        }

    def body(self, element: _Element) -> None:
        """Takes a body: the text, or the notes to it."""
        self._is_notes = element.get("name") is not None
        self._sections = int(self._is_notes)
        self._walk(element)
        self._flush()

    def _walk(self, element: _Element) -> None:
        if self._depth > DEEPEST_MARKUP:
            for words in element.itertext():
                self._gathering.words(str(words))
            return
        self._depth += 1
        if element.text:
            self._gathering.words(element.text)
        for child in element:
            self._take(child)
            if child.tail:
                self._gathering.words(child.tail)
        self._depth -= 1

    def _take(self, element: _Element) -> None:
        name = local(element)
        if not name:
            self._entity(element)
            return
        key = element.get("id")
        if key:
            if name in _BLOCKS:
                self._flush()
            self._gathering.name(key_of("", key))
        self._steps.get(name, self._walk)(element)
        if key and name in _BLOCKS:
            self._flush()
            self._gathering.reaches_to_here(key_of("", key))

    def _section(self, element: _Element) -> None:
        self._flush()
        self._sections += 1
        self._walk(element)
        self._flush()
        self._sections -= 1

    def _title(self, element: _Element) -> None:
        """A title of one or more lines; that of a note is its number, which is no heading."""
        self._flush()
        words = " ".join(words_in(line) for line in element if local(line) in ("p", "subtitle"))
        if self._is_notes and self._sections > 1:
            self._gathering.words(f"{words} ")
            return
        self._take_lines(element)
        if not words:  # a picture, which names nothing
            self._gathering.block(BlockKind.PICTURE)
            return
        level = max(1, self._sections)
        if self._gathering.block(BlockKind.HEADING, min(level, _DEEPEST_HEADING)) and self._sections:
            self.headings.append(Heading(words, level, self._gathering.blocks.starts[-1]))

    def _subtitle(self, element: _Element) -> None:
        """A title within a section; one of mere signs parts two scenes."""
        self._flush()
        if not any(map(str.isalnum, words_in(element))):
            if _is_picture(element):
                self._walk(element)
                self._gathering.block(BlockKind.PICTURE)
            else:
                self._gathering.rule()
            return
        if any(local(line) == "p" for line in element):
            self._take_lines(element)
        else:
            self._walk(element)
        self._gathering.block(BlockKind.HEADING, min(self._sections + 1, _DEEPEST_HEADING))

    def _take_lines(self, title: _Element) -> None:
        """Takes the lines of a title as one."""
        for line in title:
            if local(line) in ("p", "subtitle"):
                self._gathering.blank()
                self._walk(line)

    def _paragraph(self, element: _Element) -> None:
        if not (self._is_notes and self._sections > 1):
            self._flush()
        self._walk(element)
        if _is_picture(element) and not self._cells:
            self._gathering.block(BlockKind.PICTURE, max(0, self._quotes - 1))
        self._flush()

    def _quotation(self, element: _Element) -> None:
        self._flush()
        self._quotes += 1
        self._walk(element)
        self._flush()
        self._quotes -= 1

    def _item(self, element: _Element) -> None:
        """An item of a list, which the format does not know but programs write."""
        self._flush()
        self._walk(element)
        self._gathering.block(BlockKind.ITEM, marker="•", tight=self._gathering.last_is(BlockKind.ITEM))

    def _poem(self, element: _Element) -> None:
        self._flush()
        for child in element:
            if local(child) == "title":
                self._subtitle(child)
            elif local(child) == "text-author":
                self._quotation(child)  # below the lines, as far in as they are
            else:
                self._take(child)
        self._flush()

    def _stanza(self, element: _Element) -> None:
        self._flush()
        self._tight = False
        self._walk(element)
        self._flush()
        self._tight = False

    def _line(self, element: _Element) -> None:
        self._flush()
        self._walk(element)
        self._gathering.block(BlockKind.VERSE, tight=self._tight)
        self._tight = True

    def _empty_line(self, element: _Element) -> None:
        self._flush()

    def _style(self, element: _Element) -> None:
        style = _STYLES[local(element)]
        self._gathering.begin_style(style)
        self._walk(element)
        self._gathering.end_style(style)

    def _link(self, element: _Element) -> None:
        reference = element.get(f"{XLINK}href") or element.get("href") or ""
        target = key_of("", reference[1:]) if reference.startswith("#") else target_of(reference, "")
        if not target:
            self._walk(element)
            return
        is_note = element.get("type") == "note"
        is_bare = is_note and words_in(element).isalnum()
        self._gathering.begin_reference(target)
        self._gathering.exactly("[" if is_bare else "")
        self._walk(element)
        self._gathering.exactly("]" if is_bare else "")
        self._gathering.end_reference(is_note=is_note)

    def _image(self, element: _Element) -> None:
        words = (element.get("alt") or element.get("title") or "").strip()
        reference = element.get(f"{XLINK}href") or element.get("href") or ""
        source = reference.removeprefix("#")
        named = picture_name(source)
        source = source if source in self._pictures and reference.startswith("#") else ""
        if local(element.getparent()) in _INLINE_PARENTS or self._cells:
            self._gathering.picture(words or (NAMELESS if source else ""), source)
            return
        self._flush()
        self._gathering.picture(words or named, source)
        self._gathering.block(BlockKind.PICTURE)

    def _table(self, element: _Element) -> None:
        if self._cells:  # its words belong to the cell that it stands in
            self._cell(element)
            return
        self._flush()
        self._cells += 1
        table = Tabulating(self._gathering)
        for row in _rows(element):
            table.row()
            for cell in row:
                if local(cell) in _CELLS:
                    rows, columns = number_in(cell, "rowspan", 1), number_in(cell, "colspan", 1)
                    table.cell(rows, columns, is_heading=local(cell) == "th")
                    self._walk(cell)
        self._cells -= 1
        table.end()

    def _cell(self, element: _Element) -> None:
        """Takes a table within another, or a cell of one, or of none."""
        self._flush()
        self._walk(element)
        self._flush()

    def _entity(self, element: _Element) -> None:
        words = self._entities.get(str(element.text or "").strip("&;"))
        if words is None:
            self.has_lost_entities = True
        else:
            self._gathering.words(words)

    def _flush(self) -> None:
        if self._cells:
            self._gathering.blank()
        elif not self._gathering.line_is_empty:
            kind = BlockKind.QUOTATION if self._quotes else BlockKind.PARAGRAPH
            self._gathering.block(kind, max(0, self._quotes - 1))


def _is_picture(element: _Element) -> bool:
    """Whether pictures are all that is in a paragraph or a title."""
    if (element.text or "").strip() or not len(element) or words_in(element):
        return False
    return any(local(inner) == "image" for inner in element.iterdescendants("*"))


_BLOCKS = frozenset(("section", "p", "cite", "epigraph", "poem", "stanza", "v", "table", "title", "subtitle"))
_CELLS = frozenset(("td", "th"))
_INLINE_PARENTS = frozenset(
    ("p", "v", "subtitle", "text-author", "emphasis", "strong", "a", "td", "th", "style")
)


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, wherever they stand in it, without those of tables in its cells."""
    waiting = [*reversed(table)]
    while waiting:
        element = waiting.pop()
        if local(element) == "tr":
            yield element
        else:
            waiting.extend(reversed(element))


def local(element: _Element | None) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag = None if element is None else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
