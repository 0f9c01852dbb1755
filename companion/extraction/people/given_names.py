"""Given names: whether two may be the same person's, and the gender they tell."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.people.handles import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ENDINGS = ("ie", "ey", "y", "kin", "sy")
_FOREIGN_ENDINGS = ("ya", "ia", "ka", "sha")
"""Endings of pet names; of those in other languages, which tell nothing by themselves."""


_OF_PARTICLES = {
    **dict.fromkeys(("de", "du", "des", "d'", "le"), ("fr",)),
    **dict.fromkeys(("di", "da", "del", "della"), ("it",)),
    **dict.fromkeys(("van", "von", "der", "den", "ter", "ten"), ("de", "nl")),
}
"""The languages that particles of surnames tell."""


@cache
def _genders() -> Mapping[str, str]:
    surnames = {name: "" for name, (gender, _) in lexicon.names_abroad().items() if not gender}
    return {folded(name): gender for name, gender in {**lexicon.first_names(), **surnames}.items()}


@cache
def _nicknames() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for nickname, names in lexicon.nicknames().items():
        key = folded(nickname)
        found[key] = found.get(key, frozenset()).union(map(folded, names))
    return found


def is_first_name(name: str) -> bool:
    """Whether a folded name is a first name or a nickname that is known."""
    return name in _genders() or name in _nicknames()


def gender_of(given: str) -> str:
    """The gender that a folded given name tells: "m", "f" or ""."""
    told = _genders().get(given)
    if told is None:
        genders = {_genders().get(full, "") for full in _nicknames().get(given, ())}
        told = genders.pop() if len(genders) == 1 else ""
    return told


def gender_abroad(given: Sequence[str], *, particle: str, language: str) -> str:
    """The gender of folded given names in a text of a language, by its code, if another than in English.

    In an English text Jean is a man by a French `particle` before the surname ("Jean de Joinville"), or by a
    second name that only men bear ("Jean Joseph").
    """
    told, languages = lexicon.names_abroad().get(given[0], ("", frozenset()))
    if not told or language in languages:
        return told
    is_foreign = not languages.isdisjoint(_OF_PARTICLES.get(particle, ()))
    return told if is_foreign or any(gender_of(name) == told for name in given[1:]) else ""


@lru_cache(maxsize=65536)
def formal_names(given: str) -> frozenset[str]:
    """The name itself, those that it may be short for, and the first of two that a hyphen joins."""
    found = {given, *_nicknames().get(given, ()), given.partition("-")[0]}
    for ending in _ENDINGS:
        if given.endswith(ending) and len(given) - len(ending) >= 3:
            found.add(given[: -len(ending)])
    return frozenset(found)


def are_nicknames(one: str, other: str) -> bool:
    """Whether the two may be names of one who bears one of them: "loo" and "louisa", "kit" and "kitty"."""
    return one == other or not formal_names(one).isdisjoint(formal_names(other)) or _is_beginning(one, other)


def is_diminutive(one: str, other: str) -> bool:
    """Whether one is the nickname of the other for sure; not another form of it, as "Mary" is of "Maria"."""
    if one[:-1] == other[:-1] or _is_beginning(one, other):
        return True
    known = _nicknames()
    if one[:3] == other[:3] and one in known.get(other, ()) and other in known.get(one, ()):
        return False
    if one in formal_names(other):
        one, other = other, one
    if other not in formal_names(one):
        return False
    return len(one) <= 4 or one.endswith(_ENDINGS + _FOREIGN_ENDINGS) or other.endswith(one)


def is_foreign_pet_name(one: str, other: str) -> bool:
    """Whether one of two names is a pet name by an ending that tells nothing by itself: "Masha", "Petya"."""
    pairs = ((one, other), (other, one))
    pet = [name for name, full in pairs if full in formal_names(name)] or [one, other]
    return any(len(name) > 4 and name.endswith(_FOREIGN_ENDINGS) for name in pet)


def _is_beginning(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return 3 <= len(short) < len(full) and full.startswith(short)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names are equal as far as both go: "J. R." and "John", "Mary Ann" and "Mary"."""
    if not one or not other:
        return not one and not other
    if all(_same(a, b) for a, b in zip(one, other, strict=False)):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(short[0]) > 1 and short[0] in long


def _same(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other
