"""Lexicon: the word lists of `resources/words`, each loaded once, when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Title(NamedTuple):
    """What a title tells of the one who bears it.

    `gender` is "m", "f" or "" for neither; `names` is the name that follows when only one does: "given",
    "surname" or "either".
    """

    gender: str
    names: str


def _lines(*names: str) -> Iterator[str]:
    for name in names:
        for line in resources.text("words", f"{name}.txt").splitlines():
            if line and not line.startswith("#"):
                yield line


@cache
def titles() -> Mapping[str, Title]:
    """Titles, ranks and words of kinship, in small letters and without a full stop."""
    rows = (line.split() for line in _lines("titles"))
    return {word: Title(gender.strip("-"), names) for word, gender, names in rows}


@cache
def first_names() -> Mapping[str, str]:
    """First names and nicknames in small letters, with the gender they tell: "m", "f" or "" for either."""
    rows = (line.split() for line in _lines("world_first_names", "first_names", "more_first_names"))
    return {word: gender.strip("-") for word, gender in rows}


@cache
def names_abroad() -> Mapping[str, tuple[str, frozenset[str]]]:
    """First names in small letters that tell another gender abroad, or none: it, and the languages' codes."""
    rows = (line.split() for line in _lines("first_names_abroad"))
    return {name: (gender.strip("-"), frozenset(languages)) for name, gender, *languages in rows}


@cache
def english_first_names() -> frozenset[str]:
    """Those of the first names that are borne in English speaking countries."""
    return frozenset(line.split()[0] for line in _lines("first_names"))


@cache
def surnames() -> Mapping[str, int]:
    """Surnames in small letters with their rank: 0 for the commonest, the last for all foreign ones."""
    found = {name: rank for rank, name in enumerate(_lines("surnames"))}
    found.update(dict.fromkeys(_lines("world_surnames"), len(found)))
    return found


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """For a nickname in small letters the first names it may stand for ("lizzy": elizabeth, eliza)."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("nicknames", "more_nicknames"):
        nickname, *names = line.split()
        found[nickname] = found.get(nickname, frozenset()).union(names)
    return found


@cache
def well_known() -> frozenset[str]:
    """Names by which well-known people are called by one word, in small letters ("shakespeare")."""
    return frozenset(word for line in _lines("well_known") for word in line.split())


@cache
def places() -> Mapping[str, int]:
    """Places in small letters with their rank: countries and regions come first, small towns last."""
    found = {name: rank for rank, name in enumerate(_lines("places"))}
    found.update(dict.fromkeys(_lines("more_places"), 0))
    return found


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples and faiths in small letters ("french", "frenchman", "russians")."""
    return frozenset(_lines("demonyms"))


@cache
def frequencies() -> Mapping[str, int]:
    """How common an English word in small letters is: the logarithm of its number in 10^9 words (Zipf scale).

    Whole numbers, from 3 (once in a million) to 7; a rarer word is missing.
    """
    found: dict[str, int] = {}
    for line in _lines("frequencies"):
        zipf, _, words = line.partition(" ")
        found.update(dict.fromkeys(words.split(), int(zipf)))
    return found


@cache
def group(name: str) -> frozenset[str]:
    """The words of the group `name` in ``resources/words/groups.txt``; KeyError when there is none."""
    return _groups()[name]


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("groups"):
        name, _, words = line.partition(":")
        found.setdefault(name, set()).update(words.split())
    return {name: frozenset(words) for name, words in found.items()}


class PartsOfSpeech(NamedTuple):
    """English words that are no noun, by what they are, and the nouns that do not look like one."""

    adjectives: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    past: frozenset[str]
    nouns: frozenset[str]


@cache
def parts_of_speech() -> PartsOfSpeech:
    """Adjectives, the base forms of verbs, adverbs that do not end in "-ly", irregular past tenses and
    participles, and the nouns in "-ing", "-ed" and "-ly"; all in small letters."""
    found: dict[str, set[str]] = {}
    for line in _lines("parts_of_speech"):
        name, _, words = line.partition(":")
        found.setdefault(name, set()).update(words.split())
    return PartsOfSpeech(*(frozenset(found[name]) for name in PartsOfSpeech._fields))
