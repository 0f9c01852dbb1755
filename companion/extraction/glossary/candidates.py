"""Candidates: the runs of words in a text that may be a term, each with all its places."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.extraction.glossary.words import Words

Place = tuple[int, int]
"""The first word of a candidate, and the one after its last."""

_RUN = re.compile(
    r"(?:[ljGCy]|V(?=[ljGCy])|F(?=C)|N(?=[ljy]))(?:[ljGCy]|s(?=[ljGCy])|(?<=C)[dF]|(?<=l)N(?=l))*"
)
_NAME = re.compile(r"[CF][CFsd]{0,5}(?:(?:ot?|P|n|ont)[CF][CFd]{0,5}){1,3}")
_OF = re.compile(r"(?<=[lGCy])o(?=[ljVGCyd])")
_NO_START = "sd"
_NO_ENDS = frozenset({*"sV", *(f"{before}j" for before in "ljVGysdFN")})
"""With these signs no candidate ends: of several words, only a name ends in an adjective ("Homo sapiens")."""
_LONGEST, _LONGEST_NAME = 4, 8


def candidates(words: Words) -> dict[str, list[Place]]:
    """The places of each candidate by its plain form, in the order of the text."""
    found: dict[str, list[Place]] = defaultdict(list)
    signs, plain = words.signs, words.plain
    for run in _RUN.finditer(signs):
        first, last = run.span()
        if last - first <= 2:
            if signs[first] != "V":
                found[plain[first]].append((first, first + 1))
            if last - first == 2:
                if signs[first:last] not in _NO_ENDS:
                    found[f"{plain[first]} {plain[first + 1]}"].append((first, last))
                if signs[first + 1] not in _NO_START:
                    found[plain[first + 1]].append((first + 1, last))
            continue
        for place in _within(signs, first, last):
            found[" ".join(plain[slice(*place)])].append(place)
    for place in _linked(signs):
        found[" ".join(plain[slice(*place)])].append(place)
    for key, places in found.items():
        if len(places) > 1 and " " in key:
            found[key] = sorted(set(places))
    return dict(found)


def _within(signs: str, first: int, last: int) -> Iterator[Place]:
    """The places within a run of three words or more; of a run of capitals only its ends and single words."""
    is_name = signs[first:last].strip("CsdF") == ""
    if is_name and _LONGEST < last - first <= _LONGEST_NAME:
        yield first, last
    for start in range(first, last):
        if signs[start] in _NO_START:
            continue
        for end in range(start + 1, min(last, start + _LONGEST + ("s" in signs[start : start + 4])) + 1):
            if not _ends_badly(signs[start:end]) and not (is_name and start + 1 < end < last):
                yield start, end


def _ends_badly(signs: str) -> bool:
    return signs[-1] in _NO_ENDS or signs[-2:] in _NO_ENDS


def _linked(signs: str) -> Iterator[Place]:
    """Names with small words in them ("Bank of the West"), and other words with an "of"."""
    for name in _NAME.finditer(signs):
        yield name.span()
    for of in _OF.finditer(signs):
        at = of.start()
        if signs[at - 1] != "C" or signs[at + 1] != "C":
            if signs[at + 1] not in "jV":
                yield at - 1, at + 2
            if signs[at + 2 : at + 3] in ("l", "y", "C"):
                yield at - 1, at + 3
