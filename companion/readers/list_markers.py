"""What stands before the items of an HTML list: bullets, numbers, letters or Roman numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers.web_elements import EPUB_TYPE, local_name, number_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Markers:
    """The markers of one list, item after item. https://html.spec.whatwg.org/#ordinal-value"""

    def __init__(self, element: _Element) -> None:
        self._is_ordered = local_name(element.tag) == "ol" and not _is_contents(element)
        self._type = element.get("type") or "1"
        self._step = -1 if element.get("reversed") is not None else 1
        first = 1 if self._step > 0 else sum(1 for child in element if local_name(child.tag) == "li")
        self._next = number_in(element, "start", first)

    def marker(self, item: _Element) -> str:
        """What stands before the next item."""
        if not self._is_ordered:
            return "•"
        number = number_in(item, "value", self._next)
        self._next = number + self._step
        return f"{_written(number, self._type)}."


def _is_contents(element: _Element) -> bool:
    """Whether a list is a table of contents of an EPUB, which has no numbers.

    https://www.w3.org/TR/epub-33/#sec-nav-def-model
    """
    return any(local_name(outer.tag) == "nav" and outer.get(EPUB_TYPE) for outer in element.iterancestors())


def _written(number: int, kind: str) -> str:
    if kind in ("a", "A") and number > 0:
        return _letters(number) if kind == "a" else _letters(number).upper()
    if kind in ("i", "I") and 0 < number < 4000:
        return roman(number) if kind == "i" else roman(number).upper()
    return str(number)


def _letters(number: int) -> str:
    found = ""
    while number:
        number, letter = divmod(number - 1, 26)
        found = chr(ord("a") + letter) + found
    return found


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman numerals."""
    found = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        found += numeral * count
    return found
