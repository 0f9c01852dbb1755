"""The paragraphs, tables and notes of a Word document are gone through, and the blocks told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind
from companion.readers.docx_fields import Fields, are_balanced
from companion.readers.docx_names import OFFICE, child, descendants, name_of, number, said
from companion.readers.docx_runs import DELETED, EXTERNAL, RunFlow
from companion.readers.docx_styles import PLAIN, Look, Role
from companion.readers.docx_tables import is_data, rows_of
from companion.readers.tabulating import Tabulating
from companion.readers.web_pictures import NAMELESS, picture_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from companion.readers.docx_notes import Notes
    from companion.readers.docx_numbering import Numbering
    from companion.readers.docx_package import Relation
    from companion.readers.docx_styles import StyleSheet
    from companion.readers.gathering import Gathering

_LOWEST_HEADING = 6
_LONGEST_HEADING = 400
_LONGEST_LINE_OF_VERSE = 80
_KINDS = {
    Role.CAPTION: BlockKind.CAPTION,
    Role.QUOTATION: BlockKind.QUOTATION,
    Role.VERSE: BlockKind.VERSE,
}
_LEFT_OPEN = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)


class Paragraph(NamedTuple):
    """What is known of a paragraph before its words are taken; `marker` stands before an item of a list."""

    look: Look
    depth: int = -1
    marker: str = ""

    @property
    def is_item(self) -> bool:
        """Whether it belongs to a list."""
        return self.depth >= 0


class DocxWalk(RunFlow):
    """Goes through the stories of one Word document: its text, and the notes to it.

    `title` is the first paragraph that is set as the title.
    """

    def __init__(
        self,
        gathering: Gathering,
        styles: StyleSheet,
        numbering: Numbering,
        notes: Notes,
        entities: Mapping[str, str],
    ) -> None:
        super().__init__(gathering, styles, notes, entities)
        self.title = ""
        self._numbering = numbering
        self._now = Paragraph(Look())
        self._has_words = self._in_code = self._goes_on = False
        self._note_mark: str | None = None

    def steps(self) -> dict[str, Callable[[_Element], None]]:
        """What is done with each kind of element."""
        return {
            **super().steps(),
            "w:p": self.paragraph,
            "w:tbl": self.table,
            "w:altChunk": self.chunk,
        }

    def story(self, root: _Element, relations: Mapping[str, Relation]) -> None:
        """Reads the body of the document, or one note."""
        self.relations = relations
        self._fields.hides_codes = are_balanced(root)
        self.walk(root)
        self._flush()
        self._fields.end_all()

    def note_story(self, element: _Element, mark: str, key: str, relations: Mapping[str, Relation]) -> None:
        """Reads a note, whose words can be found by `key` afterwards."""
        self._gathering.name(key)
        self._note_mark = f"{mark}." if mark.isalnum() else mark
        self.story(element, relations)
        self._note_mark = None
        self._gathering.reaches_to_here(key)

    def paragraph(self, element: _Element) -> None:
        """Takes a paragraph; one whose end was deleted goes on with the next."""
        properties = child(element, "w:pPr")
        if self._cells:
            self._gathering.blank()
            self.walk(element)
            self._gathering.blank()
            return
        if not self._goes_on:
            self._begin(element, properties)
        end = child(properties, "w:rPr")
        self._goes_on = child(end, "w:del") is not None or child(end, "w:moveFrom") is not None
        self.walk(element)
        if self._goes_on:
            self.told[DELETED] = None
        elif not self._in_code:
            self._flush()
        self._read_boxes()

    def table(self, element: _Element) -> None:
        """Takes a table; one that only puts things beside each other is read cell by cell."""
        self._flush()
        if self._cells or not is_data(element):
            for row in rows_of(element):
                for cell in row.cells:
                    self.walk(cell.element)
            return
        self._cells += 1
        table = Tabulating(self._gathering)
        for row in rows_of(element):
            table.row(skipped=row.skipped)
            for cell in row.cells:
                table.cell(cell.rows, cell.columns, is_heading=row.is_heading)
                self.walk(cell.element)
        self._cells -= 1
        table.end()
        self._read_boxes()

    def chunk(self, element: _Element) -> None:
        """Leaves a part in another format out."""
        self.told[EXTERNAL] = None

    def drawing(self, element: _Element) -> None:
        """Takes pictures and text boxes, and a line that is drawn between two paragraphs."""
        is_rule = any((found.get(f"{OFFICE}hr") or "") in ("t", "true") for found in element)
        if is_rule and not self._cells:
            self._flush()
            self._gathering.rule()
        else:
            super().drawing(element)

    def picture(self, words: str, source: str, name: str) -> None:
        """Takes a picture, as a block where nothing else stands in its paragraph."""
        if self._cells or self._has_words or self._in_code:
            self._gathering.picture(words or (NAMELESS if source else ""), source)
            return
        self._flush()
        self._gathering.picture(words or picture_name(name), source)
        self._gathering.block(BlockKind.PICTURE)

    def _begin(self, element: _Element, properties: _Element | None) -> None:
        look = self._look(properties)
        is_code = look.role is Role.CODE
        if self._in_code and is_code:
            self._gathering.exactly("\n")
        elif self._in_code:
            self._flush()
        self._in_code = is_code
        self._say = self._gathering.exactly if is_code else self._gathering.words
        self._fields.is_contents = look.role is Role.CONTENTS
        self._is_hidden = bool(self._styles.setting(look.style).hidden)
        words = list(_own_words(element))
        self._has_words = any(map(str.strip, words))
        if look.role is Role.HEADING and sum(map(len, words)) > _LONGEST_HEADING:
            look = look._replace(role=Role.PLAIN)
        self._now = self._numbered(look)
        is_counted = look.role is Role.HEADING and any(map(str.isalnum, self._now.marker))
        if is_counted and self._has_words:
            self._gathering.words(f"{self._now.marker} ")

    def _look(self, properties: _Element | None) -> Look:
        """What the style of a paragraph and its own properties say of it."""
        look = self._styles.look(said(child(properties, "w:pStyle")))
        if properties is None:
            return look
        own = child(properties, "w:numPr")
        if own is not None:
            list_id = said(child(own, "w:numId"))
            depth = number(said(child(own, "w:ilvl")), look.depth if not list_id else 0)
            look = look._replace(list_id=list_id or look.list_id, depth=depth)
        outline = number(said(child(properties, "w:outlineLvl")))
        if outline >= 0 and look.role in (Role.PLAIN, Role.HEADING):
            is_heading = outline < 9
            role = Role.HEADING if is_heading else Role.PLAIN
            look = look._replace(role=role, level=outline + 1 if is_heading else 0)
        return look

    def _numbered(self, look: Look) -> Paragraph:
        """The paragraph, counted as an item of its list."""
        if not self._numbering.has(look.list_id) or look.role is Role.CODE:
            return Paragraph(look, max(0, look.level - 1) if look.role is Role.CONTENTS else -1)
        depth = look.depth if look.depth >= 0 else self._numbering.level_of_style(look.list_id, look.style)
        return Paragraph(look, depth, self._numbering.marker(look.list_id, depth))

    def _flush(self) -> None:
        """Writes the paragraph down that has come to its end."""
        gathering, look = self._gathering, self._now.look
        self._style(PLAIN)
        is_code, self._in_code = self._in_code, False
        self._say = gathering.words
        if gathering.line_is_empty or self._cells:
            return
        if self._note_mark is not None:
            if gathering.block(BlockKind.ITEM, 0, self._note_mark):
                self._note_mark = ""
        elif is_code:
            gathering.block(BlockKind.PREFORMATTED, max(0, self._now.depth))
        elif look.role in (Role.HEADING, Role.TITLE, Role.SUBTITLE):
            self._write_heading(look)
        else:
            self._write(look)

    def _write_heading(self, look: Look) -> None:
        if look.role is Role.HEADING:
            self._gathering.heading(min(look.level, _LOWEST_HEADING))
            return
        words = " ".join(self._gathering.line_from(0).split())
        self._gathering.heading(1 if look.role is Role.TITLE else 2, begins_section=False)
        if look.role is Role.TITLE:
            self.title = self.title or words

    def _write(self, look: Look) -> None:
        kind, depth, marker = _KINDS.get(look.role, BlockKind.PARAGRAPH), 0, ""
        if self._now.is_item and kind is BlockKind.PARAGRAPH:
            kind, depth, marker = BlockKind.ITEM, self._now.depth, self._now.marker
        if kind in _LEFT_OPEN and self._is_set_in_lines():
            kind = BlockKind.VERSE
        tight = kind is BlockKind.ITEM and self._gathering.last_is(BlockKind.ITEM)
        if self._gathering.block(kind, depth, marker, tight=tight):
            self._now = self._now._replace(marker="")

    def _is_set_in_lines(self) -> bool:
        """Whether the lines of the paragraph are as short as those of a poem or an address."""
        lines = self._gathering.line_from(0).strip().split("\n")
        return len(lines) > 1 and max(map(len, lines)) <= _LONGEST_LINE_OF_VERSE

    def _read_boxes(self) -> None:
        """Reads the text boxes that are fastened to the paragraph; in a table they are part of the cell."""
        boxes, self._boxes = self._boxes, []
        if not boxes:
            return
        fields, self._fields = self._fields, Fields(self._gathering)
        self._fields.hides_codes = fields.hides_codes
        goes_on, self._goes_on = self._goes_on, False
        now = self._now
        for box in boxes:
            self.walk(box)
            self._flush()
        self._fields.end_all()
        self._fields, self._goes_on, self._now = fields, goes_on, now


def _own_words(element: _Element) -> Iterator[str]:
    """The words of a paragraph, without those in its text boxes."""
    if next(descendants(element, "w:txbxContent"), None) is None:
        yield from (found.text or "" for found in descendants(element, "w:t", "m:t"))
        return
    waiting = [element]
    while waiting:
        found = waiting.pop()
        name = name_of(found)
        if name in ("w:t", "m:t"):
            yield found.text or ""
        elif name != "w:txbxContent":
            waiting += found
