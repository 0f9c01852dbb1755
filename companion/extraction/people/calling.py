"""Calling: whether a name in direct speech calls upon somebody, and who is there to be called."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names import Name

_FAR = 1500
"""How many code points round a call somebody who is there is looked for."""

_NEAR = 400
"""Who is named so many code points away counts half of one who is named just there."""

_MOST = 4
"""How many names of one are looked at before the call, and behind it."""

_LONGEST = 1500
"""How many code points back the beginning of a paragraph is looked for."""

_OPENING = frozenset("\"“‘'—-")


def is_call(text: str, name: Name) -> bool:
    """Whether a name stands in direct speech, parted by signs from the sentence, so that it calls."""
    after = name.after[:1]
    if not (name.before == "," or name.before in _OPENING) or (after and after not in ",;"):
        return False
    return not name.is_possessive and is_spoken(text, name.start)


def is_spoken(text: str, place: int) -> bool:
    """Whether direct speech goes on at `place`, by the quotation marks of its paragraph before it."""
    start = max(text.rfind("\n\n", max(0, place - _LONGEST), place), place - _LONGEST, 0)
    opened, closed = text.rfind("“", start, place), text.rfind("”", start, place)
    if opened >= 0 or closed >= 0:
        return opened > closed
    if text.find('"', start, place) >= 0:
        return text.count('"', start, place) % 2 == 1
    opened = text.rfind("‘", start, place)
    return opened >= 0 and not any(text.find(f"{sign}’", opened, place) >= 0 for sign in ",.!?—")


def presence(text: str, place: int, sure: Sequence[int], names: Sequence[Name]) -> float:
    """How near to the call at `place` one is named outside speech, from 0 to 1, and not as the one who calls.

    `sure` are the places, in order, at which this one surely is meant; all places are indexes of `names`.
    """
    call = names[place]
    at = bisect_left(sure, place)
    best = 0.0
    for other in sure[max(0, at - _MOST) : at + _MOST]:
        name = names[other]
        away = call.start - name.end if other < place else name.start - call.end
        if away > _FAR or 1 / (1 + away / _NEAR) <= best:
            continue
        if not is_spoken(text, name.start) and not _speaks_there(text, name, call):
            best = 1 / (1 + away / _NEAR)
    return best


def _speaks_there(text: str, name: Name, call: Name) -> bool:
    """Whether one says, in the paragraph of the call, what calls."""
    saying = lexicon.group("saying")
    if name.before not in saying and name.after not in saying:
        return False
    first, last = sorted((name, call))
    return text.find("\n\n", first.end, last.start) < 0
