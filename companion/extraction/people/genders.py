"""Genders: what "he" and "she" behind a bare name tell of its bearer, whatever the lists of names say."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import gender_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


_LOOKED_AT, _ENOUGH, _AGAINST = 60, 12, 2
"""Places of a person that are looked at, pronouns that are enough, and how many bear out what is known."""

_FEW, _SOME, _MOSTLY = 2, 5, 0.75
"""So few must all tell the same, of so many such a share, and of twice as many where names tell otherwise. Of
persons with a title 92 and 97 in a hundred are told rightly so."""


def tell_genders(text: str, names: Sequence[Name], handles: Iterable[Handle]) -> None:
    """Set the gender of those of the `handles` of an English text that are one name without a title.

    It is set only where it is not the one that the lists of first names have, and is beyond doubt.
    """
    for handle in handles:
        if handle.lone and not handle.titles and handle.count >= _LEAST:
            handle.gender = _told(text, names, handle.places, gender_of(handle.lone))


def surer_gender(text: str, names: Sequence[Name], places: Sequence[int], known: str) -> str:
    """The gender that "he" and "she" behind a person's `places` in `names` tell, if it is surer than `known`.

    `known` is what names tell, "" for nothing: who is called Jean may be of either gender.
    """
    men = women = 0
    for told in islice(_pronouns(text, names, places[:_LOOKED_AT]), _ENOUGH):
        men, women = men + (told == "m"), women + (told == "f")
        if known and (men if known == "m" else women) > _AGAINST:
            return known
    total, most = men + women, max(men, women)
    needed = 2 if known else 1
    is_told = most == total >= needed * _FEW or (total >= needed * _SOME and most >= _MOSTLY * total)
    return ("m" if men > women else "f") if is_told else known


def _pronouns(text: str, names: Sequence[Name], places: Sequence[int]) -> Iterator[str]:
    """What is told behind each of the `places` that tells anything: "m" or "f"."""
    for place in places:
        end = names[place + 1].start if place + 1 < len(names) else len(text)
        found = _HE_OR_SHE.match(text, names[place].end, end)
        if found:
            yield "m" if found["m"] else "f"


def _told(text: str, names: Sequence[Name], places: Sequence[int], known: str) -> str:
    first = list(_pronouns(text, names, places[:_FIRST]))
    if known and first.count(known) > _DOUBTED * len(first):
        return ""
    pronouns = [*first, *_pronouns(text, names, places[_FIRST:_MOST])]
    men = pronouns.count("m")
    women = len(pronouns) - men
    told = "m" if men > women else "f"
    is_sure = men + women >= _LEAST and max(men, women) >= _SURE * (men + women)
    return told if is_sure and told != known else ""
