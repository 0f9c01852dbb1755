"""Speeches: who speaks in a play, by the names that stand at the heads of the speeches."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names.finding import Name

_ROLES, _TIMES, _SPEECHES = 3, 4, 30
"""A play has so many who speak so many times each at least, and so many speeches."""

_SAID = re.compile(r"\n{1,3}[^\n]*[.!?,;:—…’”'\"\w]\n|\n{1,3}[^\n]*[.!?,;:—…’”'\"\w]$")
_SAID_BESIDE = re.compile(r"\t[^\n\t]*[^\W\d_][.!?—…][^\n\t]*")
_SAID_BEHIND = re.compile(r"[.:]\s+(?:[\[(_][^\n]*?[\])_])?\s*[^\W\d_]")
"""What goes on behind the name at the head of a speech: on the next line, in the next cell, behind a sign."""

_HEADINGS = frozenset({"act", "scene", "enter", "exit", "exeunt", "chapter", "all", "both", "note", "stage"})


def speakers(text: str, names: Sequence[Name], small: Mapping[str, int]) -> frozenset[str]:
    """The forms at the heads of the speeches, if `text` is a play; `small` are its words in small letters.

    A head is a line, the first cell of a row with a speech in the next one, or stands in capitals before a
    full stop or a colon.
    """
    heads = Counter(name.form for name in names if _is_head(text, name))
    often = {
        form: count for form, count in heads.items() if count >= _TIMES and _may_speak(form, count, small)
    }
    if len(often) < _ROLES or sum(often.values()) < _SPEECHES:
        return frozenset()
    return frozenset(often)


def _is_head(text: str, name: Name) -> bool:
    if name.start and text[name.start - 1] != "\n":
        return False
    sign = text[name.end : name.end + 1]
    if sign == "\n":
        return _SAID.match(text, name.end) is not None
    if sign == "\t":
        return _SAID_BESIDE.match(text, name.end) is not None
    return name.form.isupper() and _SAID_BEHIND.match(text, name.end) is not None


def _may_speak(form: str, count: int, small: Mapping[str, int]) -> bool:
    key = form.lower()
    return key.partition(" ")[0] not in _HEADINGS and small.get(key, 0) <= count
