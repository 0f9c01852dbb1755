"""What style sheets say of classes: which are italic or bold, hidden, lines of their own, or set in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_SHEETS = 20
"""Style sheets that are looked at; most books have one to three."""

LARGEST_SHEET = 200_000
"""Code points of a style sheet that are looked at; those of books have some thousands."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_AT_RULE = re.compile(r"@[\w-]++[^{};@]*+(?:;|\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\})")
_SELECTOR = re.compile(r"\s*([a-z][a-z0-9]{0,20})?\.([\w-]{1,100})\s*", re.I)
_LAST_CLASS = re.compile(r"[a-z0-9]{0,20}\.([\w-]{1,100})\s*\Z", re.I)
_CLASS = re.compile(r"\.([\w-]{1,100})")
_DECLARED = {
    Style.EMPHASIS: re.compile(r"(?:^|;)\s*font-style\s*:\s*([a-z]+)", re.I),
    Style.STRONG: re.compile(r"(?:^|;)\s*font-weight\s*:\s*([a-z]+|[0-9]+)", re.I),
}
_MEANT = frozenset(("italic", "oblique", "bold", "bolder", "600", "700", "800", "900"))
_SHOWING = re.compile(r"(?:^|;)\s*(display|visibility|float|position)\s*:\s*([a-z-]+)", re.I)
_UNSEEN = frozenset((("display", "none"), ("visibility", "hidden"), ("visibility", "collapse")))
_OUT_OF_LINE = frozenset(
    (("float", "left"), ("float", "right"), ("position", "absolute"), ("position", "fixed"))
)
_EDGE = re.compile(
    r"(?:^|;)\s*(text|margin|padding)(-indent|-left)?\s*:\s*((?:[-+]?[0-9.]{1,8}[a-z%]*\s*){1,4})", re.I
)
_LEFT = (0, 1, 1, 3)
"""Which of one, two, three or four lengths is that on the left."""
_LENGTH = re.compile(r"([-+]?[0-9]*\.?[0-9]+)([a-z]*|%)", re.I)
_EMS = {"em": 1.0, "rem": 1.0, "ch": 0.5, "ex": 0.5, "%": 0.3, "px": 1 / 16, "pt": 1 / 12, "": 0.0}
"""Units of length in sizes of type; a hundredth is that of a line of some thirty."""


class Edges(NamedTuple):
    """By how much, in sizes of type, the first line of a class is set in, and when that was said; the later
    word counts."""

    margin: tuple[int, float] = (-1, 0.0)
    padding: tuple[int, float] = (-1, 0.0)
    text: tuple[int, float] = (-1, 0.0)


class Styled(NamedTuple):
    """What is said of classes, which are named in small letters.

    `styles` are those of words, `paragraphs` those of whole paragraphs, `unseen` the elements, empty for any,
    that are not shown when they are of a class, `lines` what stands on a line of its own though it be amid
    words, `edges` how far something is set in.
    """

    styles: Mapping[str, tuple[Style, ...]]
    paragraphs: Mapping[str, tuple[Style, ...]]
    unseen: Mapping[str, frozenset[str]]
    lines: frozenset[str]
    edges: Mapping[str, Edges]

    def indent(self, classes: Iterable[str]) -> float | None:
        """How far, in sizes of type, a line of these classes is set in; None where nothing says so."""
        said = [self.edges[name] for name in classes if name in self.edges]
        return sum(max(edge)[1] for edge in zip(*said, strict=True)) if said else None


UNSTYLED = Styled({}, {}, {}, frozenset(), {})
_OF_WORDS, _OF_PARAGRAPHS = frozenset(("", "span")), frozenset(("", "p", "div"))


def styled_by(sheets: Iterable[str]) -> Styled:
    """What style sheets, the most general first, say of classes.

    Only what is said of a class as such is looked at, ``.name`` or ``span.name``, and nothing that is meant
    for some pages, screens or printers only. What is shown under any circumstances is not unseen.
    https://www.w3.org/TR/css-syntax-3/
    """
    found = _Found()
    for sheet in sheets:
        whole = _COMMENT.sub(" ", sheet[:LARGEST_SHEET])
        found.take_shown(whole)
        for selectors, declarations in _rules(_AT_RULE.sub(" ", whole)):
            found.take(selectors, declarations)
    return found.styled()


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    for rule in sheet.split("}")[:-1]:
        selectors, _, declarations = rule.partition("{")
        yield selectors, declarations


