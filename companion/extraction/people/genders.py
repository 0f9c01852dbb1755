"""Genders: what "he" and "she" behind a bare name tell of its bearer, whatever the lists of names say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import gender_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.handles import Handle

_HE_OR_SHE = re.compile(
    r"[^\"“”‘\n]{0,120}?\b(?:(?P<m>[Hh]e|[Hh]is|[Hh]im(?:self)?)|[Ss]he|[Hh]er(?:s|self)?)\b"
)
"""A word for the bearer of a name not far behind it, and no quotation mark between: "Go, Ann," he said."""

_FIRST, _DOUBTED = 24, 0.5
"""At so many places is looked first, and at more if so large a share does not agree with the lists."""

_MOST, _LEAST, _SURE = 200, 20, 0.8
"""Places of a name that are looked at; so many of them must tell something, and such a share the same."""


def tell_genders(text: str, names: Sequence[Name], handles: Iterable[Handle]) -> None:
    """Set the gender of those of the `handles` of an English text that are one name without a title.

    It is set only where it is not the one that the lists of first names have, and is beyond doubt.
    """
    for handle in handles:
        if handle.lone and not handle.titles and handle.count >= _LEAST:
            handle.gender = _told(text, names, handle.places, gender_of(handle.lone))


def _told(text: str, names: Sequence[Name], places: Sequence[int], known: str) -> str:
    men = women = 0
    for number, place in enumerate(places[:_MOST]):
        if number == _FIRST and known and (men if known == "m" else women) > _DOUBTED * (men + women):
            return ""
        end = names[place + 1].start if place + 1 < len(names) else len(text)
        found = _HE_OR_SHE.match(text, names[place].end, end)
        if found:
            men, women = men + (found["m"] is not None), women + (found["m"] is None)
    told = "m" if men > women else "f"
    is_sure = men + women >= _LEAST and max(men, women) >= _SURE * (men + women)
    return told if is_sure and told != known else ""
