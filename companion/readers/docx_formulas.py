"""A formula of a Word document is told in one line of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers.docx_names import child, descendants, name_of, said
from companion.readers.limits import DEEPEST_MARKUP

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTED = {"m:f": ("m:num", "/", "m:den"), "m:sSup": ("m:e", "^", "m:sup"), "m:sSub": ("m:e", "_", "m:sub")}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def formula_words(formula: _Element, depth: int = 0) -> str:
    """The signs of a formula; fractions, powers and indices as in ``(a+b)/2``, ``x^2``, ``x_1``."""
    if depth > DEEPEST_MARKUP:
        return "".join(element.text or "" for element in descendants(formula, "m:t"))
    return "".join(_part(element, depth + 1) for element in formula)


def _part(element: _Element, depth: int) -> str:
    name = name_of(element)
    if name == "m:t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    if name in _PARTED:
        before, sign, after = _PARTED[name]
        return sign.join(_bracketed(child(element, part), depth) for part in (before, after))
    if name == "m:rad":
        degree = child(element, "m:deg")
        words = "" if degree is None else formula_words(degree, depth)
        return f"{words}√{_bracketed(child(element, 'm:e'), depth)}"
    if name == "m:nary":
        return f"{_sign(element)}{formula_words(element, depth)}"
    if name == "m:d":
        return f"({formula_words(element, depth)})"
    return formula_words(element, depth)


def _bracketed(element: _Element | None, depth: int) -> str:
    words = "" if element is None else formula_words(element, depth)
    return words if len(words) < 2 or words.isalnum() else f"({words})"


def _sign(element: _Element) -> str:
    sign = child(element, "m:naryPr", "m:chr")
    return "∫" if sign is None else sign.get(f"{_MATH}val") or said(sign)
