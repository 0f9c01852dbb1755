"""What a style sheet hides in a page is told, unless it would take words away that are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers.web_elements import NOTES, PAGE_BREAKS, kinds_of, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from companion.readers.web_styles import Styled

_LARGEST_SHARE = 0.1
"""A clumsy sheet, or one that a script is meant to mend, must not hide a text."""
_ALWAYS_SEEN = NOTES | PAGE_BREAKS


class Unseen:
    """What is not shown of one page after another, as `styled` says."""

    def __init__(self, styled: Styled) -> None:
        self._unseen = styled.unseen
        self._classes = frozenset(styled.unseen)
        self._root: _Element | None = None
        self._led_to: frozenset[str] = frozenset()
        self._is_judged = self._is_believed = False

    def begin(self, root: _Element) -> None:
        """What comes is in `root`."""
        self._root, self._is_judged = root, False

    def has(self, element: _Element, kinds: frozenset[str]) -> bool:
        """Whether an element of these kinds is hidden.

        Notes are not, nor is what a link on the page leads to: they are shown when they are asked for.
        """
        if self._classes.isdisjoint(kinds) or not self._is_hidden(element, kinds):
            return False
        if not self._is_judged:
            self._judge()
        return self._is_believed and element.get("id") not in self._led_to

    def _is_hidden(self, element: _Element, kinds: frozenset[str]) -> bool:
        if element is self._root or not _ALWAYS_SEEN.isdisjoint(kinds):
            return False
        tags = ("", local_name(element.tag))
        return any(not self._unseen[kind].isdisjoint(tags) for kind in kinds & self._classes)

    def _judge(self) -> None:
        """Looks at how much of the page is hidden, and where its links lead."""
        root = self._root
        self._is_judged, self._is_believed = True, False
        if root is None:
            return
        addresses = (link.get("href") or "" for link in root.iter("a", "{*}a"))
        self._led_to = frozenset(address.rpartition("#")[2] for address in addresses if "#" in address)
        hidden = {
            element
            for element in root.iter("*")
            if element.get("class") and self._is_hidden(element, kinds_of(element))
        }
        outermost = (e for e in hidden if not any(outer in hidden for outer in e.iterancestors()))
        length = sum(map(_length, outermost))
        self._is_believed = length <= _LARGEST_SHARE * _length(root)


def _length(element: _Element) -> int:
    """How many letters are in an element."""
    return sum(len(str(words).strip()) for words in element.itertext())
