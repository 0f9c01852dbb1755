"""Far expansions: abbreviations whose words stand elsewhere in the text, without being tied to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = re.compile(r"[A-Z]{3,7}s?|(?:[A-Z]\.){2,}")
_PERSON = re.compile(r" [A-Z][a-z]")
_SMALL = "of|for|the|and|in|on|to|with|de|du|des|der|&"
_NOT_FIRST = PREPOSITIONS | CONJUNCTIONS | DETERMINERS
_WORD = re.compile(r"[^\s-]+")


def far_expansions(text: str, shorts: list[Span], known: set[str]) -> Iterator[tuple[str, str, Span, Span]]:
    """Short and long forms with the place of each, for those of `shorts` that are not `known`.

    Only names in capitals are long forms, each word giving its first letter; small words may give theirs.
    A short form with several such names is left alone.
    """
    settled = {_letters(short) for short in known}
    places: dict[str, Span] = {}
    for span in shorts:
        short = text[span.start : span.end]
        is_initials = "." in short and _PERSON.match(text, span.end)
        if short not in places and not is_initials and _SHORT.fullmatch(short):
            places[short] = span
    wanted = {_letters(short): short for short in reversed(places) if _letters(short) not in settled}
    if not wanted:
        return
    for letters, longs in _names_by_letters(text, wanted).items():
        if len(longs) == 1 and f" {wanted[letters].lower()} " not in text:
            long, span = next(iter(longs.items()))
            yield wanted[letters], long, places[wanted[letters]], span


def _letters(short: str) -> str:
    return short.replace(".", "").removesuffix("s")


def _names_by_letters(text: str, wanted: dict[str, str]) -> dict[str, dict[str, Span]]:
    """The names in the text whose first letters are one of the short forms `wanted`."""
    found: dict[str, dict[str, Span]] = {}
    beginnings = "".join(sorted({letters[0] for letters in wanted}))
    name_of = rf"(?: (?:(?:{_SMALL}) ){{0,2}}[A-Z][a-z][\w’'-]*){{1,7}}"
    long = re.compile(rf"[{beginnings}](?<![\w’'.-][A-Z])[a-z][\w’'-]*{name_of}")
    for name in long.finditer(text):
        words = _WORD.findall(name[0].removesuffix("’s").removesuffix("'s"))
        if words[0].lower() in _NOT_FIRST:
            continue
        for letters in _initials(words):
            if letters in wanted:
                end = name.start() + len(name[0].removesuffix("’s").removesuffix("'s"))
                found.setdefault(letters, {}).setdefault(text[name.start() : end], Span(name.start(), end))
                break
    return found


def _initials(words: list[str]) -> tuple[str, str]:
    """The first letters of the words in capitals, and of all words."""
    return (
        "".join(word[0] for word in words if word[0].isupper()),
        "".join(word[0].upper() for word in words),
    )
