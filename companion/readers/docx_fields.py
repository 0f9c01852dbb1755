"""The fields of a Word document: their codes are not shown, their results are, and some lead somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.readers.docx_names import descendants, said
from companion.readers.references import key_of, target_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from companion.readers.gathering import Gathering

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_LONGEST_CODE = 4_000
_REFERRING = frozenset(("REF", "PAGEREF", "NOTEREF"))


@dataclass(slots=True)
class Field:
    """A field that has begun: its `code` so far, whether its result has begun, and whether that is a link."""

    code: str = ""
    has_result: bool = False
    is_link: bool = False

    def add(self, words: str) -> None:
        """Takes more of the code."""
        if len(self.code) < _LONGEST_CODE:
            self.code += words


class Fields:
    """The fields that are open at a place of the text; `gathering` is told where their results lead.

    `hides_codes` tells that what stands in codes is left out, `is_contents` that the words are a line of
    the contents; `links` counts the links that are open, also those that are no fields.
    """

    def __init__(self, gathering: Gathering) -> None:
        self.hides_codes = True
        self.is_contents = False
        self.links = 0
        self._gathering = gathering
        self._open: list[Field] = []
        self._codes = 0

    def sign(self, kind: str) -> None:
        """Takes what begins a field, parts its code from its result ("separate"), or ends it."""
        if kind == "begin":
            self.begin()
        elif self._open and kind == "separate":
            self.begin_result()
        elif self._open and kind == "end":
            self.end()

    def begin(self, code: str = "") -> None:
        """Begins a field with its code, or a part of that."""
        self._open.append(Field(code))
        self._codes += 1

    def add(self, code: str) -> None:
        """Takes more of the code of the last field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].add(code)

    def begin_result(self) -> None:
        """Begins the result of the last field, which may be a link."""
        field = self._open[-1]
        if field.has_result:
            return
        field.has_result = True
        self._codes -= 1
        target = "" if self._tells_page(field) else field_target(field.code)
        if target:
            field.is_link = True
            self.begin_link(target)

    def end(self) -> None:
        """Ends the last field."""
        field = self._open.pop()
        self._codes -= not field.has_result
        if field.is_link:
            self.end_link()

    def end_all(self) -> None:
        """Ends the fields that a story leaves open."""
        while self._open:
            self.end()

    def begin_link(self, target: str) -> None:
        """Begins a link, a field or another."""
        self.links += 1
        self._gathering.begin_reference(target)

    def end_link(self) -> None:
        """Ends a link."""
        self.links -= 1
        self._gathering.end_reference()

    def is_silent(self) -> bool:
        """Whether the words here are left out: as part of a code, or as the number of a page."""
        if not self._open:
            return False
        return (self.hides_codes and self._codes > 0) or self._tells_page(self._open[-1])

    @property
    def depth(self) -> int:
        """How many fields are open."""
        return len(self._open)

    def _tells_page(self, field: Field) -> bool:
        """Whether a field tells the page of what a line of the contents, or a link, leads to."""
        return is_page_number(field.code) and (self.is_contents or self.links > 0)


def field_target(code: str) -> str:
    """What a field leads to: the key of a place, or an address outside; empty when nothing.

    ECMA-376, part 1, 17.16.5.25 (HYPERLINK), 17.16.5.51 (REF).
    """
    words = [found[1] if found[1] is not None else found[2] for found in _WORD.finditer(code[:_LONGEST_CODE])]
    if not words:
        return ""
    kind = words[0].upper()
    if kind in _REFERRING and len(words) > 1 and "\\h" in (word.lower() for word in words):
        return key_of("", words[1])
    if kind != "HYPERLINK":
        return ""
    if "\\l" in words:
        place = words.index("\\l")
        if place == 1:
            return key_of("", words[2]) if len(words) > 2 else ""
        return target_of("#".join((words[1], *words[place + 1 : place + 2])), "")
    return target_of(words[1], "") if len(words) > 1 else ""


def is_page_number(code: str) -> bool:
    """Whether a field tells the number of a page, which means nothing where there are no pages."""
    return code.split(None, 1)[:1] == ["PAGEREF"]


def are_balanced(story: _Element) -> bool:
    """Whether all fields that begin in a story also end there; else nobody knows what is code."""
    depth = 0
    for sign in descendants(story, "w:fldChar"):
        kind = said(sign, "fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return not depth
