"""Abbreviations: the short forms that a text introduces, each with the words it stands for."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.extraction.glossary.alignment import align
from companion.extraction.glossary.far_expansions import far_expansions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.extraction.source import Source


class Abbreviation(NamedTuple):
    """A short form and the long form it stands for, as written, and where the text ties them together.

    `fit` tells how well the letters agree, 1 being perfectly. `is_far` is true where the two stand apart.
    """

    short: str
    long: str
    short_span: Span
    long_span: Span
    fit: float
    is_far: bool = False


_FURTHEST = 220
"""Characters before a bracket in which the long form is looked for."""

_OPENING = re.compile(r"[(\[](?![(\[]{2})")
_SIMPLE = re.compile(r"[^()\[\]\n]{0,200}[)\]]")
_BREAK = re.compile(r"\n|(?<=\s)[(\[](?:[^()\[\]]*[)\]]-?)?|; |(?<=[^A-Z\s][.!?]) (?=[A-Z])|[“”\"]")
"""What no long form reaches over."""

_PIECE = re.compile(r"\s*[;,=:]\s|\s(?:or|and|from|in|for)\s|\s=\s?")
_LAST_PIECE = re.compile(r"[;,] (?:or )?([A-Z][\w.\-]{1,9})\Z")
_MARKS = " \t\n“”‘’\"'*_.,;:"
_SHORT = re.compile(r"[^\W_][\w.\-+/&*,'’()\[\]]*(?: [^\W_][\w.\-+/&*'’()]*)?|[(\[][^\s()\[\]]+[)\]]\w{1,3}")
_LEAST_FIT, _LEAST_SMALL, _LEAST_AFTER = 0.4, 0.9, 0.75
_CHEMICAL = re.compile(r"(?:(?:[\d,'’()]+|[A-Z]|[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta)-)+\Z")
_LAST_SHORT = re.compile(r"(?:\A|[\s“\"])([^\W\d_][\w.\-/&]{1,11})[”\"]?\s*\Z")
_MOST_CAPITALS = 20_000
"""Words in capitals that are looked at: a text all in capitals has no abbreviations."""

_SMALL = (
    "a am an and as at be by can do for go he her him his i if in is it me my no not of on or our see she "
    "sic so the them they to up us was we who yes you"
)
_COMMON = frozenset(_SMALL.split())

_CAPITALS = re.compile(r"[A-Z](?<![\w’'-][A-Z])(?=[A-Z]|[.&][A-Z])[A-Z0-9.&]{1,9}s?(?![\w’'-]*\w)")
_OR = re.compile(r"(?:,? or(?: the)?|,) \Z")
_SHORTLY = re.compile(r",? (?:for short|in short)|,|\)")
_STANDS = re.compile(
    r"(?:,? (?:stands|stood|standing|short) for| means|, or| ?[:=—–] ?|, )(?:the |an? |[“\"‘])?(?=[A-Z])"
)
_LONG_AFTER = re.compile(
    r"[A-Z][\w’'.-]*(?: (?:(?:of|for|the|and|in|on|to|with|de|du|des|&) ){0,2}[A-Z][\w’'-]*){1,9}"
)


def find_abbreviations(source: Source) -> list[Abbreviation]:
    """The abbreviations of the text with their long forms, each pair once, in the order of the text."""
    text = source.text
    found: dict[tuple[str, str], Abbreviation] = {}
    shorts = _capitals(text)
    for pair in (*_in_brackets(text), *_beside(text, shorts)):
        key = (re.sub(r"[\s.]", "", pair.short), _folded(pair.long))
        known = found.get(key)
        if known is None or pair.short_span < known.short_span:
            found[key] = pair
    near = sorted(found.values(), key=lambda pair: pair.short_span)
    far = (
        Abbreviation(*pair, 1.0, True) for pair in far_expansions(text, shorts, {pair.short for pair in near})
    )
    return sorted([*near, *far], key=lambda pair: pair.short_span)


def _folded(long: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", long.lower()).strip()


def _in_brackets(text: str) -> Iterator[Abbreviation]:
    """Long (SHORT), SHORT (long) and (long, SHORT)."""
    for bracket in _OPENING.finditer(text):
        inside = Span(bracket.end(), _closing(text, bracket.start()))
        if inside.end < inside.start:
            continue
        first = _PIECE.split(text[inside.start : inside.end], maxsplit=1)[0]
        pair = None
        if len(first) <= 24 and first:
            pair = _before(text, bracket.start(), _trimmed(text, inside.start, inside.start + len(first)))
        last = _LAST_PIECE.search(text, inside.start, inside.end)
        if pair is None and last:
            pair = _before(text, bracket.start(), _trimmed(text, last.start(1), inside.end))
        if pair is None and len(first) > 4:
            pair = _within(text, bracket.start(), inside, len(first))
        if pair is not None:
            yield pair


def _closing(text: str, opening: int) -> int:
    """Where the bracket closes that opens at `opening`; -1 when it doesn't soon."""
    simple = _SIMPLE.match(text, opening + 1)
    if simple:
        return simple.end() - 1
    depth = 0
    for place in range(opening, min(len(text), opening + _FURTHEST)):
        sign = text[place]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
            if not depth:
                return place
        elif sign == "\n":
            break
    return -1


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without marks and blanks round it; a full stop within an abbreviation stays."""
    dotted = text[start:end].rstrip(' ”"').endswith(".") and text.find(".", start, end - 1) >= 0
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS and not (dotted and text[end - 1] == "."):
        end -= 1
    return Span(start, end)


def _is_short(form: str) -> bool:
    """Whether `form` looks like an abbreviation."""
    signs = sum(map(str.isalnum, form))
    if not 1 <= signs <= 11 or not any(map(str.isalpha, form)) or not _SHORT.fullmatch(form):
        return False
    if signs == 1:
        return form[0].isupper()
    return form not in _COMMON


def _before(text: str, end: int, short: Span) -> Abbreviation | None:
    """The pair of the short form and the words that end at `end`."""
    form = text[short.start : short.end]
    if not form or not _is_short(form):
        return None
    window = _window(text, end, form)
    found = align(form, text[window.start : window.end])
    least = _LEAST_SMALL if form.islower() else _LEAST_FIT
    if found is None or found.fit < least:
        return None
    start = window.start + found.start
    prefix = _CHEMICAL.search(text, max(0, start - 24), start)
    long = _trimmed(text, prefix.start() if prefix else start, window.end)
    words = text[long.start : long.end]
    if len(words) <= len(form) or form.lower() in words.lower().split():
        return None
    return Abbreviation(form, " ".join(words.split()), short, long, found.fit)


def _window(text: str, end: int, form: str) -> Span:
    """The words before `end` that a short form may stand for."""
    start = max(0, end - _FURTHEST)
    stretch = text[start:end].rstrip()
    cut = 0
    for mark in _BREAK.finditer(stretch):
        cut = mark.end()
    signs = sum(map(str.isalnum, form))
    words = stretch[cut:].rsplit(None, min(signs + 5, 2 * signs) + 2)
    if len(words) > min(signs + 5, 2 * signs) + 2:
        cut += len(words[0]) + 1
    return Span(start + cut, start + len(stretch))


def _within(text: str, bracket: int, inside: Span, first: int) -> Abbreviation | None:
    """SHORT (long), or (long, SHORT)."""
    before = _LAST_SHORT.search(text, max(0, bracket - 16), bracket)
    if before and sum(map(str.isupper, before[1])) * 2 >= len(before[1]) - 1 and _is_short(before[1]):
        pair = _long_at(text, Span(*before.span(1)), inside.start, inside.start + first)
        if pair is not None:
            return pair
    last = _LAST_PIECE.search(text, inside.start, inside.end)
    return _before(text, last.start(), Span(*last.span(1))) if last else None


_BEFORE_LONG = re.compile(r"(?:(?:the|an?) |[“\"‘])*", re.IGNORECASE)
"""What may stand before the first word that a short form is taken from."""


def _long_at(text: str, short: Span, start: int, end: int) -> Abbreviation | None:
    """The pair of a short form and the words of a span, of which the first must be taken from."""
    if lead := _BEFORE_LONG.match(text, start, end):
        start = lead.end()
    long = _trimmed(text, start, end)
    form, words = text[short.start : short.end], text[long.start : long.end]
    found = align(form, words) if words.count(" ") < 12 else None
    if found is None or found.start or found.fit < _LEAST_AFTER or len(words) <= len(form):
        return None
    return Abbreviation(form, " ".join(words.split()), short, long, found.fit)


def _capitals(text: str) -> list[Span]:
    """Where words stand that consist of capitals; none for a text that is all in capitals."""
    found = [Span(*word.span()) for word in islice(_CAPITALS.finditer(text), _MOST_CAPITALS)]
    return found if len(found) < _MOST_CAPITALS else []


def _beside(text: str, shorts: list[Span]) -> Iterator[Abbreviation]:
    """Long, or SHORT; long, SHORT, ...; SHORT, the Long; SHORT stands for Long; SHORT: Long."""
    for short in shorts:
        before = _OR.search(text, max(0, short.start - 9), short.start)
        pair = None
        if before and (before[0] != ", " or _SHORTLY.match(text, short.end)):
            pair = _before(text, before.start(), short)
        stands = None if pair else _STANDS.match(text, short.end)
        long = _LONG_AFTER.match(text, stands.end()) if stands else None
        if long:
            pair = _long_at(text, short, *long.span())
        if pair and pair.fit >= _LEAST_SMALL:
            yield pair
