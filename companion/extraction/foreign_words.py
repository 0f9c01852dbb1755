"""Foreign words: what is known of a language other than English, by which its names are told."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from companion import resources
from companion.core.language import common_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignWords:
    """The words of one language, in small letters; what a language does not have, or nobody wrote, is empty.

    `small` begin a sentence and are no part of a name, `nouns` have a capital and name nobody ("Gott").
    `articles` stand before common nouns, and before names too if `named_with_article`. `particles` are inside
    names ("von"), `places` before places. `saying` are verbs of saying, `verbs` others that people do.
    `titles` give for each form of a title the usual one. `elisions` are written together with a name, with
    an apostrophe ("l"). `genitives` are endings of the genitive, `cases` the endings of one name in all its
    cases, that of the nominative first, and `sure_cases` those where the nominative need not be in the text.
    `known_places` are countries and large towns. `noun_endings` are those of common nouns, which have
    capitals where `nouns_have_capitals`.
    """

    small: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    known_places: frozenset[str] = frozenset()
    genitives: tuple[str, ...] = ()
    sure_cases: tuple[tuple[str, ...], ...] = ()
    cases: tuple[tuple[str, ...], ...] = ()
    noun_endings: tuple[str, ...] = ()
    nouns_have_capitals: bool = False
    named_with_article: bool = False


@cache
def foreign_words(language: str) -> ForeignWords:
    """The words of a language of two letters; of one without a file only its commonest words."""
    common = common_words(language)
    name = f"language_{language}.toml"
    if name not in resources.names("words"):
        return ForeignWords(small=common)
    written = tomllib.loads(resources.text("words", name))
    return ForeignWords(
        small=common | _words(written, "small"),
        titles=_titles(written.get("titles", "")),
        cases=_cases(written.get("cases", ())),
        sure_cases=_cases(written.get("sure_cases", ())),
        known_places=frozenset(written.get("known_places", "").split("; ")),
        nouns_have_capitals=written.get("nouns_have_capitals", False),
        named_with_article=written.get("named_with_article", False),
        nouns=_words(written, "nouns"),
        articles=_words(written, "articles"),
        particles=_words(written, "particles"),
        places=_words(written, "places"),
        saying=_words(written, "saying"),
        verbs=_words(written, "verbs"),
        elisions=_words(written, "elisions"),
        genitives=tuple(written.get("genitives", "").split()),
        noun_endings=tuple(written.get("noun_endings", "").split()),
    )


def _words(written: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(written.get(name, "").replace("’", "'").split())


def _cases(rows: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split(" ")) for row in rows)


def _titles(written: str) -> dict[str, str]:
    forms = (word.split("/") for word in written.split())
    return {form: usual for usual, *others in forms for form in (usual, *others)}
