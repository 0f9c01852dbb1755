"""Joining: several tellings of one event are brought together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.dates import Precision
from companion.extraction.grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.extraction.timeline.telling import Telling

_WORD = re.compile(r"[^\W\d_][\w’'-]+|\d+")
_EMPTY = (
    AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | {"to", "not", "he", "she", "it", "they", "also"}
)
_SAME_DATE, _OTHER_DATE = 0.5, 0.75
"""The part of the shorter title's words that two tellings share with one date, and with one in the other."""
_NEAR = 40
"""How many of the tellings last begun are compared with another."""


def joined(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """The `tellings`, which are sorted by date, in groups of one event each; the best stands first."""
    groups: list[list[Telling]] = []
    bags: list[frozenset[str]] = []
    for telling in tellings:
        bag = _bag(telling)
        for number in range(len(groups) - 1, max(-1, len(groups) - 1 - _NEAR), -1):
            if _is_same(groups[number][0], bags[number], telling, bag):
                groups[number].append(telling)
                break
        else:
            groups.append([telling])
            bags.append(bag)
    for group in groups:
        group.sort(key=_preference)
    groups.sort(key=lambda group: (group[0].date, group[0].phrase))
    return groups


def _is_same(one: Telling, bag: frozenset[str], other: Telling, words: frozenset[str]) -> bool:
    fewer = min(len(bag), len(words))
    if fewer < 2:
        return one.date == other.date and bag == words
    shared = len(bag & words) / fewer
    if one.date == other.date:
        return shared >= _SAME_DATE and (one.date.edtf.startswith("[") or _share_entries(one, other))
    if not (_holds(one, other) or _holds(other, one)):
        return False
    return fewer >= 3 and shared >= _OTHER_DATE and _share_entries(one, other)


def _share_entries(one: Telling, other: Telling) -> bool:
    """Whether they name somebody or something in common, or one of them names nothing."""
    first, second = {*one.people, *one.terms}, {*other.people, *other.terms}
    return not first or not second or bool(first & second)


def _holds(one: Telling, other: Telling) -> bool:
    """Whether the date of the one is within that of the other, which is a year at most."""
    exact = (Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
    return (
        one.date.precision in exact
        and one.date.earliest <= other.date.earliest
        and other.date.latest <= one.date.latest
    )


def _preference(telling: Telling) -> tuple[float, float, int]:
    """The most exact date first, then the surest, then the first in the text."""
    return (telling.date.latest - telling.date.earliest, -telling.confidence, telling.phrase.start)


def _bag(telling: Telling) -> frozenset[str]:
    """The words of a title that say something, cut to their stems."""
    return frozenset(
        word.lower().removesuffix("’s").removesuffix("'s")[:6]
        for word in _WORD.findall(telling.title)
        if word.lower() not in _EMPTY
    )
