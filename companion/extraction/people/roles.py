"""Roles: the words that say what somebody is, does or holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

KIN = {
    "husband": "m", "wife": "f", "widow": "f", "widower": "m", "son": "m", "daughter": "f", "father": "m", "mother": "f",
    "brother": "m", "sister": "f", "uncle": "m", "aunt": "f", "nephew": "m", "niece": "f", "cousin": "", "grandson": "m",
    "granddaughter": "f", "grandfather": "m", "grandmother": "f", "stepson": "m", "stepdaughter": "f", "stepfather": "m",
    "stepmother": "f", "half-brother": "m", "half-sister": "f", "brother-in-law": "m", "sister-in-law": "f", "son-in-law": "m",
    "daughter-in-law": "f", "father-in-law": "m", "mother-in-law": "f", "fiancé": "m", "fiancée": "f", "godfather": "m", "godmother": "f",
    "godson": "m", "goddaughter": "f", "guardian": "", "ward": "", "twin": "", "stepbrother": "m", "stepsister": "f",
}  # fmt: skip
"""Words of kinship, each with the gender it tells: "m", "f" or "" for neither."""


GENERAL = {
    "man": "m", "boy": "m", "fellow": "m", "lad": "m", "gentleman": "m", "woman": "f", "girl": "f", "lass": "f", "child": "",
    "person": "", "youth": "", "baby": "", "infant": "", "adult": "", "teenager": "", "youngster": "", "figure": "", "friend": "",
    "lover": "", "sweetheart": "", "neighbour": "", "neighbor": "", "guest": "", "stranger": "", "visitor": "", "companion": "",
    "acquaintance": "",
}  # fmt: skip
"""Words for a person that tell little of what somebody does, each with the gender it tells."""


@cache
def roles() -> Mapping[str, str]:
    """Words for what somebody is, in small letters, with the gender each tells: "m", "f" or ""."""
    return dict(_words())


@cache
def person_words() -> Mapping[str, str]:
    """All words for a single person, those of kinship and general ones included, with the gender each tells."""
    known = {word: gender for word, gender in _words() if word not in _OTHER_MEANINGS}
    return known | KIN | GENERAL


_OTHER_MEANINGS = frozenset(
    "head chair private major model chief conservative liberal champion native coach cook hand runner host conductor tenor minister "
    "executive performer racer minor second".split()
)
"""Words of roles that more often mean something else where nothing tells."""


def _words() -> list[tuple[str, str]]:
    found = []
    for line in resources.text("words", "roles.txt").splitlines():
        group, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found += [(word, group.strip("-")) for word in words.split()]
    return found
