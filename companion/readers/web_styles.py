"""What style sheets say of words amid others: which classes are set in italics or bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_SHEETS = 20
"""Style sheets that are looked at; most books have one to three."""

LARGEST_SHEET = 200_000
"""Code points of a style sheet that are looked at; those of books have some thousands."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_AT_RULE = re.compile(r"@[\w-]++[^{};@]*+(?:;|\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\})")
_SELECTOR = re.compile(r"\s*(?:span)?\.([\w-]{1,100})\s*")
_DECLARED = {
    Style.EMPHASIS: re.compile(r"(?:^|;)\s*font-style\s*:\s*([a-z]+)", re.I),
    Style.STRONG: re.compile(r"(?:^|;)\s*font-weight\s*:\s*([a-z]+|[0-9]+)", re.I),
}
_MEANT = frozenset(("italic", "oblique", "bold", "bolder", "600", "700", "800", "900"))

Styled = dict[str, tuple[Style, ...]]
"""Classes, in small letters, with the styles of words that have them; those without a style are left out."""


def styled_by(sheets: Iterable[str]) -> Styled:
    """The classes of words that style sheets, the most general first, set in italics or bold.

    Only what is said of a class as such is looked at, ``.name`` or ``span.name``, and nothing that is meant
    for some pages, screens or printers only. https://www.w3.org/TR/css-syntax-3/
    """
    found: dict[str, set[Style]] = {}
    for sheet in sheets:
        plain = _AT_RULE.sub(" ", _COMMENT.sub(" ", sheet[:LARGEST_SHEET]))
        for rule in plain.split("}")[:-1]:
            selectors, _, declarations = rule.partition("{")
            said = _said(declarations)
            for selector in selectors.split(",") if said else ():
                named = _SELECTOR.fullmatch(selector)
                if named:
                    _apply(said, found.setdefault(named[1].lower(), set()))
    return {name: tuple(sorted(styles)) for name, styles in found.items() if styles}


def _said(declarations: str) -> dict[Style, bool]:
    """Which styles are said to be, and which not to be; the last word counts."""
    said: dict[Style, bool] = {}
    for style, declared in _DECLARED.items():
        for value in declared.findall(declarations):
            said[style] = value.lower() in _MEANT
    return said


def _apply(said: Mapping[Style, bool], styles: set[Style]) -> None:
    for style, is_set in said.items():
        if is_set:
            styles.add(style)
        else:
            styles.discard(style)
