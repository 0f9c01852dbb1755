"""A formula of MathML is told in one line of signs, or by the words that are there for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.readers import formula_signs as signs
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.web_elements import words_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = frozenset(("mi", "mn", "mo"))
_MEANINGS = ("apply", "ci", "cn", "bind", "lambda", "piecewise", "declare")
"""Elements that say what a formula means, not how it is written."""

_UNREAD = frozenset(("annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", *_MEANINGS))

_PARTED = frozenset(("mfrac", "msup", "msub", "msubsup", "mroot", "munder", "mover", "munderover"))


def words_of_formula(formula: _Element) -> str:
    """The signs of a formula in one line, as ``(a+b)/2``; empty where there are none.

    Its alternative text comes first, unless that is in the language of TeX and there are other words.
    https://www.w3.org/TR/MathML3/
    """
    said = " ".join((formula.get("alttext") or "").split())
    if said and not _is_tex(said):
        return said
    return signs.one_line(_inner(formula, 0)) or said or _annotated(formula) or words_in(formula)


def stands_alone(formula: _Element) -> bool:
    """Whether a formula is shown on a line of its own."""
    return formula.get("display") == "block" or formula.get("mode") == "display"


def _is_tex(words: str) -> bool:
    return "\\" in words or "^{" in words or "_{" in words


def _annotated(formula: _Element) -> str:
    """What stands beside a formula of which only the meaning is told: how it is written, or its words."""
    for inner in formula.iterdescendants("*"):
        if _name(inner) == "annotation-xml" and "resentation" in (inner.get("encoding") or ""):
            return signs.one_line(_inner(inner, 0))
    return " ".join(words_in(inner) for inner in formula.iterdescendants("*") if _name(inner) == "annotation")


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _inner(element: _Element, depth: int) -> str:
    """The signs of all that is in an element, one after the other."""
    if depth > DEEPEST_MARKUP:
        return words_in(element)
    return "".join(_part(inner, depth + 1) for inner in element)


def _part(element: _Element, depth: int) -> str:
    name = _name(element)
    if name in _SIGNS:
        said = words_in(element)
        return signs.by_itself(said) if len(said) > 1 and said.isalpha() else said
    if name in ("mtext", "ms"):
        return f" {words_in(element)} "
    if not name or name in _UNREAD:
        return ""
    if name == "mspace":
        return " "
    if name == "mtable":
        return _rows(element, depth)
    if name == "msqrt":
        return signs.root(_inner(element, depth), "")
    if name == "mfenced":
        return _fenced(element, depth)
    if name not in _PARTED:
        return _inner(element, depth)
    if name == "mfrac" and (element.get("linethickness") or "1").rstrip("pxemt% ") in ("0", "0.0"):
        name = ""
    return _parted(name, [_part(inner, depth + 1) for inner in element if _name(inner)])


def _parted(name: str, parts: list[str]) -> str:
    """What is put together of two or three parts."""
    first, second, third = (*parts, "", "", "")[:3]
    match name:
        case "":
            return signs.stacked(first, second)
        case "mfrac":
            return signs.fraction(first, second)
        case "msup":
            return signs.raised(first, second)
        case "msub":
            return signs.lowered(first, second)
        case "msubsup" if first.strip() in signs.GREAT:
            return signs.limited(first, second, third)
        case "msubsup":
            return signs.raised(signs.lowered(first, second), third)
        case "mroot":
            return signs.root(first, second)
        case "mover":
            return signs.limited(first, "", second)
    return signs.limited(first, second, third)


def _fenced(element: _Element, depth: int) -> str:
    begin, end = element.get("open", "("), element.get("close", ")")
    parting = (element.get("separators", ",").strip() or " ")[0]
    words = [_part(inner, depth + 1) for inner in element if _name(inner)]
    return f"{begin}{f'{parting} '.join(words)}{end}"


def _rows(element: _Element, depth: int) -> str:
    """A matrix, or formulas below each other."""
    rows = [row for row in element if _name(row) in ("mtr", "mlabeledtr")]
    return signs.rows([_inner(cell, depth).strip() for cell in row if _name(cell) == "mtd"] for row in rows)
