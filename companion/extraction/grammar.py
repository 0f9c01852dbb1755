"""Grammar: the small English words and verb forms by which clauses, dates and claims are told apart."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in resources.text("words", "grammar.txt").splitlines():
        name, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found.setdefault(name, set()).update(word.replace("_", " ") for word in words.split())
    return {name: frozenset(words) for name, words in found.items()}


def words_of(group: str) -> frozenset[str]:
    """The words of a group of ``resources/words/grammar.txt``; KeyError when there is none of that name."""
    return _groups()[group]


def either(words: frozenset[str]) -> str:
    """A regular expression, without brackets, for any one of `words`, the longer before the shorter."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


AUXILIARIES = words_of("auxiliaries")
"""Forms of verbs that carry another verb, or stand for "is"."""

PREPOSITIONS = words_of("prepositions")
CONJUNCTIONS = words_of("conjunctions")
DETERMINERS = words_of("determiners")

_FORMS = either(AUXILIARIES - {"be", "been", "being"} | words_of("irregular"))
VERB_WORD = rf"(?:{_FORMS}|(?!(?:{either(words_of('not_past'))})\b)[a-z]{{2,30}}ed)\b(?![’'-]\w)"
"""A regular expression for a word that is most likely a finite verb, from its first letter on."""

UNDERLINE = r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
"""A regular expression for a sign by which plain text marks emphasis."""

VERB = re.compile(rf"\b{VERB_WORD}")
"""A word that is most likely a finite verb: an auxiliary or a past tense."""
