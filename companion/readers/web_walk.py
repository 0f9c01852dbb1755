"""What is done with each element of (X)HTML: headings, lists, tables, links, pictures, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.binding import Named
from companion.readers.list_markers import Markers
from companion.readers.references import target_of
from companion.readers.tabulating import Tabulating
from companion.readers.web_definitions import explains_words
from companion.readers.web_elements import NOTE_MARKS, STYLES, UNREAD, kinds_of, local_name, words_in
from companion.readers.web_flow import WebFlow
from companion.readers.web_formulas import stands_alone, words_of_formula
from companion.readers.web_pictures import (
    NAMELESS,
    Pictured,
    is_drawing,
    picture_name,
    svg_words,
    words_of_medium,
    words_of_picture,
)
from companion.readers.web_tables import cells, is_data, is_heading, rows, span

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-zA-Z]|[ivxlc]{1,6})[\])]?\.?")
_MARKING = frozenset(("fnanchor", "footnote-ref", "footnoteref", "fnref", "note-ref", "footnote", "noteref"))
_LONGEST_CAPTION = 600
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class WebWalk(WebFlow):
    """Goes through (X)HTML and gathers what is to be read in it."""

    def steps(self) -> dict[str, Callable[[_Element], None]]:
        """What is done with the elements of HTML, by their names."""
        return {
            **super().steps(),
            **dict.fromkeys(UNREAD, self.pass_by),
            **dict.fromkeys(STYLES, self.style),
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self.heading),
            **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), self.items),
            **dict.fromkeys(("td", "th"), self.block),
            **dict.fromkeys(("figcaption", "caption"), self.caption),
            **dict.fromkeys(("sup", "sub"), self.raised),
            "dfn": self.definition,
            "br": self.line_end,
            "hr": self.rule,
            "blockquote": self.quotation,
            "q": self.quoted,
            "rt": self.reading,
            "pre": self.preformatted,
            "li": self.item,
            "dt": self.term,
            "dd": self.explanation,
            "table": self.table,
            "a": self.link,
            "img": self.picture,
            "svg": self.drawing,
            "math": self.formula,
            **dict.fromkeys(("audio", "video", "iframe", "object", "embed"), self.medium),
            "other": self.other,
        }

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

    def rule(self, element: _Element) -> None:
        """Takes an ``hr``."""
        self._flush()
        if not self._cells and not self._gathering.last_is(BlockKind.RULE):
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
        is_defining = local_name(element.tag) == "dl"
        is_glossary = is_defining and None not in self._lists and explains_words(element)
        self._glossary += is_glossary
        self._lists.append(None if is_defining else Markers(element))
        self.walk(element)
        self._flush()
        self._lists.pop()
        self._glossary -= is_glossary
        self._marker = ""
        self._terms = []

    def item(self, element: _Element) -> None:
        """Takes a ``li``."""
        self._flush()
        markers = self._lists[-1] if self._lists else None
        self._marker = markers.marker(element) if markers else "•"
        self._tight = self._gathering.last_is(BlockKind.ITEM)
        self.walk(element)
        self._flush()
        self._marker = ""

    def term(self, element: _Element) -> None:
        """Takes a ``dt``."""
        self._flush()
        if self._defined:
            self._terms, self._defined = [], False
        if self._glossary or any(local_name(child.tag) == "dfn" for child in element):
            self._terms.append(words_in(element).rstrip(" :"))
        self.walk(element)
        self._flush()

    def explanation(self, element: _Element) -> None:
        """Takes a ``dd``, which explains the terms before it."""
        self._flush()
        self._tight = self._gathering.last_is(BlockKind.ITEM)
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
        """Takes a ``figcaption`` or ``caption``; a long one is a part of the text beside the picture.

        One that only says again what was said of the picture is passed by.
        """
        self._flush()
        said = words_in(element)
        if self._gathering.last_says(BlockKind.PICTURE, said):
            return
        is_short = len(said) <= _LONGEST_CAPTION
        self._caption += is_short
        self.walk(element)
        self._flush()
        self._caption -= is_short

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
        table = Tabulating(self._gathering)
        for row, is_head in rows(element):
            self._row(table, row, is_head=is_head)
        self._cells -= 1
        table.end(self._kind()[1])

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
        self._picture(element, words_of_picture(element))

    def medium(self, element: _Element) -> None:
        """Takes a sound, a film or another page: the words for those who cannot have it, or its name."""
        if words_in(element) or any(local_name(child.tag) == "img" for child in element.iterdescendants()):
            self.walk(element)
        else:
            self._picture(element, words_of_medium(element))

    def drawing(self, element: _Element) -> None:
        """Takes an ``svg``."""
        self._picture(element, svg_words(element))

    def formula(self, element: _Element) -> None:
        """Takes a formula of MathML, as the words for it or the signs in it; it may stand by itself."""
        is_alone = stands_alone(element) and not (self._heading or self._verse)
        if is_alone:
            self._flush()
        self._say(words_of_formula(element))
        if is_alone:
            self._flush()

    def other(self, element: _Element) -> None:
        """Takes an element that is not of HTML: of the cases of a switch only the one for all readers."""
        if element.tag.endswith("}case"):
            return
        self.walk(element)

    def _is_note_mark(self, element: _Element, said: str) -> bool:
        kinds = kinds_of(element)
        if not NOTE_MARKS.isdisjoint(kinds):
            return True
        is_raised = self._raised or any(local_name(child.tag) == "sup" for child in element)
        return bool((is_raised or not _MARKING.isdisjoint(kinds)) and _MARK.fullmatch(said))

    def _picture(self, element: _Element, said: Pictured) -> None:
        source = self._source(said.source, self._file) if said.source else ""
        if self._cells or self._stands_in_words(element, said):
            is_silent = element.get("alt") is not None or self._heading or not source
            self._gathering.picture(said.words or ("" if is_silent else NAMELESS), source)
            return
        self._flush()
        if not source and is_drawing(said.source) and not said.words and element.get("alt") is not None:
            return  # a mere ornament that cannot be shown
        self._gathering.picture(said.words or picture_name(said.source), source)
        self._gathering.block(BlockKind.PICTURE, self._kind()[1])

    def _stands_in_words(self, picture: _Element, said: Pictured) -> bool:
        """Whether a picture has words beside it in its paragraph, or is itself the words of a heading."""
        if self._heading:
            return bool(said.words) or not self._gathering.line_is_empty
        block = next((e for e in picture.iterancestors() if self._steps[e.tag] == self.block), None)
        if block is None or local_name(block.tag) not in ("p", "li", "dd", "dt"):
            return not self._gathering.line_is_empty
        if self._pictured is None or self._pictured[0] is not block:
            self._pictured = (block, bool(words_in(block)))
        return self._pictured[1]

    def _row(self, table: Tabulating, row: _Element, *, is_head: bool) -> None:
        table.row()
        self._named(row)
        for cell in cells(row):
            table.cell(span(cell, "rowspan"), span(cell, "colspan"), is_heading=is_head or is_heading(cell))
            self._named(cell)
            self.walk(cell)
