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


@cache
def roles() -> Mapping[str, str]:
    """Words for what somebody is, in small letters, with the gender each tells: "m", "f" or ""."""
    return {word: gender for group, word, gender in _words() if group != "any"}


@cache
def person_words() -> Mapping[str, str]:
    """All words for a single person, those of kinship and general ones included, with the gender each tells."""
    general = {
        "man": "m", "boy": "m", "fellow": "m", "lad": "m", "gentleman": "m", "fiancé": "m",
        "woman": "f", "girl": "f", "lass": "f", "fiancée": "f",
    }  # fmt: skip
    return {word: gender for _, word, gender in _words()} | KIN | general


def _words() -> list[tuple[str, str, str]]:
    found = []
    for line in resources.text("words", "roles.txt").splitlines():
        group, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            gender = group if group in ("m", "f") else ""
            found += [(group, word, gender) for word in words.split()]
    return found
