"""Months: their names in many languages, and the order of a short date there."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from companion import resources


class MonthNames(NamedTuple):
    """The names of one language, in small letters, with their numbers; `full` ones may stand by
    themselves."""

    order: str
    numbers: dict[str, int]
    full: frozenset[str]


_NONE = MonthNames("dmy", {}, frozenset())
_SHORTEST_FULL = 3
_WRITTEN_AS = {"nb": "no", "nn": "no"}


@lru_cache(maxsize=64)
def month_names(language: str) -> MonthNames:
    """The names of the months in a language of two letters; none where it is not in the list."""
    language = _WRITTEN_AS.get(language, language)
    for line in resources.text("words", "months.txt").splitlines():
        if line.startswith(f"{language}\t"):
            return _read(line)
    return _NONE


def _read(line: str) -> MonthNames:
    _, order, months = line.split("\t")
    numbers: dict[str, int] = {}
    full = set()
    for number, forms in enumerate(months.split(";"), 1):
        names = forms.lower().split("|")
        numbers |= dict.fromkeys(names, number)
        full |= {name for name in names if len(name) > _SHORTEST_FULL or name == names[0]}
    return MonthNames(order, numbers, frozenset(full))
