"""Roles: the words that say what somebody is, does or holds, or is to another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Kin(NamedTuple):
    """A word of kinship: the `gender` it tells ("m", "f" or ""), what a man and what a woman is in return,
    and the gender of the `other` where the word tells it ("wife": "m")."""

    gender: str
    man: str
    woman: str
    other: str


@cache
def kin() -> Mapping[str, Kin]:
    """Words of kinship in small letters; friends are among them."""
    rows = (line.split() for line in _lines("kin"))
    return {word: Kin(*(part.strip("-") for part in parts)) for word, *parts in rows}


@cache
def roles() -> Mapping[str, str]:
    """Words for what somebody is, in small letters, with the gender each tells: "m", "f" or ""."""
    return _groups()[""]


@cache
def group(name: str) -> Mapping[str, str]:
    """The words of a group of ``resources/words/roles.txt`` with the gender each tells: "m", "f" or "".

    KeyError when there is none of that name.
    """
    return _groups()[name]


@cache
def person_words() -> Mapping[str, str]:
    """All words for a single person, those of kinship included, with the gender each tells."""
    unsure = group("unsure")
    known = {word: gender for word, gender in roles().items() if word not in unsure}
    return known | {word: one.gender for word, one in kin().items()} | dict(group("general"))


@cache
def _groups() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in _lines("roles"):
        label, _, words = line.partition(":")
        name, _, gender = label.rpartition(" ")
        found.setdefault(name, {}).update(dict.fromkeys(words.split(), gender.strip("-")))
    return found


def _lines(name: str) -> Iterator[str]:
    for line in resources.text("words", f"{name}.txt").splitlines():
        if line and not line.startswith("#"):
            yield line
