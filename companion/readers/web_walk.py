"""The elements of (X)HTML are gone through once, and what is to be read in them is gathered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.binding import Named
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.list_markers import Markers
from companion.readers.references import key_of, target_of
from companion.readers.web_elements import (
    BLOCKS,
    GLOSSARY,
    NOTE_MARKS,
    PAGE_BREAKS,
    STYLES,
    UNREAD,
    VERSE,
    WAYS_BACK,
    is_hidden,
    kinds_of,
    local_name,
    words_in,
)
from companion.readers.web_pictures import svg_words, words_of_medium, words_of_picture
from companion.readers.web_tables import grid, is_data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from companion.readers.gathering import Gathering

_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-zA-Z]|[ivxlc]{1,6})[\])]?\.?")
_MARKING = frozenset(("fnanchor", "footnote-ref", "footnoteref", "fnref", "note-ref", "footnote", "noteref"))
_PAGE = re.compile(r"[\[({]?(?:pages?|pg|p|s|seite)?\.? ?([^\s\[\](){}]{1,12})[\])}]?", re.I)
_INDENT = re.compile(r"(?:i|indent|in)-?([1-6])")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LONGEST_LINE_OF_VERSE = 80
_EMPTY_CELL = "\u200b"
_MORE = "h1 h2 h3 h4 h5 h6 blockquote pre table td th figcaption caption hr"
_STANDING_ALONE = BLOCKS.union(_MORE.split())


class WebWalk:
    """Goes through the elements of one file after another; `gathering` takes what is to be read.

    `pages` are the numbers of printed pages, `glosses` the terms of glossaries and definitions in the text;
    `has_lost_entities` tells that the words for an entity were not in the file.
    """

    def __init__(self, gathering: Gathering) -> None:
        self.pages: list[Named] = []
        self.glosses: list[Named] = []
        self.has_lost_entities = False
        self._gathering = gathering
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
        self._terms: list[str] = []
        self._defined = False
        self._pictured: tuple[_Element, bool] | None = None

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
        steps = self._steps
        for child in element:
            if child.attrib:
                self.attributed(child)
            else:
                steps[child.tag](child)
            text = child.tail
            if text:
                self._say(text)
        self._depth -= 1

    def attributed(self, element: _Element) -> None:
        """Takes an element of which its attributes say something."""
        step = self._steps[element.tag]
        is_block = element.tag in self._steps.blocks
        if is_block:
            self._flush()
        key = self._named(element)
        if is_hidden(element):
            return
        kinds = kinds_of(element)
        if kinds and self._is_left_out(element, kinds):
            return
        is_verse, is_glossary = not VERSE.isdisjoint(kinds), not GLOSSARY.isdisjoint(kinds)
        self._verse += is_verse
        self._glossary += is_glossary
        if self._verse:
            self._indent = max(self._indent, _indent_of(kinds))
        step(element)
        if is_verse or is_block:
            self._flush()
        self._verse -= is_verse
        self._glossary -= is_glossary
        if key and is_block:
            self._gathering.reaches_to_here(key)

    def block(self, element: _Element) -> None:
        """Takes an element that stands by itself."""
        self._flush()
        self._tight = False
        self.walk(element)
        self._flush()

    def pass_by(self, element: _Element) -> None:
        """Leaves an element out."""

    def heading(self, element: _Element) -> None:
        """Takes a heading, ``h1`` to ``h6``."""
        self._flush()
        self._heading = int(local_name(element.tag)[1])
        self.walk(element)
        self._flush()
        self._heading = 0

    def style(self, element: _Element) -> None:
        """Takes words that are emphasised, strong or code, or that are defined."""
        style = STYLES[local_name(element.tag)]
        self._gathering.begin_style(style)
        self.walk(element)
        self._gathering.end_style(style)

    def definition(self, element: _Element) -> None:
        """Takes a ``dfn``: the words round it say what it means."""
        if not self._terms:
            key = ("dfn", len(self.glosses))
            self._gathering.name(key)
            self.glosses.append(Named(element.get("title") or words_in(element), key))
        self.style(element)

    def line_end(self, element: _Element) -> None:
        """Takes a ``br``."""
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

    def rule(self, element: _Element) -> None:
        """Takes an ``hr``."""
        self._flush()
        if not self._cells:
            self._gathering.rule()

    def quotation(self, element: _Element) -> None:
        """Takes a ``blockquote``."""
        self._flush()
        self._quotes += 1
        self.block(element)
        self._quotes -= 1

    def quoted(self, element: _Element) -> None:
        """Takes a ``q``, whose marks are not written in the file."""
        self._say("“")
        self.walk(element)
        self._say("”")

    def reading(self, element: _Element) -> None:
        """Takes an ``rt``: how the signs before it are read, or what they mean."""
        self._say("(")
        self.walk(element)
        self._say(")")

    def raised(self, element: _Element) -> None:
        """Takes a ``sup`` or ``sub``; digits keep their height, so that 10⁶ is not 106."""
        said = element.text or ""
        if not len(element) and said.isascii() and said.isdigit():
            is_high = local_name(element.tag) == "sup"
            self._say(said.translate(_SUPERSCRIPTS if is_high else _SUBSCRIPTS))
            return
        self._raised += 1
        self.walk(element)
        self._raised -= 1

    def preformatted(self, element: _Element) -> None:
        """Takes a ``pre``, with all its blanks."""
        self._flush()
        if self._cells:
            self.walk(element)
            return
        self._say = self._gathering.exactly
        self.walk(element)
        self._say = self._gathering.words
        self._gathering.block(BlockKind.PREFORMATTED, self._kind()[1])

    def items(self, element: _Element) -> None:
        """Takes a ``ul``, ``ol`` or ``dl``."""
        self._flush()
        self._lists.append(None if local_name(element.tag) == "dl" else Markers(element))
        self.walk(element)
        self._flush()
        self._lists.pop()
        self._marker = ""
        self._terms = []

    def item(self, element: _Element) -> None:
        """Takes a ``li``."""
        self._flush()
        markers = self._lists[-1] if self._lists else None
        self._marker = markers.marker(element) if markers else "•"
        self._tight = self._follows_item()
        self.walk(element)
        self._flush()
        self._marker = ""

    def term(self, element: _Element) -> None:
        """Takes a ``dt``."""
        self._flush()
        if self._defined:
            self._terms, self._defined = [], False
        if self._glossary or any(local_name(child.tag) == "dfn" for child in element):
            self._terms.append(words_in(element))
        self.walk(element)
        self._flush()

    def explanation(self, element: _Element) -> None:
        """Takes a ``dd``, which explains the terms before it."""
        self._flush()
        self._tight = self._follows_item()
        key = ("dd", len(self.glosses))
        self._gathering.name(key)
        self._lists.append(None)
        self.walk(element)
        self._flush()
        self._lists.pop()
        self._gathering.reaches_to_here(key)
        self.glosses += (Named(term, key) for term in self._terms)
        self._defined = True

    def caption(self, element: _Element) -> None:
        """Takes a ``figcaption`` or ``caption``."""
        self._flush()
        self._caption += 1
        self.walk(element)
        self._flush()
        self._caption -= 1

    def table(self, element: _Element) -> None:
        """Takes a table; one that only puts things beside each other is read cell by cell."""
        self._flush()
        if self._cells or not is_data(element):
            self.walk(element)
            self._flush()
            return
        for child in element:
            if local_name(child.tag) == "caption":
                self.caption(child)
        self._cells += 1
        for number, row in enumerate(grid(element)):
            self._row(number, row)
        self._cells -= 1
        self._gathering.block(BlockKind.TABLE, self._kind()[1])

    def link(self, element: _Element) -> None:
        """Takes an ``a``: a link, or the mark of a note."""
        target = target_of(element.get("href") or "", self._file)
        if not target:
            self.walk(element)
            return
        said = words_in(element)
        is_note = target.startswith("/") and self._is_note_mark(element, said)
        is_bare = is_note and said.isalnum()  # “king1” would be another word
        self._gathering.begin_reference(target)
        if is_bare:
            self._gathering.exactly("[")
        self._raised += is_note
        self.walk(element)
        self._raised -= is_note
        if is_bare:
            self._gathering.exactly("]")
        self._gathering.end_reference(is_note=is_note)

    def picture(self, element: _Element) -> None:
        """Takes an ``img``."""
        self._picture(element, *words_of_picture(element))

    def medium(self, element: _Element) -> None:
        """Takes a sound, a film or another page: the words for those who cannot have it, or its name."""
        if words_in(element) or any(local_name(child.tag) == "img" for child in element.iterdescendants()):
            self.walk(element)
        else:
            self._picture(element, *words_of_medium(element))

    def drawing(self, element: _Element) -> None:
        """Takes an ``svg``."""
        self._picture(element, *svg_words(element))

    def formula(self, element: _Element) -> None:
        """Takes a formula of MathML, as the words for it or the signs in it."""
        self._say(element.get("alttext") or words_in(element))

    def other(self, element: _Element) -> None:
        """Takes an element that is not of HTML: of the cases of a switch only the one for all readers."""
        if element.tag.endswith("}case"):
            return
        self.walk(element)

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
        """Whether an element is no part of the text: the number of a printed page, or a note's way back."""
        if not PAGE_BREAKS.isdisjoint(kinds):
            said = words_in(element)
            label = _PAGE.fullmatch(element.get("title") or element.get("aria-label") or said)
            if label and len(said) < 20:
                key = ("page", len(self.pages))
                self._gathering.name(key)
                self.pages.append(Named(label[1], key))
                return True
        return not WAYS_BACK.isdisjoint(kinds) and not any(map(str.isalnum, words_in(element)))

    def _is_note_mark(self, element: _Element, said: str) -> bool:
        kinds = kinds_of(element)
        if not NOTE_MARKS.isdisjoint(kinds):
            return True
        is_raised = self._raised or any(local_name(child.tag) == "sup" for child in element)
        return bool((is_raised or not _MARKING.isdisjoint(kinds)) and _MARK.fullmatch(said))

    def _picture(self, element: _Element, words: str, name: str) -> None:
        if self._cells or self._heading or self._stands_in_words(element):
            self._say(words)
            return
        self._flush()
        self._gathering.words(words or name)
        self._gathering.block(BlockKind.PICTURE, self._kind()[1])

    def _stands_in_words(self, picture: _Element) -> bool:
        """Whether there are words beside a picture in its paragraph."""
        block = next((e for e in picture.iterancestors() if self._steps[e.tag] == self.block), None)
        if block is None or local_name(block.tag) not in ("p", "li", "dd", "dt"):
            return not self._gathering.line_is_empty
        if self._pictured is None or self._pictured[0] is not block:
            self._pictured = (block, bool(words_in(block)))
        return self._pictured[1]

    def _row(self, number: int, row: list[_Element | None]) -> None:
        if number:
            self._gathering.exactly("\n")
        for column, cell in enumerate(row):
            if column:
                self._gathering.exactly("\t")
            before = self._gathering.line_length
            if cell is not None:
                self.walk(cell)
            if not number and not column and self._gathering.line_length == before:
                self._gathering.exactly(_EMPTY_CELL)  # or the first row would begin with its second column

    def _flat(self, element: _Element) -> None:
        """Takes the words of what is nested too deep."""
        for words in element.itertext(with_tail=False):
            self._say(str(words))

    def _follows_item(self) -> bool:
        blocks = self._gathering.blocks
        return bool(blocks) and blocks[-1].kind is BlockKind.ITEM

    def _kind(self) -> tuple[BlockKind, int]:
        """What a paragraph is here, and how deep it is nested."""
        depth = max(0, len(self._lists) + self._quotes - 1)
        if self._caption:
            return BlockKind.CAPTION, 0
        if self._verse:
            return BlockKind.VERSE, self._indent
        if self._lists:
            return BlockKind.ITEM, depth
        return (BlockKind.QUOTATION, depth) if self._quotes else (BlockKind.PARAGRAPH, 0)

    def _flush(self) -> None:
        """Writes the block down that has come to its end."""
        gathering = self._gathering
        if gathering.line_is_empty:
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
        if gathering.block(kind, level, self._marker if kind is BlockKind.ITEM else "", tight=self._tight):
            self._marker = ""
        self._tight = self._is_broken = False
        self._indent = 0

    def _is_set_in_lines(self) -> bool:
        """Whether the lines of the paragraph are as short as those of a poem or an address."""
        lines = self._gathering.line_from(0).strip().split("\n")
        return len(lines) > 1 and max(map(len, lines)) <= _LONGEST_LINE_OF_VERSE


