"""List items in a plain text: told by their signs, and by standing one after the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.layout import indent_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pieces import Piece

_BULLET = re.compile(r"[-*•·◦▪‣](?=[ \t])|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)](?=[ \t])")
_DOTS = frozenset("-*•·◦▪‣")
_OPENINGS = frozenset("-*•·◦▪‣(0123456789abcdefghijklmnopqrstuvwxyz")
_DEEPEST = 5
_MOST_OPEN = 6  # different signs; a list goes on after the lists within it
_SPEECH = re.compile(r"[,.!?…] [-–—] ")


def bullet_of(line: str) -> str:
    """The sign with which a line begins as a list item does, such as ``-`` or ``3.``; else nothing."""
    stripped = line.lstrip()
    if not stripped or stripped[0] not in _OPENINGS:
        return ""
    found = _BULLET.match(stripped)
    return found[0] if found else ""


def item_lines(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines with which items begin, if the first line begins one.

    A line of an item may begin with a number or a dash by chance, where it was wrapped: the sign of a
    further item follows one before it, or opens a list within the list.
    """
    signs = {bullet_of(lines[0]): None}
    found, indent = [0], indent_of(lines[0])
    for number in range(1, len(lines)):
        sign = bullet_of(lines[number])
        deeper = indent_of(lines[number]) > indent
        if sign and (any(_succeeds(before, sign) for before in signs) or (deeper and _opens(sign))):
            _remember(signs, sign)
            found.append(number)
    return found


def mark(piece: Piece, bullet: str, text_after: int) -> None:
    """Makes the piece an item with the sign `bullet`, whose words begin at `text_after`."""
    piece.otherwise, piece.kind = piece.kind, BlockKind.ITEM
    piece.outset, piece.start = piece.start, text_after
    piece.marker = "•" if bullet in _DOTS else bullet


def settle(text: str, pieces: list[Piece]) -> None:
    """Makes paragraphs again of all pieces that look like items but stand in no list.

    A list has two items at least, with the same dot or with numbers one after the other. A dash that
    opens a speech, as in French or Russian novels, makes no list.
    """
    run: list[Piece] = []
    for piece in pieces:
        if piece.kind is BlockKind.ITEM:
            run.append(piece)
            continue
        _settle_run(text, run)
        run = []
    _settle_run(text, run)


def _settle_run(text: str, run: list[Piece]) -> None:
    """Divides items that stand one after the other into lists, and undoes those that are alone."""
    begun = 0
    signs: dict[str, None] = {}
    for index, piece in enumerate(run):
        if not (_opens(piece.marker) or any(_succeeds(before, piece.marker) for before in signs)):
            _settle_list(text, run[begun:index])
            begun, signs = index, {}
        _remember(signs, piece.marker)
    _settle_list(text, run[begun:])


def _remember(signs: dict[str, None], sign: str) -> None:
    """Puts `sign` last among the different signs met so far; the oldest is forgotten."""
    signs.pop(sign, None)
    signs[sign] = None
    if len(signs) > _MOST_OPEN:
        del signs[next(iter(signs))]


def _settle_list(text: str, items: list[Piece]) -> None:
    if len(items) < 2 or _is_speech(text, items):
        for piece in items:
            piece.without_marker()
        return
    indents = sorted({piece.indent for piece in items})
    for piece in items:
        piece.level = min(_DEEPEST, indents.index(piece.indent))


def _succeeds(before: str, sign: str) -> bool:
    """Whether an item with `sign` may come after one with the sign `before`."""
    if before in _DOTS or sign in _DOTS:
        return before == sign
    return _brackets(before) == _brackets(sign) and _number(sign) == _number(before) + 1


def _brackets(sign: str) -> str:
    return "".join(one for one in sign if not one.isalnum())


def _opens(sign: str) -> bool:
    return sign in _DOTS or sign.strip("().") in ("1", "a", "i")


def _number(marker: str) -> int:
    sign = marker.strip("().")
    if sign.isdecimal():
        return int(sign)
    if len(sign) == 1:
        return ord(sign)
    values = {"i": 1, "v": 5, "x": 10}
    numbers = [values.get(letter, 0) for letter in sign]
    return sum(-one if one < two else one for one, two in pairwise([*numbers, 0]))


def _is_speech(text: str, run: list[Piece]) -> bool:
    if any(text[piece.outset] != "-" for piece in run):
        return False
    return any(_SPEECH.search(text, piece.start, piece.end) for piece in run)
