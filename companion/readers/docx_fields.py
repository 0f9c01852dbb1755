"""The fields of a Word document: their codes are not shown, their results are, and some lead somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.readers.docx_names import descendants, said
from companion.readers.references import key_of, target_of

if TYPE_CHECKING:
    from lxml.etree import _Element

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