def _indent_of(kinds: frozenset[str]) -> int:
    """How far a line of verse is set in, as its classes tell."""
    return max((int(found[1]) for kind in kinds if (found := _INDENT.fullmatch(kind))), default=0)


class _Steps(dict[object, "Callable[[_Element], None]"]):
    """What is done with an element, by its tag."""

    def __init__(self, walk: WebWalk) -> None:
        self._by_name = _steps_by_name(walk)
        self._walk = walk
        self.blocks: set[object] = set()

    def __missing__(self, tag: object) -> Callable[[_Element], None]:
        name = local_name(tag)
        walk = self._walk
        step: Callable[[_Element], None] = walk.walk
        if not name:
            step = walk.entity if getattr(tag, "__name__", "") == "Entity" else walk.pass_by
        elif name in self._by_name:
            step = self._by_name[name]
        if name in _STANDING_ALONE:
            self.blocks.add(tag)
        self[tag] = step
        return step


def _steps_by_name(walk: WebWalk) -> dict[str, Callable[[_Element], None]]:
    return {
        **dict.fromkeys(BLOCKS, walk.block),
        **dict.fromkeys(UNREAD, walk.pass_by),
        **dict.fromkeys(STYLES, walk.style),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), walk.heading),
        **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), walk.items),
        **dict.fromkeys(("td", "th"), walk.block),
        **dict.fromkeys(("figcaption", "caption"), walk.caption),
        **dict.fromkeys(("sup", "sub"), walk.raised),
        "dfn": walk.definition,
        "br": walk.line_end,
        "hr": walk.rule,
        "blockquote": walk.quotation,
        "q": walk.quoted,
        "rt": walk.reading,
        "pre": walk.preformatted,
        "li": walk.item,
        "dt": walk.term,
        "dd": walk.explanation,
        "table": walk.table,
        "a": walk.link,
        "img": walk.picture,
        "svg": walk.drawing,
        "math": walk.formula,
        **dict.fromkeys(("audio", "video", "iframe", "object", "embed"), walk.medium),
        "other": walk.other,
    }