class _Found:
    """What was found so far."""

    def __init__(self) -> None:
        self._styles: dict[str, set[Style]] = {}
        self._paragraphs: dict[str, set[Style]] = {}
        self._unseen: dict[str, set[str]] = {}
        self._shown: set[str] = set()
        self._lines: set[str] = set()
        self._edges: dict[str, Edges] = {}
        self._count = 0

    def styled(self) -> Styled:
        styles, paragraphs = map(_in_order, (self._styles, self._paragraphs))
        unseen = {name: frozenset(tags) for name, tags in self._unseen.items() if name not in self._shown}
        return Styled(styles, paragraphs, unseen, frozenset(self._lines), self._edges)

    def take_shown(self, sheet: str) -> None:
        """Takes the classes that are shown under some circumstances, as an answer is that was asked for."""
        if "none" not in sheet and "hidden" not in sheet:
            return
        for rule in sheet.split("}")[:-1]:
            selectors, _, declarations = rule.rpartition("{")
            said = _shown_as(declarations)
            if _UNSEEN.isdisjoint(said) and any(what in ("display", "visibility") for what, _ in said):
                self._shown.update(name.lower() for name in _CLASS.findall(selectors))

    def take(self, selectors: str, declarations: str) -> None:
        """Takes what a rule says of classes."""
        self._count += 1
        said, shown, edges = _said(declarations), _shown_as(declarations), _edges(declarations, self._count)
        if not (said or shown or edges):
            return
        for selector in selectors.split(","):
            named = _SELECTOR.fullmatch(selector)
            if named:
                self._take_class(named[2].lower(), (named[1] or "").lower(), said, shown)
            last = _LAST_CLASS.search(selector) if edges else None
            if last:
                name = last[1].lower()
                self._edges[name] = self._edges.get(name, Edges())._replace(**edges)

    def _take_class(
        self, name: str, tag: str, said: Mapping[Style, bool], shown: frozenset[tuple[str, str]]
    ) -> None:
        if said and tag in _OF_PARAGRAPHS:
            _apply(said, self._paragraphs.setdefault(name, set()))
        if tag in _OF_WORDS:
            _apply(said, self._styles.setdefault(name, set()))
            if ("display", "block") in shown and _OUT_OF_LINE.isdisjoint(shown):
                self._lines.add(name)
        if not _UNSEEN.isdisjoint(shown):
            self._unseen.setdefault(name, set()).add(tag)


def styles_said(
    classes: Iterable[str], styles: Mapping[str, tuple[Style, ...]], declarations: str
) -> list[Style]:
    """How something of these classes is set, of which its own declarations may say something else."""
    found = {style for name in classes if name in styles for style in styles[name]}
    if declarations:
        _apply(_said(declarations), found)
    return sorted(found)


def _in_order(found: Mapping[str, set[Style]]) -> dict[str, tuple[Style, ...]]:
    return {name: tuple(sorted(styles)) for name, styles in found.items() if styles}


@lru_cache(maxsize=2000)
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


def _shown_as(declarations: str) -> frozenset[tuple[str, str]]:
    """What is said of how something is shown."""
    return frozenset((what.lower(), how.lower()) for what, how in _SHOWING.findall(declarations))


def _edges(declarations: str, count: int) -> dict[str, tuple[int, float]]:
    """By how much a first line is set in by its margin, its padding and its own indent."""
    found: dict[str, tuple[int, float]] = {}
    for what, _, value in _EDGE.findall(declarations):
        lengths = _LENGTH.findall(value)[: len(_LEFT)]
        if lengths:
            number, unit = lengths[_LEFT[len(lengths) - 1]]
            found[what.lower()] = (count, float(number) * _EMS.get(unit.lower(), 0.0))
    return found
