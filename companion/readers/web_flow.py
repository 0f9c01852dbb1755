"""The elements of (X)HTML are gone through one after the other, with what their attributes say of them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from companion.readers.binding import Named
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.references import key_of
from companion.readers.web_blocks import WebBlocks
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
from companion.readers.web_styles import UNSTYLED, styles_said
from companion.readers.web_unseen import Unseen
from companion.readers.web_verse import SettingIn, holds_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.etree import _Element

    from companion.core.document import Style
    from companion.readers.gathering import Gathering
    from companion.readers.web_styles import Styled

_PAGE = re.compile(r"[\[({]?(?:pages?|pg|p|s|seite)?\.? ?([^\s\[\](){}]{1,12})[\])}]?", re.I)
_NUMBER = re.compile(r"[\[(]?[0-9]{1,5}[\])]?")
_PARAGRAPHS = frozenset(("p", "div"))
_MOST_AT_ONCE = 200
"""Paragraphs that are taken in one step; many more are no faster, and would all be held twice."""


def _nowhere(reference: str, file: str) -> str:
    """No picture can be had."""
    return ""


class WebFlow(WebBlocks):
    """Goes through the elements of one file after another; `gathering` takes what is to be read.

    `pages` are the numbers of printed pages, `glosses` the terms of glossaries and definitions in the text;
    `has_lost_entities` tells that the words for an entity were not in the file. What is done with each kind
    of element is said by `steps`. `source` gives what the book calls the picture that a reference in a file
    means; it is empty for one that is not in the book.
    """

    def __init__(self, gathering: Gathering, source: Callable[[str, str], str] = _nowhere) -> None:
        super().__init__(gathering)
        self.pages: list[Named] = []
        self.glosses: list[Named] = []
        self.has_lost_entities = False
        self._source = source
        self._steps = _Steps(self)
        self._file = ""
        self._entities: Mapping[str, str] = {}
        self._depth = self._glossary = self._raised = 0
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
        said = element.get("style")
        if (said or element.get("hidden") is not None) and is_hidden(element) and NOTES.isdisjoint(kinds):
            return
        if said or not self._classes.isdisjoint(kinds):
            if self._unseen.has(element, kinds):
                return
            step = self._styled_step(element, kinds, said or "", step)
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
        if styled is self._styled:
            return
        self._styled = styled
        self._classes = frozenset((*styled.styles, *styled.paragraphs, *styled.unseen, *styled.lines))
        self._unseen = Unseen(styled)
        self._setting_in = SettingIn(styled)

    def _styled_step(
        self, element: _Element, kinds: frozenset[str], said: str, step: Callable[[_Element], None]
    ) -> Callable[[_Element], None]:
        """What is done with an element of which style sheets, or it itself by `said`, tell how it is set."""
        styles: Sequence[Style] = ()
        if step == self.walk:
            styles = styles_said(kinds, self._styled.styles, said)
        elif step == self.block and local_name(element.tag) in _PARAGRAPHS:
            styles = styles_said(kinds, self._styled.paragraphs, said)
            if styles and holds_blocks(element):
                styles = ()
        if styles:
            step = partial(self._set_as, styles, step)
        is_line = element.tag not in self._steps.blocks and not self._styled.lines.isdisjoint(kinds)
        return partial(self._line, step) if is_line and words_in(element) else step

    def _set_as(self, styles: Sequence[Style], step: Callable[[_Element], None], element: _Element) -> None:
        """Takes words that are set in italics or bold, though no name of an element says so."""
        for style in styles:
            self._gathering.begin_style(style)
        step(element)
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
