"""Candidates: the runs of words in a text that may be a term, each with all its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.extraction.glossary.words import Words

Place = tuple[int, int]
"""The first word of a candidate, and the one after its last."""

_RUN = re.compile(r"(?:[lCy]|F(?=C)|N(?=[ly]))(?:[lCy]|s(?=[lCy])|(?<=C)[dF]|(?<=l)N(?=l))*")
_NAME = re.compile(r"[CF][CFsd]{0,5}(?:(?:ot?|P|n|ont)[CF][CFd]{0,5}){1,3}")
_OF = re.compile(r"(?<=[lCy])o(?=[lCyd])")
_LONGEST, _LONGEST_NAME = 4, 8


def candidates(words: Words) -> dict[str, list[Place]]:
    """The places of each candidate by its plain form, in the order of the text."""
    found: dict[str, list[Place]] = {}
    signs, plain = words.signs, words.plain

    def add(start: int, end: int) -> None:
        key = plain[start] if end == start + 1 else " ".join(plain[start:end])
        places = found.get(key)
        if places is None:
            found[key] = [(start, end)]
        else:
            places.append((start, end))

    for run in _RUN.finditer(signs):
        first, last = run.span()
        if last == first + 1:
            add(first, last)
            continue
        is_name = run[0].strip("CsdF") == ""
        if is_name and _LONGEST < last - first <= _LONGEST_NAME:
            add(first, last)
        for start in range(first, last):
            if signs[start] in "sd":
                continue
            for end in range(start + 1, min(last, start + _LONGEST + ("s" in signs[start : start + 4])) + 1):
                if signs[end - 1] == "s" or (is_name and end < last and end > start + 1):
                    continue
                add(start, end)
    for name in _NAME.finditer(signs):
        add(*name.span())
    for of in _OF.finditer(signs):
        at = of.start()
        if signs[at - 1] != "C" or signs[at + 1] != "C":
            add(at - 1, at + 2)
            if signs[at + 2 : at + 3] in ("l", "y", "C"):
                add(at - 1, at + 3)
    for key, places in found.items():
        if len(places) > 1 and " " in key:
            found[key] = sorted(set(places))
    return found
