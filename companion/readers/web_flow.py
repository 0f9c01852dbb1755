"""The elements of (X)HTML are gone through one after the other, and the blocks they make are told apart."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.binding import Named
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.references import key_of
from companion.readers.web_elements import (
    BLOCKS,
    GLOSSARY,
    LINE_NUMBERS,
    LINES_OF_VERSE,
    MEANINGFUL,
    NOTES,
    PAGE_BREAKS,
    STANDING_ALONE,
    VERSE,
    WAYS_BACK,
    is_hidden,
    kinds_of,
    local_name,
    words_in,
)
from companion.readers.web_styles import UNSTYLED
from companion.readers.web_unseen import Unseen
from companion.readers.web_verse import SettingIn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from companion.readers.gathering import Gathering
    from companion.readers.list_markers import Markers
    from companion.readers.web_styles import Styled

_PAGE = re.compile(r"[\[({]?(?:pages?|pg|p|s|seite)?\.? ?([^\s\[\](){}]{1,12})[\])}]?", re.I)
_NUMBER = re.compile(r"[\[(]?[0-9]{1,5}[\])]?")
_LONGEST_LINE_OF_VERSE = 80
_MARKED = frozenset((BlockKind.ITEM, BlockKind.VERSE))
_MOST_AT_ONCE = 200
"""Paragraphs that are taken in one step; many more are no faster, and would all be held twice."""


def _nowhere(reference: str, file: str) -> str:
    """No picture can be had."""
    return ""


class WebFlow:
    """Goes through the elements of one file after another; `gathering` takes what is to be read.

    `pages` are the numbers of printed pages, `glosses` the terms of glossaries and definitions in the text;
    `has_lost_entities` tells that the words for an entity were not in the file. What is done with each kind
    of element is said by `steps`. `source` gives what the book calls the picture that a reference in a file
    means; it is empty for one that is not in the book.
    """

    def __init__(self, gathering: Gathering, source: Callable[[str, str], str] = _nowhere) -> None:
        self.pages: list[Named] = []
        self.glosses: list[Named] = []
        self.has_lost_entities = False
        self._gathering = gathering
        self._source = source
        self._say = gathering.words
        self._steps = _Steps(self)
        self._file = ""
        self._entities: Mapping[str, str] = {}
        self._depth = 0
        self._heading = self._quotes = self._verse = self._glossary = self._caption = 0
        self._raised = self._cells = 0
        self._lists: list[Markers | None] = []
        self._marker = ""
        self._tight = False
        self._is_broken = False
        self._indent = 0
        self._setting_in = SettingIn(UNSTYLED)
        self._terms: list[str] = []
        self._defined = False
        self._pictured: tuple[_Element, bool] | None = None
        self._styled = UNSTYLED
        self._classes: frozenset[str] = frozenset()
        self._unseen = Unseen(UNSTYLED)

    def read(
        self,
        root: _Element,
        file: str = "",
        entities: Mapping[str, str] | None = None,
        *,
        is_glossary: bool = False,
    ) -> None:
        """Reads everything in `root`, the body of `file`, or what stands for it."""
        self._file, self._entities, self._glossary = file, entities or {}, int(is_glossary)
        self._gathering.name(key_of(file))
        self._unseen.begin(root)
        self.attributed(root)
        self._flush()

    def walk(self, element: _Element) -> None:
        """Takes the words of an element and of all in it."""
        if self._depth > DEEPEST_MARKUP:
            self._flat(element)
            return
        self._depth += 1
        text = element.text
        if text:
            self._say(text)
        steps, gathering = self._steps, self._gathering
        mere = () if self._cells else steps.paragraphs
        paragraphs: list[str] = []
        for child in element:
            is_mere = child.tag in mere and not len(child) and not child.attrib
            if is_mere and len(paragraphs) < _MOST_AT_ONCE:
                paragraphs.append(child.text or "")
            else:
                if paragraphs:
                    self._paragraphs(paragraphs)
                    paragraphs = []
                if child.attrib:
                    self.attributed(child)
                else:
                    steps[child.tag](child)
            text = child.tail
            if text and not ((paragraphs or gathering.line_is_empty) and text.isspace()):
                if paragraphs:
                    self._paragraphs(paragraphs)
                    paragraphs = []
                self._say(text)
        if paragraphs:
            self._paragraphs(paragraphs)
        self._depth -= 1

    def attributed(self, element: _Element) -> None:
        """Takes an element of which its attributes say something."""
        step = self._steps[element.tag]
        is_block = element.tag in self._steps.blocks
        if is_block:
            self._flush()
        key = self._named(element)
        kinds = kinds_of(element)
        if is_hidden(element) and NOTES.isdisjoint(kinds):
            return
        if not self._classes.isdisjoint(kinds):
            if self._unseen.has(element, kinds):
                return
            step = self._styled_step(element, kinds, step)
        if self._verse or not MEANINGFUL.isdisjoint(kinds):
            if self._is_left_out(element, kinds):
                return
            self._meant(element, kinds, step)
        else:
            step(element)
        if is_block:
            self._flush()
            if key:
                self._gathering.reaches_to_here(key)

    def style_as(self, styled: Styled) -> None:
        """What comes is set as its classes are `styled`."""
        self._styled = styled
        self._classes = frozenset((*styled.styles, *styled.unseen, *styled.lines))
        self._unseen = Unseen(styled)
        self._setting_in = SettingIn(styled)

    def _styled_step(
        self, element: _Element, kinds: frozenset[str], step: Callable[[_Element], None]
    ) -> Callable[[_Element], None]:
        """What is done with an element of which style sheets say something."""
        if step == self.walk:
            step = partial(self._set_as, kinds)
        is_line = element.tag not in self._steps.blocks and not self._styled.lines.isdisjoint(kinds)
        return partial(self._line, step) if is_line and words_in(element) else step

    def _set_as(self, kinds: frozenset[str], element: _Element) -> None:
        """Takes words that only a style sheet sets in italics or bold."""
        styles = sorted({style for kind in kinds for style in self._styled.styles.get(kind, ())})
        for style in styles:
            self._gathering.begin_style(style)
        self.walk(element)
        for style in styles:
            self._gathering.end_style(style)

    def _line(self, step: Callable[[_Element], None], element: _Element) -> None:
        """Takes words that a style sheet sets on a line of their own."""
        self._part_lines()
        step(element)
        self._part_lines()

    def _part_lines(self) -> None:
        if not self._gathering.line_has_ended:
            self.line_end()

    def line_end(self, element: _Element | None = None) -> None:
        """Ends a line, as a ``br`` does."""
        if self._cells:
            self._gathering.blank()
        elif self._verse and not self._heading:
            self._flush()
            self._tight = True
        elif self._say == self._gathering.exactly:
            self._gathering.exactly("\n")
        else:
            self._is_broken = True
            self._gathering.line_end()

    def _meant(self, element: _Element, kinds: frozenset[str], step: Callable[[_Element], None]) -> None:
        """Takes an element that is verse or a glossary, or stands in verse."""
        is_line = element.tag not in self._steps.blocks and not LINES_OF_VERSE.isdisjoint(kinds)
        if is_line:
            self._end_line()
        if not self._verse:
            self._setting_in.begin(element)
        is_verse, is_glossary = not VERSE.isdisjoint(kinds), not GLOSSARY.isdisjoint(kinds)
        self._verse += is_verse
        self._glossary += is_glossary
        if self._verse:
            self._indent = max(self._indent, self._setting_in.level(element, kinds))
        step(element)
        if is_verse:
            self._flush()
        elif is_line:
            self._end_line()
        self._verse -= is_verse
        self._tight = self._tight and not is_verse
        self._glossary -= is_glossary

    def _end_line(self) -> None:
        """Ends a line where something in verse is said to be one of its own."""
        if self._heading or self._cells or not self._verse or self._say == self._gathering.exactly:
            return
        if not self._gathering.line_is_empty:
            self._flush()
            self._tight = True

    def block(self, element: _Element) -> None:
        """Takes an element that stands by itself."""
        if not self._gathering.line_is_empty:
            self._flush()
        self._tight = self._verse > 0 and self._is_next_line(element)
        if len(element):
            self.walk(element)
        elif element.text:
            if self._plain([element.text]):
                return
            self._say(element.text)
        self._flush()

    def _paragraphs(self, paragraphs: list[str]) -> None:
        """Takes paragraphs of mere words that stand one after the other, as most of a book does."""
        self._flush()
        self._tight = False
        if not self._plain(paragraphs):
            for words in paragraphs:
                if not self._plain([words]):
                    self._say(words)
                    self._flush()

    def _plain(self, paragraphs: list[str]) -> bool:
        """Takes paragraphs in one step; False when they are more than their words, and nothing is done."""
        if self._is_special() or not self._gathering.plain(paragraphs, *self._kind()):
            return False
        self._is_broken = False
        return True

    def pass_by(self, element: _Element) -> None:
        """Leaves an element out."""

    def steps(self) -> dict[str, Callable[[_Element], None]]:
        """What is done with the elements of HTML, by their names; of others the words are taken."""
        return dict.fromkeys(BLOCKS, self.block)

    def entity(self, element: _Element) -> None:
        """Takes an entity that the file itself explains in plain words."""
        words = self._entities.get(str(element.text).strip("&;"))
        if words is None:
            self.has_lost_entities = True
        else:
            self._say(words)

    def _named(self, element: _Element) -> str:
        name = element.get("id") or element.get("name")
        if not name:
            return ""
        key = key_of(self._file, name)
        self._gathering.name(key)
        return key

    def _is_left_out(self, element: _Element, kinds: frozenset[str]) -> bool:
        """Whether an element is no part of the text: the number of a page or a line, or a note's way back."""
        if not PAGE_BREAKS.isdisjoint(kinds):
            said = words_in(element)
            label = _PAGE.fullmatch(element.get("title") or element.get("aria-label") or said)
            if label and len(said) < 20:
                key = ("page", len(self.pages))
                self._gathering.name(key)
                self.pages.append(Named(label[1], key))
                return True
        if not LINE_NUMBERS.isdisjoint(kinds):
            self._gathering.blank()  # it stands in the margin
            return _NUMBER.fullmatch(words_in(element)) is not None
        return not WAYS_BACK.isdisjoint(kinds) and not any(map(str.isalnum, words_in(element)))

    def _flat(self, element: _Element) -> None:
        """Takes the words of what is nested too deep."""
        for words in element.itertext():
            self._say(str(words))

    def _is_next_line(self, element: _Element) -> bool:
        """Whether an element is a line of verse after another line of the same group."""
        before = element.getprevious()
        if before is None or before.tag != element.tag:
            return False
        if local_name(element.tag) == "div":
            return True
        return not any(LINES_OF_VERSE.isdisjoint(kinds_of(line)) for line in (before, element))

    def _kind(self) -> tuple[BlockKind, int]:
        """What a paragraph is here, and how deep it is nested."""
        if self._caption:
            return BlockKind.CAPTION, 0
        if self._verse:
            return BlockKind.VERSE, self._indent
        if not (self._lists or self._quotes):
            return BlockKind.PARAGRAPH, 0
        depth = len(self._lists) + self._quotes - 1
        if self._lists:
            return BlockKind.ITEM, depth
        return BlockKind.QUOTATION, depth

    def _is_special(self) -> bool:
        """Whether a paragraph here is more than its words: a heading, an item, a cell, or preformatted."""
        if self._heading or self._cells or self._verse or self._lists:
            return True
        return self._say != self._gathering.words

    def _flush(self) -> None:
        """Writes the block down that has come to its end."""
        gathering = self._gathering
        if gathering.line_is_empty:
            gathering.set_in = 0.0
            return
        if self._cells:
            gathering.blank()
            return
        if self._heading:
            gathering.heading(self._heading, begins_section=not self._quotes)
            return
        kind, level = self._kind()
        if self._is_broken and kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION) and self._is_set_in_lines():
            kind = BlockKind.VERSE
        marker = self._marker if kind in _MARKED else ""
        if gathering.block(kind, level, marker, tight=self._tight):
            self._marker = ""
        self._tight = self._is_broken = False
        self._indent = 0

    def _is_set_in_lines(self) -> bool:
        """Whether the lines of the paragraph are as short as those of a poem or an address."""
        lines = self._gathering.line_from(0).strip().split("\n")
        return len(lines) > 1 and max(map(len, lines)) <= _LONGEST_LINE_OF_VERSE


class _Steps(dict[object, "Callable[[_Element], None]"]):
    """What is done with an element, by its tag."""

    def __init__(self, walk: WebFlow) -> None:
        self._by_name = walk.steps()
        self._walk = walk
        self.blocks: set[object] = set()
        self.paragraphs: set[object] = set()

    def __missing__(self, tag: object) -> Callable[[_Element], None]:
        name = local_name(tag)
        walk = self._walk
        step: Callable[[_Element], None] = walk.walk
        if not name:
            step = walk.entity if getattr(tag, "__name__", "") == "Entity" else walk.pass_by
        elif name in self._by_name:
            step = self._by_name[name]
        if name in STANDING_ALONE:
            self.blocks.add(tag)
        if name == "p":
            self.paragraphs.add(tag)
        self[tag] = step
        return step
