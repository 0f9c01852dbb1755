"""How the pages of an EPUB are styled: by the sheets of the book, and by those that stand in a page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from companion.readers.web_elements import local_name
from companion.readers.web_styles import MOST_SHEETS, Styled, styled_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_MOST_KEPT = 50
"""Different sheets within pages that are kept as they were read; most books have one in all their pages."""

_MOST_READ = 5_000_000
"""Code points of sheets that are read anew for pages with sheets of their own; some seconds at most."""

_HEAD = 3_000
"""Bytes at the beginning of a page, where its sheets begin; to search all of a long book takes a while."""


class PageStyles:
    """Tells how one page after another is styled."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._sheets = tuple(sheets)
        self._left = _MOST_READ
        self._of_book = styled_by(self._sheets)
        self._kept: dict[tuple[str, ...], Styled] = {}

    def of(self, root: _Element, data: bytes) -> Styled:
        """What the sheets of the book, and then those in the head of the page `root`, say of classes.

        `data` are the bytes of the page.
        """
        if data.find(b"<style", 0, _HEAD) < 0:
            return self._of_book
        within = tuple(islice(_within(root), MOST_SHEETS))
        if within not in self._kept:
            self._left -= sum(map(len, (*self._sheets, *within)))
            if self._left < 0:
                return self._of_book
            if len(self._kept) == _MOST_KEPT:
                self._kept.clear()
            self._kept[within] = styled_by((*self._sheets, *within))
        return self._kept[within]


def _within(root: _Element) -> Iterator[str]:
    for head in root:
        if local_name(head.tag) == "head":
            yield from (sheet.text or "" for sheet in head if local_name(sheet.tag) == "style")
        elif local_name(head.tag) == "body":
            return
