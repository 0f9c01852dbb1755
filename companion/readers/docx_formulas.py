"""A formula of a Word document is told in one line of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers import formula_signs as signs
from companion.readers.docx_names import child, descendants, name_of, said
from companion.readers.limits import DEEPEST_MARKUP

if TYPE_CHECKING:
    from lxml.etree import _Element

_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_LINES = frozenset(("m:eqArr", "m:m"))


def formula_words(formula: _Element) -> str:
    """The signs of a formula; fractions, powers and indices as in ``(a+b)/2``, ``x²``, ``x₁``.

    ECMA-376, 5th edition, part 1, 22.1.
    """
    return signs.one_line(_words(formula, 0))


def _words(element: _Element | None, depth: int) -> str:
    if element is None:
        return ""
    if depth > DEEPEST_MARKUP:
        return "".join(found.text or "" for found in descendants(element, "m:t"))
    return "".join(_part(inner, depth + 1) for inner in element)


def _part(element: _Element, depth: int) -> str:
    name = name_of(element)
    if name == "m:t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    if name in _LINES:
        return _rows(element, depth)

    def inner(part: str) -> str:
        return _words(child(element, part), depth)

    match name:
        case "m:f" if _sign(element, "m:fPr", "m:type", "") == "noBar":
            return signs.stacked(inner("m:num"), inner("m:den"))
        case "m:f":
            return signs.fraction(inner("m:num"), inner("m:den"))
        case "m:sSup":
            return signs.raised(inner("m:e"), inner("m:sup"))
        case "m:sSub":
            return signs.lowered(inner("m:e"), inner("m:sub"))
        case "m:sSubSup":
            return signs.raised(signs.lowered(inner("m:e"), inner("m:sub")), inner("m:sup"))
        case "m:rad":
            return signs.root(inner("m:e"), inner("m:deg"))
        case "m:nary":
            sign = _sign(element, "m:naryPr", "m:chr", "∫")
            return signs.limited(sign, inner("m:sub"), inner("m:sup")) + inner("m:e")
        case "m:limLow":
            return signs.limited(inner("m:e"), inner("m:lim"), "")
        case "m:limUpp":
            return signs.limited(inner("m:e"), "", inner("m:lim"))
        case "m:acc":
            over = _sign(element, "m:accPr", "m:chr", "\u0302")
            return signs.limited(inner("m:e"), "", over).rstrip()
        case "m:func":
            return f"{inner('m:fName').rstrip()} {inner('m:e')}"
        case "m:d":
            return _fenced(element, depth)
    return _words(element, depth)


def _fenced(element: _Element, depth: int) -> str:
    """What stands in brackets, or in what is said to be there instead of them."""
    begin = _sign(element, "m:dPr", "m:begChr", "(")
    end = _sign(element, "m:dPr", "m:endChr", ")")
    parting = _sign(element, "m:dPr", "m:sepChr", "|")
    words = (_words(inner, depth) for inner in element if name_of(inner) == "m:e")
    return f"{begin}{parting.join(words)}{end}"


def _rows(element: _Element, depth: int) -> str:
    """A matrix, whose rows hold cells, or formulas below each other."""
    lines = [inner for inner in element if name_of(inner) in ("m:mr", "m:e")]
    return signs.rows(
        [_words(cell, depth) for cell in line] if name_of(line) == "m:mr" else [_words(line, depth)]
        for line in lines
    )


def _sign(element: _Element, properties: str, name: str, usual: str) -> str:
    """The sign that the properties of an element name; they may name none."""
    sign = child(element, properties, name)
    if sign is None:
        return usual
    values = (sign.get(f"{namespace}val") for namespace in _MATH)
    return next((value for value in values if value is not None), said(sign))
